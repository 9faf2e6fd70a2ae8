"""Story: the filtered claims in the order in which they were said, and where figures changed."""

from claimmap.ui.screen import current_screen
from claimmap.ui.story import show_story

show_story(current_screen())
