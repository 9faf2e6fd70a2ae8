"""The words that made-up sentences are made of."""

from __future__ import annotations

from collections.abc import Mapping

from claimmap.model import Stance

Words = tuple[str, ...]

_THINGS = """
ambulances apartments barges barrels boats bridges buses cables camps carriages cattle clinics
containers cranes dams doctors drones engineers evacuees factories families farms ferries fires
firefighters flights fishermen generators helicopters homes hospitals houses inspectors journalists
laboratories lorries masts mines miners nurses observers orchards parcels patients pilots pipelines
pumps pupils refugees relatives roads sailors schools sheep shelters ships shops soldiers stations
strikers students substations tankers teachers tents trains trawlers trucks turbines vaccines
vessels villagers volunteers wagons warehouses wells workers
"""
THINGS: Words = tuple(_THINGS.split())
WITH: Words = (
    "after heavy rain",
    "before the harvest",
    "by order of the court",
    "despite the truce",
    "during a blackout",
    "for want of fuel",
    "in spite of warnings",
    "under cover of darkness",
    "with help from abroad",
    "without permission",
    "because of an outbreak of cholera",
    "as the talks went on",
    "amid a drought",
    "during the election",
    "after an earthquake",
    "on the eve of the summit",
    "as the river rose",
    "at the request of the union",
    "while the border was shut",
    "under a new law",
)
OPENINGS: Words = ("Morning briefing", "What we know", "At a glance", "From our desks")
CUES: Mapping[Stance, Words] = {
    "asserted": ("said", "reported", "confirmed", "announced"),
    "alleged": ("alleged", "claimed"),
    "planned": ("announced", "promised"),
    "forecast": ("predicted", "warned"),
    "denied": ("insisted", "said"),
    "opinion": ("argued", "complained"),
}

# By whether it is denied and whether it is yet to come.
DEEDS: Mapping[tuple[bool, bool], Words] = {
    (False, False): ("were seen", "were hit", "were lost", "were repaired", "were counted"),
    (False, True): ("will be built", "will be closed", "will be needed", "will be inspected"),
    (True, False): ("were never seen", "were not hit", "were not lost"),
}
MOVES: Mapping[tuple[bool, bool], Words] = {
    (False, False): ("were sent", "travelled", "fled", "were moved"),
    (False, True): ("will be sent", "will travel", "will be moved"),
    (True, False): ("were never sent", "were not moved"),
}
