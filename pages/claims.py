"""The filtered claims as a table, and as files with the same columns."""

from claimmap.ui.screen import current_screen
from claimmap.ui.tables import show_downloads, show_table

screen = current_screen()
show_downloads(screen)
show_table(screen)
