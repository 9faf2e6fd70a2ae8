"""The words that attribute, grouped by what they do and by how they take their content.

The classes follow the verb classes of Levin (1993), "English Verb Classes and Alternations"
(verbs of communication, conjecture, judgment, desire), and the source-cue-content scheme of
Pareti (2015). A verb may stand in several groups; the parse decides which frame it is used in.
"""

from __future__ import annotations

from typing import Literal

from claimmap.extract.wordlist import word_set as word_set

CueSort = Literal["speech", "thought", "evidence", "attitude"]

SPEECH = word_set("""
    acknowledge add admit advise affirm allege announce answer argue assert assure attest aver avow
    blog boast brag brief charge chant claim clarify comment complain concede confess confide
    confirm contend continue counter cry declare denounce deny disclose elaborate emphasise
    emphasize exclaim explain grumble hint imply inform insist interject interpose joke lament
    maintain mention muse mutter note notify observe object opine pronounce protest quip read recall
    recount reiterate relate remark remind repeat reply report respond retort reveal say shout
    signal speculate state stress submit suggest swear tell testify tweet underline underscore urge
    warn whisper write yell post quote caution reckon posit postulate proclaim profess promise
    pledge vow predict forecast demand propose recommend interrupt conclude rule order ask wonder
    inquire enquire question convey communicate circulate hear learn agree stipulate describe
    appeal plead
""")
THOUGHT = word_set("""
    anticipate assume believe conclude consider doubt dream envisage envision estimate expect fear
    feel figure foresee guess hold hop hope imagine judge know presume reason reckon regret
    remember realise realize suppose surmise suspect think understand wish worry wonder question
    decide determine see recognise recognize calculate assess project forecast
""")
EVIDENCE = word_set("""
    demonstrate find indicate prove reveal show suggest confirm signal imply illustrate highlight
    underscore reflect establish document detail estimate record
""")
# Verbs whose content is what is to be done: "vowed to", "refused to".
INTENT = word_set("""
    agree aim ask beg choose consent decide decline demand elect expect forbid hop hope implore
    instruct intend invite encourage offer order plan plead pledge poise prefer promise propose
    refuse request seek swear threaten urge volunteer vote vow want warn wish look lobby
    call press advise appear seem
""")
# Verbs that judge, name or speak of a thing: "praised the plan", "described it as".
OBJECT = word_set("""
    acknowledge accuse allege announce applaud approve argue ask assail assert assess back bash
    bemoan berate
    blame blast challenge characterise characterize chide cite commend compare condemn
    congratulate credit criticise criticize debate decry defend denounce deny deride describe
    detail disavow discuss dismiss disparage dispute echo emphasise emphasize endorse espouse
    explain express favor favour hail highlight invoke label lament laud list lambaste mention
    mock name note oppose outline portray post praise predict prefer present promise pronounce
    propose quote question recall recommend reiterate refute reject repeat report
    reveal ridicule scold share slam signal stress suggest support tell thank tout tweet
    underline underscore urge voice vow warn welcome demand declare admit confirm attack see
    satirize single criticize call forecast expect anticipate project
    belittle renounce rebut rebuke repudiate scorn term brand dub deem
""")
# Objects that verbs of telling take as hearer, not as content.
# Verbs whose content may be a deed in -ing: "denied losing", "ruled out paying".
GERUND = word_set("deny admit confess rule recall report acknowledge suggest recommend propose")
TELLING = word_set("tell inform assure remind notify warn advise brief urge ask convince persuade")
WITH_PREPOSITION: dict[str, frozenset[str]] = {
    "agree": word_set("with on"),
    "allude": word_set("to"),
    "apologise": word_set("for"),
    "apologize": word_set("for"),
    "ask": word_set("about for"),
    "advocate": word_set("for"),
    "argue": word_set("for against"),
    "boast": word_set("about of"),
    "brag": word_set("about of"),
    "call": word_set("for on upon"),
    "comment": word_set("on about"),
    "complain": word_set("about of"),
    "disagree": word_set("with"),
    "hint": word_set("at"),
    "inquire": word_set("about"),
    "lash": word_set("at out"),
    "object": word_set("to"),
    "point": word_set("to"),
    "press": word_set("for"),
    "push": word_set("for"),
    "refer": word_set("to"),
    "react": word_set("to"),
    "speak": word_set("about of out"),
    "talk": word_set("about"),
    "think": word_set("of about"),
    "warn": word_set("of about against"),
    "write": word_set("about of"),
    "worry": word_set("about"),
    "wonder": word_set("about"),
    "plead": word_set("for"),
    "testify": word_set("about to"),
}
# Nouns that attribute a clause ("the claim that") or a thing ("criticism of").
CLAUSE_NOUNS = word_set("""
    accusation admission allegation announcement argument assertion assumption assurance belief
    charge claim comment complaint concern conclusion confidence contention declaration denial
    doubt estimate
    expectation fear feeling hope hint idea insistence notion opinion pledge prediction promise
    proposal recommendation remark report revelation ruling rumor rumour sense speculation
    statement suggestion suspicion testimony threat view vow warning
""")
# Nouns for a thing said or written: it can be a source itself ("the statement said").
PAPERS = word_set("""
    statement report document letter memo communique communiqué release survey poll study
    transcript article dossier bulletin email e-mail note dispatch briefing post tweet analysis
    assessment announcement paper message file filing court data figures
""")
# Verbs whose object can be a claim in itself: "announced a ban", "warned of floods".
ASSERTS_THING = word_set("""
    allege announce claim confirm declare deny disclose estimate forecast predict reject report
    reveal warn accuse blame dispute dismiss refute rebut note expect anticipate project put rule
    count register tally give
""")
DENIALS = word_set("deny dispute dismiss refute reject rebut")
# "counted 14 deaths": a claim where an office does so.
COUNTING = word_set("count register tally")
# "put the toll at 40": what is given a number.
FIGURES = word_set("""
    number figure toll cost total count value damage loss price estimate death bill size amount
    chance share rate turnout
""")
# "published photos of the port": the thing shown is put forward as evidence.
SHOWING = word_set("publish release share post show broadcast air unveil")
SHOWN = word_set("""
    photo photograph image picture imagery footage video clip map chart graphic recording
""")
LIGHT_VERBS = word_set(
    "issue make give release voice express deliver raise repeat publish level lodge"
)
REPORTED_BY_NOUN = word_set("view opinion word assessment estimation telling words")
_OPEN_SORTS: tuple[tuple[CueSort, frozenset[str]], ...] = (
    ("speech", SPEECH),
    ("evidence", EVIDENCE),
    ("thought", THOUGHT),
)


def sort_of(lemma: str) -> CueSort:
    """What a cue verb or noun does with its content; "attitude" for all that only judge or want."""
    for sort, words in _OPEN_SORTS:
        if lemma in words or (sort == "speech" and lemma in CLAUSE_NOUNS):
            return sort
    return "attitude"
