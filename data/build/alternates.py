"""Which of GeoNames' alternate names are names that a report may use, and which are traps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimmap.geocode.names import DIVISION_WORDS, code_key, name_key, split_level

# English words that are no place in a report's small letters, though GeoNames has them as names.
WORDS = frozenset(
    """
a about above after again air all along also an and any are army as at away back ball bank bar
base bay be been before best between big board body book both bridge but by call can car church
city coast coast come council court cup day deal death den did do doe dog down east eat end er
even every fair fall far farm fast few field fire first five for force four free from front full
gas gate go gold good government green group had hall hand has have he head her here high hill him
his home hope house how i if in into is it its job just keep king lake land last late law lead
leader left less life light like line long lord lost love low made main make man many march mark
market may me men mid middle mile mine more most mr mrs much must my near new next no non none
north not now of off office oil old on once one only open or order our out over own page park part
party past peace people place plan point police port post power president prince queen real red
rest right river road rock sea see send seven she ship should side six so some son south state
still street summer sun sunday monday tuesday wednesday thursday friday saturday january february
april june july august september october november december ten than that the their them then there
they this three time to today top town trade train two under union unit up us use van very via
view was water way we week well were west what when where which white who wide wild will wind
winter with wood work world year yes you young your
""".split()  # noqa: SIM905
)
# Further everyday words, which are no second name of a place, nor a division's without its type
# ("Federal" is no Federal District), though many a village bears one as its own.
_EVERYDAY = WORDS | frozenset(
    """
academy access accord account act action active administration adult agency agreement aid airport
alert alliance ally amendment american ancient annual answer appeal april arms arrest art article
assault assembly attack attorney author authority autonomous avenue award baby balance ballot banker
battle beach bear bill black blast block blood bloc blue bomb bond bonus border boss bow brain
branch brand bread break brother budget builder bull bureau bus business cabinet camp campaign
capital captain captor card care career case cash catholic cell census central century chain chair
champion chance change chapter charge charter chase chief child choice christian church circle
citizen civil claim class clean clear client clinic clock club coach coal coalition code college
colonel colony command commission committee common community company conference congress
conservative constitution contract control convention cook corporation corps cost count couple
crew crime crisis
crop cross crown culture custom daily dam dance data dear debate debt decade deep defence defense
democrat democratic department deputy desert design desk detail dinner direct director district
division doctor dollar domestic draft dream dress drive drop drug dutch duty early eastern economy
editor education eight election electric elite email emergency emperor empire energy english era
estate event evening exchange executive exit export express face fact factory faith fame family fan
farmer fashion father federal federation fellow female fence festival fifth figure file film final
finance fine finger fish flag fleet flight flood floor food foot foreign forest form former fort
forum forward foundation fourth frame freedom fresh friend fuel fund future game gang garden gate
general gift girl glass global goal grace grade grand grant grass great grey ground growth guard
guest guide gun habit half happy harbor harbour harm head health heart heat heavy hero history hit
holiday holy honor honour horse hospital host hotel hour human hunt ice idea image income
independence independent index industry inner insider institute interior internet iron islam
island issue item
jet jewish job join joint journal judge jury justice kid knight labor labour lady lance language
large launch lawyer league legal legend legion letter level liberal liberation liberty library
limit lion list local lock loss lot lower luck lunch magic mail major male manager manner margin
marine marker marriage mass master match mayor meal mean media medical medium member memorial mercy
message metal method metro middle military mill minister ministry minor minute miss mission mixed
mobile mode model modern moment month moon moral morning mortal mother motion motor mountain mouth
move movement museum music muslim myth narrow nation national native nature navy neck network news
night nine noble normal northern note notice novel nuclear number nurse object ocean officer
official opera opposition option orange orbit organ origin other outer owner pace pack page pain
palace panel paper parade parent parish parliament partner pass patrol pattern payment peak pearl
penal people permit person phase phone photo piece pilot pine pink pipe pitch planet plant plate
play player plaza pleasant pledge poet pole policy political pool poor pope popular portal position
post potter pound poverty prayer pride priest prime prince private prize product professor profit
program progress project promise proof property prospect protest proud province provisional public
pull pupil purple purpose quarter quest quick race radio rail rain raise ranch range rank rapid rate
reach ready reason rebel record reform refuge regime regional relief religion remote rent report
republic republican rescue reserve resort result return reunion revolution reward rich ride rifle
right rise rival robin role roman roof room root rose round route royal rugby rule rural sabbath
safe saint sale salon salt sample sand save scale scene school science score scout screen script
season seat second secret section sector security seed senate senator senior sense series service
session seven shadow share sharp shell shelter sheriff shield shop shore short show sick sierra
sign silver singer single sister site six size skill skin sleep small smart smoke snow social
soldier solid son song sort source southern space spare spark special speed spirit spoke sport
spring squad square staff stage stand standard star start station statue steel step stock stone
store storm story stream strength strike strong student studio study style success sugar suit
supply support supreme surgeon surprise survey swan system table talent target task tax teacher
team temple tender term territory terror test text theatre theater theory third tiger title tobacco
tone tool torch total touch tour tower toxic track tradition trail trainer transit travel treasury
treaty tree trend trial tribe trick triumph troop trouble truce truck true trust truth tune turn
twin twelve twenty ultra uncle uniform union unit united unity university upper urban value van
vast vehicle veteran vice victim victory video village violence vision visit vital voice volunteer
vote wall war ward warden warm wash watch wave weapon wear weather web weekend weight welcome
welfare western wheel widow wife win window wine wing winner wire wise witness woman wonder wool
writer wrong yard yellow youth zone
""".split()  # noqa: SIM905
)
_CODE = re.compile(r"[A-Z]{3}")
_SHORT, _WELL_KNOWN = 3, 100_000
# Han, kana and Hangul, where a letter is a syllable or more.
_SYLLABLES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def kept_names(main: str, alternates: tuple[str, ...], people: int = 0) -> Iterator[str]:
    """The folded names under which a city of so many people is found.

    Left out are airport codes ("THE" is Teresina's), transliterations in small letters ("ku er
    si ke"), names that mix Latin with another script, names of fewer than three Latin letters and
    everyday English words; among second names also those of three letters, unless of a large city
    ("Fez"), since most are abbreviations of something else ("Mod").
    """
    own = name_key(main)
    for name in (main, *alternates):
        key = name_key(name)
        if not key or key in WORDS or is_too_short(key):
            continue
        if key != own and (_CODE.fullmatch(name) or _is_transliteration(name)):
            continue
        if key != own and (key in _EVERYDAY or (is_brief(key) and people < _WELL_KNOWN)):
            continue
        yield key


def division_names(names: tuple[str, ...], *, bare: bool) -> Iterator[str]:
    """The folded names of a division; with ``bare``, also without its "Oblast" or "Province".

    Abbreviations ("ACT", "Mass.") count by their case.
    """
    for name in names:
        key = code_key(name) or name_key(name)
        if not key or is_too_short(key) or key in _EVERYDAY:
            continue
        yield key
        stem, level = split_level(key)
        if bare and level == "division" and stem not in _EVERYDAY and not is_too_short(stem):
            yield stem


def without_bare_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of a county without those that leave the word "County" out.

    Every other president has given his bare name to a dozen of them.
    """
    folded = {name_key(name) for name in names}
    return tuple(
        name
        for name in names
        if not any(f"{name_key(name)} {word}" in folded for word in DIVISION_WORDS)
    )


def is_brief(key: str) -> bool:
    """Whether a folded name has three Latin letters, as abbreviations have."""
    return len(key) <= _SHORT and is_latin(key)


def is_latin(text: str) -> bool:
    """Whether every letter of ``text`` is a Latin one."""
    return all(unicodedata.name(char, "").startswith("LATIN") for char in text if char.isalpha())


def _is_transliteration(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    if any(char.isascii() for char in letters) and not is_latin(name):
        return True
    return name.isascii() and bool(letters) and name == name.lower() and name[0].isalpha()


def is_too_short(key: str) -> bool:
    """Whether a folded name has too few letters to name a place.

    Two letters of an alphabet ("Of", "За") are a word far oftener than a place; two of Han, kana
    or Hangul are as much as any name has.
    """
    return len(key) < 2 or (len(key) == 2 and not _SYLLABLES.search(key))
