"""Nouns that tell what a place name beside them does, and how far around it the scene lies.

Facts of English, not of any corpus; all in their base forms.
"""

from __future__ import annotations

from claimmap.extract.wordlist import word_set

# Who speaks or is spoken to by trade.
SPEAKER_NOUNS = word_set(
    "source official spokesman spokeswoman spokesperson reporter journalist correspondent analyst"
    " expert observer diplomat witness minister lawmaker audience conference briefing"
)
SOURCE_NOUNS = word_set("source")
# Who stands for a government: "a delegation from X", "the ambassador to X".
OFFICE_NOUNS = word_set(
    "ambassador envoy emissary attache official delegation delegate spokesman spokeswoman"
    " minister spokesperson diplomat negotiator representative lawmaker mission counterpart"
    " adviser advisor"
)
# Nouns by which a message, a gift or an effect goes to or comes from someone.
ADDRESSING_NOUNS = word_set(
    "message letter greeting gift warning threat response reply answer appeal aid assistance help"
    " support loan challenge danger apology permission pressure independence request demand offer"
    " question concession pledge commitment blow objection criticism statement resentment"
    " hostility anger sympathy attitude order denial approval opposition loyalty speech call bias"
    " prejudice hatred goodwill"
)
# Nouns of contests, "a loss to X", "victory over X".
CONTEST_NOUNS = word_set("loss defeat win victory draw game match semifinal final tie fixture")

# What nature or a people undergoes: the place before it is where.
UNDERGONE_NOUNS = word_set(
    "war crisis earthquake quake flood flooding fire wildfire storm hurricane typhoon cyclone"
    " tornado drought eruption landslide avalanche tsunami heatwave famine outbreak epidemic"
    " pandemic crash accident derailment protest riot uprising coup revolution election referendum"
    " primary festival marathon championship gp olympics expo fair carnival derby prix open"
    " massacre genocide disaster tragedy blackout shutdown curfew lockdown murder killing"
)
# What someone does: said of a people ("the Russian attack") it is theirs, of a town it is there.
ACTION_NOUNS = word_set(
    "battle attack strike assault offensive counteroffensive incursion invasion occupation"
    " annexation siege shelling bombing bombardment raid blast explosion shooting clash conflict"
    " evacuation liberation capture fall visit trip tour journey flight summit meeting conference"
    " tournament race final rally march concert trial hearing wedding funeral landing landfall"
    " ceremony appearance speech dinner event"
)
EVENT_NOUNS = UNDERGONE_NOUNS | ACTION_NOUNS

# Nouns of actors: "X's army", "the president of X" say whose they are, not where.
ACTOR_NOUNS = word_set(
    "agency ambassador administration advisor adviser airline airways airforce ally army"
    " authority bank billionaire cabinet candidate captain champion chancellor chief citizen coach"
    " command commander commission commissioner committee congress consul consulate council"
    " councillor councilor defence defense delegate delegation democrat department deputy dictator"
    " diplomat directorate embassy emperor envoy executive federation fighter fleet force"
    " foreigner general government governor guard head infantry intelligence journalist judge"
    " junta king lawmaker lawyer leader leadership legislature legislator mayor media military"
    " militia minister ministry monarch monarchy national navy newspaper office officer official"
    " opposition outlet parliament party people player police policeman politician pope premier"
    " president press prime prince princess prosecutor queen regime representative republican"
    " resident ruler secretary senate senator service sheriff side soldier spokesman spokesperson"
    " spokeswoman spy squad staff supporter team troop unit union voter watchdog man woman boy"
    " girl teacher student pupil worker migrant refugee family survivor native graduate alumnus"
    " activist protester immigrant driver rider farmer fan teen teenager mother father couple"
    " doctor nurse firefighter trooper detective cartel gang rebel archbishop bishop expert"
    " company firm manufacturer carrier university employee producer star challenger libertarian"
    " community counterpart forecaster commuter investor banker trader shopkeeper fisherman sailor"
    " pilot engineer scientist artist writer singer actor actress musician footballer striker"
    " midfielder defender goalkeeper winger jockey athlete chairman congressman congresswoman"
    " coalition organisation organization group club league member society director inmate suspect"
    " victim parolee buyer seller attorney clerk contractor homeowner landlord tenant owner"
    " manager boss treasurer trustee volunteer medic paramedic surgeon lecturer professor"
    " researcher academic businessman businesswoman entrepreneur pensioner passenger tourist"
    " cyclist motorist pedestrian priest pastor rabbi imam monk nun chef baby child kid toddler"
    " brother sister son daughter husband wife widow adult gunman robber thief killer dealer"
    " smuggler hacker militant terrorist insurgent guerrilla separatist nationalist dissident"
    " exile expatriate tribe citizenry startup retailer carmaker automaker insurer lender supplier"
)
# What an organisation's own name ends in, or begins with before "of".
INSTITUTION_NOUNS = word_set(
    "academy agency association authority bank cabinet club college command commission committee"
    " company congress council department federation foundation fund government institute ministry"
    " office organisation organization parliament party police reserve secretariat senate service"
    " society union university league"
)
UNION_NOUNS = word_set("union league commonwealth")
# Nouns of what a place has or does as a body politic rather than as ground.
POLITY_NOUNS = word_set(
    "accession agenda approach bid budget case claim constitution debt effort export gdp goal"
    " import interest law lie mantra missile nuclear plan policy politics power program programme"
    " proposal quest reaction refusal request response role rule tactic sanction scheme stance"
    " strategy support system threat tie trade treaty view vote warning weapon regulation tax"
    " tariff code value language culture cuisine food concern talk démarche drone flag passport"
    " visa currency bond dollar deal identity framework initiative move mandate dream image voice"
    " choice right decree veto record pledge apology demand future story success autonomy survival"
    " fate reputation issue question report study example poll survey scandal licence license"
    " plate"
)
# Endings of nouns of acts and qualities (Quirk et al. 1985, App. I.31-39).
ABSTRACT_ENDINGS = (
    *("tion", "sion", "ment", "ance", "ence", "ship", "ness", "ity", "ism", "acy"),
    *("ancy", "ency", "dom", "hood"),
)
# Those of acts that are done to something.
DEED_ENDINGS = ("tion", "sion", "ment", "ing")
# Nouns that end so and yet name things on the ground.
CONCRETE_NOUNS = word_set(
    "station intersection plantation vegetation apartment monument settlement basement tournament"
    " pavement residence embankment encampment detachment city facility community university"
    " institution population pollution production section fortification installation escarpment"
    " deforestation irrigation radiation corporation detention kingdom neighbourhood neighborhood"
    " emirate inflation unemployment construction celebration demonstration"
)
# What lies or goes on throughout a land: where it is is the land.
DOMESTIC_NOUNS = word_set(
    "economy industry market sector population pollution unemployment inflation rate growth"
    " output production harvest crop jail prison slum job factory infrastructure grid network"
    " railway weather climate season housing tourism farm landscape wildlife court school"
    " restaurant hotel jurisdiction business history ecosystem livestock traffic temperature"
    " rainfall summer winter construction agriculture fishery manufacturing shop venue cinema"
    " hotspot"
)
# What is between governments, or between towns only when they stand for them.
DEALING_NOUNS = word_set(
    "relation tie talk war agreement accord deal dispute meeting difference tension negotiation"
    " dialogue cooperation conflict friendship alliance treaty pact row rift summit match game"
    " relationship contact trust exchange trade rivalry ceasefire truce peace comparison fight"
    " standoff feud diplomacy partnership"
)
# A people's words for parts of a whole: they play the part that the whole plays.
PART_NOUNS = word_set(
    "much most part half all rest swath swathe third quarter whole centre center heart middle"
    " majority bulk corner edge side"
)
# Words that name a part or a kind of ground: "X's port", "X's western Y region".
GROUND_NOUNS = word_set(
    "airbase airfield airport airspace airstrip archipelago area base basin bay beach border"
    " bridge camp canton capital centre center city clinic coalfield coast coastline continent"
    " corridor country countryside county creek crossing delta desert direction district downtown"
    " east embankment enclave exclave facility factory farm farmland field foothill foreshore"
    " forest front frontier frontline garrison glacier gulf harbour harbor heartland highland"
    " highway hill hinterland home hospital hotel house interior intersection island islet jungle"
    " junction lake land landmark lowland mainland metro mine mountain motorway museum"
    " neighborhood neighbourhood north northeast northwest ocean oilfield outskirt park peak"
    " peninsula pier pipeline plain plant plateau port province quarry quarter railway refinery"
    " reef region reservoir resort ridge river road roundabout runway sea seaboard seaport"
    " settlement shipyard shore shoreline site slum soil south southeast southwest square stadium"
    " state station steppe street strait suburb territory terminal theatre tower town trench"
    " tunnel valley village volcano warehouse water west wetland wilderness wood yard zone"
    " headquarters campus compound palace arena cemetery library mall bazaar bastion stronghold"
    " prefecture oblast governorate municipality nation borough parish atoll"
)
NATION_NOUNS = word_set("country nation state")
# Grounds that govern themselves and can speak.
SPEAKING_GROUNDS = word_set(
    "city town village region province state county country capital district nation"
)
# Facilities keep their town as place but reach beyond its centre.
FACILITY_NOUNS = word_set(
    "airbase airfield airport airstrip barracks base camp checkpoint dam depot dock facility"
    " factory garrison harbor harbour mine oilfield plant pier port quarry reactor refinery"
    " seaport shipyard spaceport wharf dockyard cosmodrome crossing"
)
# What stands or takes place in what it is named after.
LOCATED_NOUNS = FACILITY_NOUNS | word_set(
    "station junction intersection area conference convention exhibition"
)
BORDER_NOUNS = word_set("border frontier boundary")
# What lies around a place rather than in its middle.
OUTER_NOUNS = word_set(
    "outskirt suburb vicinity surrounding environs area countryside hinterland direction axis front"
)
COAST_NOUNS = word_set("coast shore coastline shoreline")
# Ground, and what lies or goes on throughout one.
LAND_NOUNS = GROUND_NOUNS | DOMESTIC_NOUNS | OUTER_NOUNS
ROAD_NOUNS = word_set("road highway motorway railway pipeline")
# Ways between places.
WAY_NOUNS = word_set(
    "road highway motorway railway route flight ferry train bus line pipeline border area"
    " distance corridor tunnel bridge stretch strait land territory journey traffic crossing link"
    " path trail boundary frontier coast"
)
