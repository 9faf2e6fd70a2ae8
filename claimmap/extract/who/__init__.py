"""Who says what: source, cue and content of each attribution, its form, and its chain."""

from claimmap.extract.who.attributions import find_attributions, outlet_source
from claimmap.extract.who.worth import puts_forward

__all__ = ["find_attributions", "outlet_source", "puts_forward"]
