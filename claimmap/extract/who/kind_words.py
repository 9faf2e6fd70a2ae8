"""Nouns that tell for what kind of body somebody speaks; patterns of whole words, case ignored.

Within each table the first kind that is found decides, so what is narrower stands before what is
wider ("aid agency" before "agency").
"""

from __future__ import annotations

import re

from claimmap.model import SourceKind

Table = tuple[tuple[SourceKind, str], ...]

# The text keeps the name back.
UNNAMED = (
    r"sources?|insiders?|whistle-?blowers?|unidentified|unnamed|anonymous|informants?|"
    r"(?:people|persons?|those|officials?) (?:familiar|close|briefed|with knowledge)"
)
# Offices that only one kind of body has.
OFFICES: Table = (
    (
        "media",
        r"editors?|journalists?|reporters?|correspondents?|columnists?|bloggers?|newsreaders?|"
        r"(?:news|tv|television|radio) (?:anchors?|hosts?|presenters?|directors?)",
    ),
    (
        "government",
        r"(?:attorney|solicitor|auditor|consul|surgeon|registrar|postmaster)s?[- ]generals?|"
        r"ministers?|premiers?|chancellors?|lawmakers?|senators?|sen|congress(?:man|woman)|rep|"
        r"mps?|mayors?|cllrs?|alderm[ae]n|(?:lt )?(?:governors?|gov)|sheriffs?|prosecutors?|"
        r"judges?|magistrates?|"
        r"coroners?|ambassadors?|diplomats?|envoys?|councillors?|councilors?|"
        r"council(?:man|woman)|king|queen|prince(?:ss)?|emperor|tsar|dictator|candidates?|"
        r"nominees?|secretary of state|chief medical officers?|village chiefs?|"
        r"(?:returning|polling|health) officers?|investigators?|inspectors?|negotiators?|"
        r"rescuers|rescue workers|head(?:master|mistress)|constables?|detectives?|policem[ae]n|"
        r"policewom[ae]n|"
        r"(?:police|customs|prison|immigration|probation) (?:officers?|chiefs?|inspectors?)|"
        r"fire (?:chiefs?|marshals?)|firefighters?|harbou?r ?masters?|rangers?|regulators?|"
        r"customs officers?|(?:high|police|european|electoral|election) commissioners?|whips?",
    ),
    (
        "NGO",
        r"(?:indigenous|community|religious|church|tribal|spiritual|protest|"
        r"student|civic) leaders?|"
        r"activists?|campaigners?|organi[sz]ers?|bishops?|archbishops?|"
        r"(?:election|poll) (?:observers?|monitors?)|shop stewards?",
    ),
    (
        "military",
        r"(?<!secretary )(?<!secretary-)(?<!director )(?<!director-)(?<!inspector )generals?|"
        r"gen|(?:lt|maj|brig) gen|brigadiers?|colonels?|col|commanders?|cmdr|admirals?|adm|"
        r"lieutenants?|lt|troops|soldiers?|fighters?|guerrillas?|insurgents?|rebels?|gunmen|"
        r"marines?|warlords?|joint chiefs",
    ),
)
# Those asked for what they know; a public body for which they speak outweighs it.
PROFESSIONS = (
    r"analysts?|experts?|professors?|prof|researchers?|scientists?|economists?|scholars?|"
    r"academics?|historians?|\w+(?:(?<!ide)(?<!apo)(?<!techn)(?<!tri)olog)ists?|physicists?|"
    r"chemists?|doctors?|dr|(?:lead|study|co-?) ?authors?|"
    r"medics|paramedics|physicians?|surgeons?|paediatricians?|"
    r"pediatricians?|midwi(?:fe|ves)|engineers?|forecasters?|pollsters?|statisticians?|"
    r"strategists?|lecturers?|mathematicians?|hydrographers?|geographers?|consultants? (?:in|on)"
)
# Bodies, by what they are called.
BODIES: Table = (
    (
        "government",
        r"european union|african union|eu|united nations|un|(?-i:WHO)|"
        r"world health organi[sz]ation|unicef|arab league|"
        r"fire (?:brigades?|services?|departments?)|emergency services|central bank|"
        r"reserve bank|federal reserve|white house|downing street|kremlin|world bank|"
        r"monetary fund|state department|"
        r"(?:health|school|hospital|transit|electoral|election|elections|water|"
        r"parole|licensing|conservation|harbou?r) boards?|(?:health|hospital|nhs) trusts?|"
        r"board of (?:education|health|elections)|(?:news|press) (?:conference|secretary)|"
        r"national guard bureau|state union",
    ),
    (
        "media",
        r"media|news agenc(?:y|ies)|news|newspapers?|newsrooms?|press|broadcasters?|tv|"
        r"television|radio|journals?|magazines?|websites?|dailies|daily|weekly|tabloids?|"
        r"newswires?|podcasts?|gazz?ett?as?|gaceta|zeitung|\w*kurier|\w+blatt|diario|giornale|"
        r"jornal|novosti|pravda|reuters|afp|associated press|tass|interfax|ria novosti|yonhap|"
        r"xinhua|kyodo|bloomberg|bbc|cnn|nbc|abc|cbs|fox|npr|pbs|al jazeera|msnbc|telegram|"
        r"twitter|facebook|youtube|"
        r"(?<=\w )(?:times|post|herald|tribune|"
        r"guardian|telegraph|gazette|chronicle|observer|mail|globe|courier|examiner|sun|star|wire)",
    ),
    (
        "intelligence service",
        r"(?:(?:foreign|military) )?(?:intelligence|spy|secret)(?: and security)? "
        r"(?:service|agency|directorate|bureau|chief|committee)s?|"
        r"intelligence|spy|spies|cia|mi5|mi6|fsb|svr|gru|mossad|shin bet|sbu",
    ),
    (
        "NGO",
        r"(?:trade|labou?r|workers|teachers|students?|farmers|\w+s['’]) unions?|"
        r"(?:aid|relief|rights|advocacy|campaign|environmental|humanitarian|"
        r"pressure|lobby|charitable|welfare|conservation|watchdog|consumer) "
        r"(?:groups?|agenc(?:y|ies)|workers?|organi[sz]ations?|bod(?:y|ies))",
    ),
    (
        "military",
        r"army|armed forces|military (?:council|command|junta)|"
        r"military|junta|navy|air force|marine corps|general staff|forces|hezbollah|"
        r"hamas|taliban|houthis?|wagner|islamic state|isis|al[- ]qaeda|al[- ]shabaab|"
        r"paramilitar(?:y|ies)|brigades?|battalions?|regiments?|militias?|pentagon|nato|"
        r"coast ?guards?|liberation front|(?:defen[cs]e|resistance) (?:front|force)|garrison",
    ),
    (
        "NGO",
        r"human rights (?:watch|monitor|league|network|cent(?:re|er))|refugee councils?|"
        r"(?<=\w )watch$|red cross|red crescent|amnesty|ngos?|charit(?:y|ies)|foundations?|"
        r"associations?|unions?|campaigners?|activists?|campaigns?|non-?profits?|federations?|"
        r"society|societies|oxfam|msf|fifa|uefa|olympic committee|greenpeace|leagues?|alliance|"
        r"coalition|volunteers?|church(?:es)?|synod|diocese|relief|guild|fund for|"
        r"without borders|movement|network|super pac|pac|chamber of commerce|cooperative|shelter",
    ),
    (
        "company",
        r"compan(?:y|ies)|firms?|inc|corp|corporation|ltd|limited|plc|llc|gmbh|airlines?|"
        r"airways|carrier|banks?|manufacturers?|\w*makers?|operators?|industries|industry|"
        r"motors|holdings|retailers?|suppliers?|start-?ups?|clubs?|brokers?|brokerage|insurers?|"
        r"factory|shipyard|mining|miner|consortium|joint venture|exporters?|producers?|"
        r"conglomerate|lenders?|refiner[sy]?|utility|supermarkets?|hotels?|restaurants?|"
        r"consultants|consultancy|consulting|developers?|builders?|contractors?|"
        r"(?:hedge|investment|private equity|pension) funds?|funds?|capital|securities|partners|"
        r"energy|airport|railways?|shipping|logistics|pharmaceuticals|pharma|telecom|"
        r"technologies|systems|software|foods|brewer[sy]|publishers?|studios?|stores?",
    ),
    (
        "expert",
        r"universit(?:y|ies)|college|institutes?|think[- ]tanks?|laborator(?:y|ies)|labs?|"
        r"hospitals?|clinics?|observatory|academy|school of|study|studies|polls?|survey|"
        r"survey of|research (?:cent(?:re|er)|group)|museum of|wards?",
    ),
    (
        "government",
        r"government|ministry|ministries|presidency|presidential|parliament|congress|senate|"
        r"house of \w+|authorit(?:y|ies)|police|courts?|departments?|embassy|consulate|cabinet|"
        r"councils?|commissions?|administration|state|city|cities|county|province|municipality|"
        r"town hall|national security|customs|agency|agencies|bureau|office|service|party|"
        r"parties|delegation|district|tribunal|regime|opposition|schools?|inspectorate|"
        r"directorate|committees?|task force|secretariat|republicans?|democrats?|officials?",
    ),
    ("NGO", r"groups?|organi[sz]ations?|societ(?:y|ies)|trusts?|boards?|cent(?:re|er)s?|forum"),
)
# Offices found in bodies of every kind: the body decides, and only where none is known the office.
GENERAL: Table = (
    (
        "company",
        r"chief executive(?: officer)?|ceo|cfo|coo|executives?|shareholders?|investors?|"
        r"managing director|shipowners?|traders?|entrepreneurs?|business(?:m[ae]n|wom[ae]n)|"
        r"(?:finance|sales|marketing|operations|technology|commercial|product|strategy|personnel) "
        r"(?:chiefs?|boss(?:es)?|directors?|heads?)|"
        r"founders?|(?:plant|mine|fund|site|store|sales|factory|product|hotel) managers?|"
        r"chief (?:financial|operating|technology) officer",
    ),
    ("military", r"^(?:capt|captain|maj|major|sgt|sergeant)$"),
    (
        "government",
        r"presidents?|secretary|leaders?|commissioners?|attorney|delegates?",
    ),
)
# What a firm or a club ends its name with.
FIRMS = (
    r"lithium|copper|gold|steel|oil|gas|petroleum|minerals|resources|metals|cement|chemicals?|"
    r"power|electric|automotive|aviation|marine|motor|lines?|fc|united|rovers|athletic|tankers|ferries|farms|mills|mines|stores|works|"
    r"wanderers|bros|brothers|& co|co|ventures|international|solutions|laboratories|media group"
)
# People of whom nobody can know who they are.
CROWD = (
    r"people|residents?|witness(?:es)?|villagers?|locals?|neighbou?rs?|some|many|others|critics|"
    r"users|someone|everyone|nobody|rumou?rs?|reports?|allegations?|claims?|voters|"
    r"fans|survivors?|passengers?|parents|supporters|opponents|pictures?|images?"
)
KIN = (
    r"(?:grand)?(?:mother|father)|sister|brother|wife|husband|son|daughter|widow|widower|aunt|"
    r"uncle|cousin|girlfriend|boyfriend|niece|nephew"
)


def compiled(words: str, *, at_end: bool = False) -> re.Pattern[str]:
    """A pattern for any of the words, whole; at_end: only as the last ones of a phrase."""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w){'$' if at_end else ''}", re.IGNORECASE)
