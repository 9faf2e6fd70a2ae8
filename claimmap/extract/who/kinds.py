"""What kind of source a name or a role is, by the words in it.

The kinds are those of ``model.SourceKind``. The office for which a person speaks decides, where
one is named ("the mayor" is government, "an editor" media); a bare name is a person.
"""

from __future__ import annotations

import re

from claimmap.extract.who.lexicon import word_set
from claimmap.model import SourceKind

# Asked in order: the first pattern that is found decides.
_RULES: tuple[tuple[SourceKind, str], ...] = (
    (
        "unidentified",
        r"sources?|insiders?|whistle-?blowers?|unidentified|unnamed|anonymous|informants?|"
        r"(?:people|person|those|officials?) (?:familiar|close|briefed|with knowledge)",
    ),
    (
        "expert",
        r"analysts?|experts?|professors?|researchers?|scientists?|economists?|scholars?|"
        r"academics?|historians?|epidemiologists?|seismologists?|virologists?|think[- ]tanks?|"
        r"university|institute|pollsters?|study|polls?|survey|doctors?|engineers?|forecasters?",
    ),
    (
        "media",
        r"media|news(?! conference)|newspapers?|newsroom|press(?! conference)|broadcasters?|tv|"
        r"television|radio|journal|"
        r"magazines?|websites?|dailies|daily|tabloids?|editors?|journalists?|reporters?|"
        r"correspondents?|columnists?|newswires?|podcasts?|bloggers?|reuters|afp|associated press|"
        r"tass|interfax|ria novosti|yonhap|xinhua|kyodo|bloomberg|bbc|cnn|nbc|abc|cbs|fox|npr|pbs|"
        r"al jazeera|msnbc|telegram|twitter|facebook|youtube|(?<=\w )(?:times|post|herald|tribune|"
        r"guardian|telegraph|gazette|chronicle|observer|mail|globe)",
    ),
    (
        "intelligence service",
        r"intelligence(?! sources)|spy|spies|secret service|cia|mi5|mi6|fsb|svr|gru|mossad|"
        r"shin bet|sbu",
    ),
    (
        "military",
        r"army|armed forces|military|navy|air force|marines?|general staff|"
        r"(?<!attorney )(?<!secretary )(?<!secretary-)(?<!director )(?<!director-)generals?|gen|"
        r"lt gen|maj gen|brig gen|colonels?|col|captain|commanders?|admirals?|troops|soldiers?|"
        r"forces|hezbollah|hamas|taliban|houthis?|wagner|islamic state|isis|al[- ]qaeda|"
        r"al[- ]shabaab|insurgents?|guerrillas?|paramilitar\w+|brigade|battalion|regiment|"
        r"militias?|pentagon|nato|"
        r"joint chiefs|coast ?guards?|rebels?",
    ),
    (
        "government",
        r"government|ministry|ministries|ministers?|presidents?|presidency|presidential|premier|"
        r"chancellor|parliament|lawmakers?|congress|senat(?:e|ors?)|sen|rep|mp|mps|mayors?|"
        r"governors?|gov|officials?|authorit(?:y|ies)|police|sheriff|prosecutors?|court|judges?|"
        r"departments?|embassy|ambassadors?|diplomats?|kremlin|white house|downing street|"
        r"cabinet|council(?:lors?)?|commission(?:ers?)?|administration|secretary|state|city|"
        r"national security|customs|agency|bureau|office|service|king|queen|prince|leaders?|"
        r"candidate|party|european union|eu|united nations|un|regulators?|attorney|delegation|"
        r"dictator|emperor|tsar|central bank|federal reserve|district|firefighters?|fire chief",
    ),
    (
        "NGO",
        r"red cross|red crescent|amnesty|human rights watch|ngos?|charit(?:y|ies)|foundations?|"
        r"associations?|unions?|campaigners?|activists?|non-?profits?|aid (?:groups?|agenc\w+|"
        r"workers?)|rights groups?|federation|society|oxfam|unicef|(?-i:WHO)|organi[sz]ation|msf|"
        r"greenpeace|league|alliance|coalition|committee",
    ),
    (
        "company",
        r"compan(?:y|ies)|firm|inc|corp|corporation|ltd|plc|llc|gmbh|group|airlines?|airways|"
        r"banks?|manufacturers?|makers?|operator|chief executive|ceo|cfo|executives?|"
        r"shareholders?|investors?|industries|motors|holdings|retailers?|supplier|startup|club",
    ),
    (
        "unidentified",
        r"people|residents?|witness(?:es)?|villagers?|locals?|neighbou?rs?|some|many|others|"
        r"critics|observers|users|someone|everyone|nobody|rumou?rs?|reports?|allegations?|"
        r"claims?|voters|fans|survivors?|passengers?|parents|supporters|opponents",
    ),
)
# A paper that names nobody: "intelligence reports", "the military agreement".
_PAPER = re.compile(
    r"(?:reports?|documents?|agreements?|treat(?:y|ies)|deals?|laws?|letters?|memos?|statements?|"
    r"data|figures|records|filings?|results?)$"
)
_PATTERNS = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in _RULES
)
# Endings of nouns for people; enough to let "she" mean "a nurse" and not "a report".
_HUMAN = re.compile(
    r"(?:[eo]r|man|woman|ist|ant|ent|person|chief|nurse|coach|witness|official|analyst|expert|boy|"
    r"girl|pilot|scholar|aide|friend|wife|husband|captain|general|source|king|queen|judge|"
    r"survivor|victim|relative|attorney|economist|chairwoman|academic|cleric|critic|envoy)$"
)
_NOT_HUMAN = word_set("""
    paper newspaper letter center centre government department parliament agreement
    statement document plant court border tower power number member-state settlement
    announcement assessment indictment restaurant ant president-office order error monitor
    broadcaster regulator newsletter manufacturer retailer carrier operator
""")


def is_human(noun: str) -> bool:
    """Whether a noun names a person by what they are or do: "nurse", "official"."""
    return _HUMAN.search(noun) is not None and noun not in _NOT_HUMAN


def is_someone(name: str) -> bool:
    """Whether a description names anyone who can speak: "police sources" does, "demand" not."""
    return not name.islower() or any(pattern.search(name) for _, pattern in _PATTERNS)


def is_nameless(name: str) -> bool:
    """Whether the text keeps the source's name back: "unidentified sources", "an insider"."""
    return _PATTERNS[0][1].search(name) is not None


def kind_of(name: str, role: str = "", label: str = "") -> SourceKind:
    """The kind of a source called ``name`` that the text describes as ``role``.

    label: the name's entity label where one is known. A role says more than the name.
    """
    if _PAPER.search(name) and name.islower():
        return "unidentified"
    for words in (role, name if label != "PERSON" else ""):
        for kind, pattern in _PATTERNS:
            if words and pattern.search(words):
                return kind
    if label in ("GPE", "NORP"):
        return "government"
    if label == "ORG":
        return "company"
    return "person" if label == "PERSON" else "unidentified"
