"""Figures: what is counted, by whom, and where the counts are in conflict."""

from claimmap.ui.figures import show_figures
from claimmap.ui.screen import current_screen

show_figures(current_screen())
