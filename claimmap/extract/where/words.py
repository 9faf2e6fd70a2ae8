"""The closed word lists that recognition and roles rest on. Facts of English, not of any corpus."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Prepositions whose object is a place when it can be one (Quirk et al. 1985, 9.15-9.31).
IN = _words("in at on inside within across throughout around through over off along outside amid")
NEAR = _words("near outside beside off opposite beyond towards toward around")
NEAR_ADVERBS = _words("close near nearby adjacent next")
INTO = _words("into to onto toward towards")
FROM = _words("from")
WAYS = _words("to from through into via near")  # in no place's own name
LOCATIVE = IN | NEAR | INTO | FROM | _words("between via above below")

# Verbs whose object or recipient is someone, so that a place there is its government.
TRANSFER_VERBS = _words(
    "provide supply arm equip give grant lend sell offer help support back aid assist finance fund"
    " furnish present award pay tell warn inform urge ask accuse blame criticise criticize condemn"
    " thank join fight threaten sanction pressure invite persuade convince force respond reply"
    " apologise apologize appeal complain hand transfer recognise recognize"
)

# Nouns by which a message or a gift goes to someone.
ADDRESSING_NOUNS = _words(
    "message letter greeting gift warning threat response reply answer appeal aid assistance help"
    " support supply delivery sale loan challenge danger apology challenge"
)

# Verbs of getting something from someone.
RECEIVING_VERBS = _words("receive get buy obtain purchase hear learn borrow accept import procure")

# Verbs of motion by what their object is: the end, or the start, of the way.
REACHING_VERBS = _words("reach enter visit tour approach near access join")
LEAVING_VERBS = _words("leave flee depart quit exit evacuate head set bind embark")

# Verbs whose object is the ground on which they happen.
STRIKING_VERBS = _words(
    "attack hit strike bomb bombard shell pound raid storm capture seize occupy invade annex retake"
    " recapture liberate free besiege surround encircle flood devastate destroy ravage batter rock"
    " shake cross control hold patrol defend govern rule cover sweep overrun take lose border"
)

# Verbs of being somewhere or undergoing something.
STATIVE_VERBS = _words(
    "lie sit stand stretch border burn shake flood freeze sleep fall suffer experience undergo"
    " endure record border neighbour neighbor adjoin"
)

SAYING_VERBS = _words(
    "say tell state announce report claim add warn write speak inform declare comment"
    " admit confirm deny testify reveal stress reiterate"
)

# Who speaks or is spoken to by trade.
SPEAKER_NOUNS = _words(
    "source official spokesman spokeswoman spokesperson reporter journalist correspondent analyst"
    " expert observer diplomat witness minister lawmaker audience conference briefing"
)

SOURCE_NOUNS = _words("source")

# Verbs by which who speaks is told to do so, or not to.
SPEAKING_VERBS = SAYING_VERBS | _words(
    "decline refuse respond reply note explain argue believe think insist estimate suggest"
    " describe recall allege predict expect acknowledge ask urge call brief"
)

# Nouns that a name may follow with "of" and be what they name: "the port of X", "the city of X".
NAMING_NOUNS = _words(
    "city town village port hamlet suburb neighbourhood neighborhood settlement district region"
    " province island municipality state county governorate"
)

# What happens: before or after a place it makes the place a scene.
EVENT_NOUNS = _words(
    "war battle attack strike assault offensive counteroffensive incursion invasion occupation"
    " annexation siege shelling bombing bombardment raid blast explosion earthquake quake flood"
    " fire wildfire storm hurricane typhoon drought eruption landslide shooting massacre killing"
    " clash conflict crisis protest riot uprising coup outbreak epidemic famine crash accident"
    " evacuation liberation capture fall bridge visit trip tour journey flight summit"
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

# Nouns of actors: "X's army", "the president of X" say whose they are, not where.
ACTOR_NOUNS = _words(
    "agency ambassador administration advisor adviser airline airforce ally army authority bank"
    " billionaire cabinet candidate captain champion chancellor chief citizen coach command"
    " commander commission commissioner committee congress consul consulate council court"
    " defence defense delegate delegation democrat department deputy dictator diplomat directorate"
    " embassy emperor envoy executive federation fighter fleet force foreigner general government"
    " governor guard head infantry intelligence journalist judge junta king lawmaker lawyer leader"
    " leadership legislature mayor media military militia minister ministry monarch monarchy"
    " national navy newspaper office officer official opposition outlet parliament party"
    " people player police policeman politician pope premier president press prime prince princess"
    " prosecutor queen regime representative republican resident ruler secretary senate senator"
    " service sheriff side soldier spokesman spokesperson spokeswoman spy squad staff supporter"
    " team troop unit union voter watchdog man woman boy girl teacher student pupil worker migrant"
    " refugee family survivor native graduate alumnus activist protester immigrant driver rider"
    " farmer fan teen teenager mother father couple doctor nurse firefighter trooper detective"
    " cartel gang rebel archbishop bishop expert company firm manufacturer carrier"
    " airline university newspaper"
)

# Nouns of what a place has, does or suffers as a body politic rather than as ground.
POLITY_NOUNS = _words(
    "accession accusation agenda aggression ambition approach attitude bid budget capability case"
    " claim commitment constitution currency debt decision defense denial diplomacy economy"
    " election export foreign gdp goal history identity import independence influence interest"
    " invasion involvement law legislation membership missile nuclear plan policy politics position"
    " power program programme proposal reaction refusal relation reputation request response role"
    " rule sanction security sovereignty stance statement strategy support system threat tie trade"
    " treaty view vote war warning weapon"
)

# What is between governments, or between towns only when they stand for them.
DEALINGS = _words(
    "relation tie talk war agreement accord deal dispute meeting difference tension negotiation"
    " dialogue cooperation conflict friendship alliance treaty pact row rift summit match game"
    " relationship contact trust border exchange"
)

# Words that name a part or a kind of ground: "X's port", "X's western Y region".
GROUND_NOUNS = _words(
    "airfield airport archipelago area base bay beach border bridge capital centre center city"
    " coast coastline countryside desert district downtown east enclave facility factory farm field"
    " forest front frontier frontline gulf harbour harbor hill hospital interior island lake land"
    " landmark mine mountain neighborhood neighbourhood north northeast northwest oilfield outskirt"
    " park plant plateau port province quarter refinery region river road shore site soil south"
    " southeast southwest square state station street suburb territory town valley village water"
    " west wood zone"
)

# Facilities keep their town as place but reach beyond its centre.
FACILITY_NOUNS = _words(
    "airbase airfield airport airstrip barracks base camp checkpoint dam depot dock facility"
    " factory garrison harbor harbour mine oilfield plant pier port quarry reactor refinery"
    " seaport shipyard spaceport wharf"
)

# Capitalised words that end a place's own name: "Guernsey County", "Tijuana River".
TYPE_AFTER = _words(
    "airport archipelago avenue ave ave. basin bay beach blvd boulevard bridge canal canyon cape"
    " channel coast county cove creek crossing delta desert district drive falls field fjord forest"
    " fork glacier governorate gulf harbor harbour heights hill hills highway hwy island islands"
    " isles lake lakes lane mountain mountains oasis oblast ocean parish park parkway pass"
    " peninsula pike plain plains plateau plaza point prefecture province range reef region"
    " republic reservoir ridge river road rd rd. sea sound springs square st st. strait straits"
    " street terrace territory township trail turnpike valley village way woods krai raion"
    " voivodeship"
)
# Capitalised words that begin one: "Lake Erie", "Mount Etna".
TYPE_BEFORE = _words(
    "cape fort ft. gulf isle lake mount mt mt. port camp interstate highway route loch"
)
# Titles stand before people's names, so that what follows is a person.
TITLES = _words(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady prof prof. professor rev rev. reverend"
    " father sister brother sgt sgt. capt capt. captain col col. colonel gen gen. general lt lt."
    " maj maj. major cpl judge justice sen sen. senator rep rep. representative gov gov. governor"
    " mayor president minister secretary ambassador chancellor king queen prince princess pope"
    " bishop archbishop officer detective deputy sheriff chief coach spokesman spokeswoman"
    " commissioner superintendent councilman councilwoman councilor councillor alderman"
)

# Heads of organisations' names: a place before them names the organisation.
ORGANISATION_NOUNS = _words(
    "academy agency airlines airways army association authority bank board bureau center centre"
    " chamber church city club co co. college commission committee company conference congress"
    " corp corp. corporation council court department dept dept. directorate university united"
    " embassy fc federation festival fire force foundation fund gazette government group guard"
    " herald high hospital inc inc. institute international jail journal league legislature library"
    " magazine ministry museum national news office orchestra organization organisation parliament"
    " party police post press public school schools senate service sheriff society state store"
    " sun symphony team times town tribune trust union volunteer water"
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
    " just should now time times post news press march may"
)
