"""The closed word lists that recognition and roles rest on. Facts of English, not of any corpus."""

from __future__ import annotations

from claimmap.extract.wordlist import word_set as _words

# Prepositions whose object is a place when it can be one (Quirk et al. 1985, 9.15-9.31).
IN = _words("in at on inside within across throughout around through over off along outside amid")
NEAR = _words("near outside beside off opposite beyond towards toward around")
NEAR_ADVERBS = _words("close near nearby adjacent next")
INTO = _words("into to onto toward towards")
FROM = _words("from")
WAYS = _words("to from through into via near")  # in no place's own name
LOCATIVE = IN | NEAR | INTO | FROM | _words("between via above below")

# Verbs of motion by what their object is: the end, or the start, of the way.
REACHING_VERBS = _words("reach enter visit tour approach near access join")
LEAVING_VERBS = _words("leave flee depart quit exit evacuate head set bind embark")

# Verbs whose object is the ground on which they happen.
STRIKING_VERBS = _words(
    "attack hit strike bomb bombard shell pound raid storm capture seize occupy invade annex retake"
    " recapture liberate free besiege surround encircle flood devastate destroy ravage batter rock"
    " shake cross control hold patrol defend govern rule cover sweep overrun take lose border"
)

# Nouns that a name may follow with "of" and be what they name: "the port of X", "the city of X".
NAMING_NOUNS = _words(
    "city town village port hamlet suburb neighbourhood neighborhood settlement district region"
    " province island municipality state county governorate"
)

# Verbs of saying, deciding and dealing: a place that does these is its government.
AGENCY_VERBS = _words(
    "say state announce warn claim report declare insist argue deny confirm reject accuse blame"
    " condemn criticise criticize urge demand ask call tell add admit acknowledge allege assert"
    " believe think want hope fear expect plan intend decide agree refuse vow pledge promise offer"
    " threaten seek propose suggest respond reply react retaliate negotiate sign approve ratify"
    " ban impose lift sanction support back oppose recognise recognize strengthen deepen provide"
    " supply send ship sell buy deploy launch fire invade attack withdraw mobilise mobilize try"
    " attempt need help begin issue publish release hold win lose beat defeat play vote join leave"
    " expel summon recall order aim accept consider remain become face use make take give get do"
    " know have receive host extend increase cut invest meet discuss speak draw voice"
    " express"
)

# Capitalised words that end a place's own name: "Guernsey County", "Tijuana River".
TYPE_AFTER = _words(
    "airport archipelago avenue ave ave. basin bay beach blvd boulevard bridge canal canyon cape"
    " channel coast county cove creek crossing delta desert drive falls field fjord forest"
    " fork glacier governorate gulf harbor harbour heights hill hills island islands"
    " isles lake lakes lane mountain mountains oasis oblast ocean parish park parkway pass"
    " peninsula pike plain plains plateau plaza point prefecture province range reef region"
    " republic reservoir ridge river road rd rd. sea sound springs square st st. strait straits"
    " street terrace territory township trail turnpike valley village woods krai raion"
    " voivodeship"
)
# Capitalised words that begin one: "Lake Erie", "Mount Etna".
TYPE_BEFORE = _words("cape fort ft. gulf isle lake mount mt mt. port camp loch")
# Titles stand before people's names, so that what follows is a person.
TITLES = _words(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady prof prof. professor rev rev. reverend"
    " father sister brother sgt sgt. capt capt. captain col col. colonel gen gen. general lt lt."
    " maj maj. major cpl judge justice sen sen. senator rep rep. representative gov gov. governor"
    " mayor president minister secretary ambassador chancellor king queen prince princess pope"
    " bishop archbishop officer detective deputy sheriff chief coach spokesman spokeswoman"
    " commissioner superintendent councilman councilwoman councilor councillor alderman"
)

# Between a place and the noun of an office these belong to the office: "Ohio State Police".
GOVERNING_WORDS = _words("state department municipal")
# These too, unless the place's own name has them: "Dublin City Council", not "Kansas City Council".
GOVERNED_WORDS = _words("city coast district highway metro park town village")

# Heads of organisations' names: a place before them names the organisation.
ORGANISATION_NOUNS = _words(
    "academy agency airlines airways army association authority bank board bureau center centre"
    " chamber church city club co co. college commission committee company conference congress"
    " corp corp. corporation council court department dept dept. directorate university united"
    " embassy fc federation festival fire force foundation fund gazette government group guard"
    " herald high hospital inc inc. institute international jail journal league legislature library"
    " magazine ministry museum national news office orchestra organization organisation parliament"
    " party patrol police post press public school schools senate service sheriff society state"
    " store sun symphony team times town tribune trust union volunteer water"
)

COMPASS = _words(
    "north south east west northern southern eastern western central northeast northwest southeast"
    " southwest northeastern northwestern southeastern southwestern upper lower greater mid inner"
    " outer"
)

# Words inside names that are written small: "Isle of Man", "Port-au-Prince".
JOINTS = _words(
    "of the and de del della der di do dos du da la las le les el al ul au aux sur sous"
    " on upon under am an en in ar ash as - – ’s 's ' ’ / . i y und van den san bin"
)

# Spelt like a place, hardly ever one in running text when alone.
NEVER_ALONE = _words(
    "the a an of in on at and or but as he she it they we i you his her its this that mr mrs ms"
    " january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept"
    " oct nov dec north south east west northern southern eastern western central northeast"
    " northwest southeast southwest god lord christmas easter sir university college school police"
    " county city street road avenue center centre national international earth internet"
    " democrat republican democrats republicans senate congress house union bar best most many man"
    " more much new old one two first last said saying says here there who what when where why how"
    " no yes not all any some each every both other another same such own so than too very can will"
    " just should now time times post news press march may interior federal act section united"
    " olympic commerce metro lot miss"
)

# Nouns that a place is put before to say whose they are: "Huntsville police", "a Lagos court".
LOCAL_NOUNS = _words(
    "area airport authorities city council county court district elementary government hospital"
    " man mayor native neighborhood neighbourhood office officer officials police port prison"
    " province region resident residents school schools station street streets suburb teenager"
    " university woman"
)
# Nouns before which a people's adjective means its tongue: "English lessons".
LANGUAGE_NOUNS = _words(
    "language speaker speaking translation translator interpreter dictionary subtitle grammar"
    " vocabulary alphabet lesson proficiency fluency word phrase"
)
# Peoples named after two places, neither of which is meant.
DOUBLE_PEOPLES = (
    "african american",
    "asian american",
    "native american",
    "mexican american",
    "american indian",
)
