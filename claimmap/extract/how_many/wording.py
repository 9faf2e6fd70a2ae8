"""Words that count the same thing, and words that tell what befell the people counted."""

from __future__ import annotations

# Nouns that say no more than that people are counted.
GENERIC = frozenset(
    [
        "people",
        "person",
        "individual",
        "victim",
        "other",
        "others",
        "man",
        "human",
        "member",
        "resident",
        "inhabitant",
    ]
)

# One word for each set of nouns that reports use for the same thing.
SAME = {
    word: words[0]
    for words in (
        [
            "soldier",
            "troop",
            "troops",
            "serviceman",
            "servicemen",
            "servicewoman",
            "infantryman",
            "infantry",
        ],
        ["fighter", "combatant", "militant", "gunman"],
        ["shell", "round", "projectile"],
        ["drone", "uav"],
        ["house", "home", "dwelling"],
        ["job", "post"],
        ["plane", "aircraft", "airplane", "jet"],
        ["car", "vehicle"],
        ["ship", "vessel", "boat"],
        ["company", "firm", "business"],
        ["child", "minor", "kid"],
        ["protester", "demonstrator"],
        ["inmate", "prisoner"],
    )
    for word in words
} | {"forces": "soldier", "force": "soldier", "personnel": "soldier"}

_STATES = {
    "killed": "kill die perish dead slay drown murder execute",
    "injured": "injure wound hurt",
    "missing": "missing vanish disappear",
    "arrested": "arrest detain imprison jail apprehend",
    "displaced": "displace flee uproot",
    "evacuated": "evacuate",
    "rescued": "rescue save",
    "infected": "infect sicken",
    "captured": "capture kidnap abduct",
    "trapped": "trap bury",
    "vaccinated": "vaccinate immunise immunize inoculate",
    "destroyed": "destroy demolish wreck level raze",
    "damaged": "damage",
    "closed": "close shut",
    "surrendered": "surrender",
}
VERB_STATES = {word: state for state, words in _STATES.items() for word in words.split()}

# Verbs whose subject is who it befalls, whatever their object.
UNDERGOING = frozenset("die perish drown flee surrender vanish disappear".split())  # noqa: SIM905

# Nouns that hold people and what befell them in one.
NOUN_STATES = {
    "death": "killed",
    "deaths": "killed",
    "fatality": "killed",
    "fatalities": "killed",
    "dead": "killed",
    "toll": "killed",
    "injury": "injured",
    "injured": "injured",
    "wounded": "injured",
    "hurt": "injured",
    "homeless": "displaced",
    "missing": "missing",
    "arrest": "arrested",
    "detention": "arrested",
    "infection": "infected",
    "detainee": "arrested",
    "evacuee": "evacuated",
    "survivor": "rescued",
}
