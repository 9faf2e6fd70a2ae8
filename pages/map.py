"""The map, the timeline below it, and the same claims as a list."""

from claimmap.ui.lists import show_marks
from claimmap.ui.mapping import show_map
from claimmap.ui.screen import current_screen
from claimmap.ui.timeline import show_timeline

screen = current_screen()
show_map(screen)
show_timeline(screen)
show_marks(screen)
