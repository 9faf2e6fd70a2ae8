"""The filtered claims as a table or as cards, and as files with the table's columns."""

from claimmap.ui.screen import current_screen
from claimmap.ui.tables import show_all, show_downloads

screen = current_screen()
show_downloads(screen)
show_all(screen)
