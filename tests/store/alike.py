"""A report of our own, and what other papers make of it."""

FLOOD = """Dam bursts above Rivertown, hundreds flee

RIVERTOWN, Oct 18 (Agency) - A dam in the hills above Rivertown burst early on Friday after four
days of heavy rain, sending a wall of water through the lower town and forcing hundreds of families
from their homes, officials said.

The regional governor said 14 people had died and 32 were missing. Rescue teams in boats searched
the market quarter through the morning, where the water stood at the height of the first floor.

"We heard a noise like a train and then the street was a river," said Ada Stone, who keeps a bakery
near the bridge. She had carried her two children to the roof of the school, where some sixty people
waited for help until noon.

The ministry of the interior said two helicopters and a company of soldiers were on the way from the
capital. It asked people along the lower river to leave their houses at once, because a second dam
ten kilometres below the first was close to overflowing.

Engineers had warned of cracks in the older of the two dams last year. The company that runs it said
that repairs had been planned for the spring and that it would help with the inquiry.

Weather forecasters expect the rain to ease on Saturday, but say that the river will go on rising
until Sunday evening."""

SAME_EVENT = """Rivertown under water after dam failure

At least fourteen residents of Rivertown were killed when a reservoir wall gave way before dawn on
Friday, the governor's office announced, and more than thirty others have not been found.

Streets around the old market were flooded to the windowsills of the upper storeys. Firefighters
rowed from house to house and brought people to the church on the hill, a correspondent of this
newspaper saw.

Troops and aircraft are being sent by the government, which also ordered everybody who lives further
downstream to go to higher ground: another dam there may not hold for long.

The operator of the reservoir, whose wall inspectors had called unsafe a year ago, promised to work
with those who look into the disaster. Repairs, it said, were to begin in a few months.

Meteorologists see less rain coming from Saturday onward, while water levels are likely to keep
climbing for another day."""

RAIN = """Weather bulletin of the State Weather Service for {day}

In the region of {place} the morning will be {sky}, with temperatures between {low} and {high}
degrees. Winds from the {wind} at {speed} kilometres an hour are expected in the afternoon. The
chance of rain is {chance} per cent. At night the temperature will fall to {night} degrees. Drivers
on the roads around {place} should mind {mind}. The next bulletin will be given at six in the
evening."""


def bulletin(nth: int) -> str:
    """One of many bulletins of one service: the same frame around other words."""
    return RAIN.format(
        day=f"{nth % 28 + 1} October",
        place=("Rivertown", "Hillford", "Saltmarsh", "Norwick", "Eastham")[nth % 5],
        sky=("bright", "cloudy", "foggy", "dull")[nth % 4],
        low=nth % 9,
        high=nth % 9 + 6,
        wind=("north", "east", "south", "west")[nth % 4],
        speed=10 + nth % 30,
        chance=nth % 10 * 10,
        night=nth % 7 - 3,
        mind=("fog", "wet leaves", "ice")[nth % 3],
    )


def situation(day: int, dead: int, shelters: int, places: str) -> str:
    """One of a ministry's daily reports on one disaster: only numbers and places change."""
    return f"""Situation report No. {day} of the Ministry of the Interior on the floods

As of {day} October, {dead} people have lost their lives in the floods, according to the emergency
centre of the ministry. {dead * 3} people were injured and {dead * 2} are missing. {shelters}
shelters are open in {places}, where {shelters * 210} people spent the night. Water levels in
{places} are measured every hour by the hydrological service. The ministry asks the public to
follow the orders of the local authorities and to stay away from the rivers. Drinking water is given
out at all shelters. The next situation report will be published at eight in the evening."""
