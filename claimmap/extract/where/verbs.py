"""Verbs, and adjectives, that tell what a place name beside them does.

Facts of English, not of any corpus; all in their base forms.
"""

from __future__ import annotations

from claimmap.extract.where import words
from claimmap.extract.wordlist import word_set

# Verbs whose object or recipient is someone, so that a place there is its government.
TRANSFER_VERBS = word_set(
    "provide supply arm equip give grant lend sell offer help support back aid assist finance"
    " fund furnish present award pay tell warn inform urge ask accuse blame criticise criticize"
    " condemn thank join fight threaten sanction pressure invite persuade convince force respond"
    " reply apologise apologize appeal complain hand transfer recognise recognize explain"
    " represent allow charge fine sue praise punish pardon"
)
# Verbs of getting something from someone.
RECEIVING_VERBS = word_set("receive get hear learn borrow accept seek demand")
# Verbs of contests: who is beaten, or beats, is a side.
CONTEST_VERBS = word_set(
    "beat defeat outlast outplay thrash trounce rout edge overcome upset oust outscore knock sign"
    " eliminate outclass vanquish overpower play face"
)
# Verbs whose subject and object are both ground.
TOUCHING_VERBS = word_set("border neighbour neighbor adjoin")
# Verbs of being somewhere or undergoing something.
STATIVE_VERBS = word_set(
    "lie sit stand stretch border burn shake flood freeze sleep suffer experience undergo endure"
    " record neighbour neighbor adjoin see witness swelter shiver wake brace reel mourn grow"
    " shrink collapse boast smoulder smolder tremble"
)
# Verbs of what takes hold of a whole land.
GRIPPING_VERBS = word_set("grip engulf paralyse paralyze lash pummel plague haunt consume")
# Verbs that say of a town as ground what they say of a government as an actor.
NEUTRAL_VERBS = word_set(
    "have get receive host hold become remain need begin increase extend continue do take make fall"
)
SAYING_VERBS = word_set(
    "say tell state announce report claim add warn write speak inform declare comment admit"
    " confirm deny testify reveal stress reiterate"
)
# Verbs whose object is news from elsewhere: "reported a blast in X", "confirmed a case in X".
REPORTING_VERBS = word_set("report confirm declare record")
# Verbs by which who speaks is told to do so, or not to.
SPEAKING_VERBS = SAYING_VERBS | word_set(
    "decline refuse respond reply note explain argue believe think insist estimate suggest"
    " describe recall allege predict expect acknowledge ask urge call brief"
)
# Verbs of deciding and dealing, beside ``words.AGENCY_VERBS``.
DECIDING_VERBS = word_set(
    "adopt afford establish contend pursue highlight ratify enact legislate vow fear ignore"
    " tolerate cooperate appoint nominate sue miss let intervene endorse veto welcome comment pay"
    " object protest abstain balk hesitate lobby boycott concede apologise apologize insist"
)
# Verbs of going towards what follows "on", "for" or "at".
ADVANCING_VERBS = word_set("advance march converge descend move close encroach land")
# Verbs of doing someone's work: "plays for X", "spies for X".
SERVING_VERBS = word_set("work play sign speak act score fight vote compete spy ride race bat run")

# Adjectives of what someone wills or owes, so that who is so is an actor.
WILLING_ADJECTIVES = word_set(
    "ready willing reluctant keen eager unable determined committed opposed reliant dependent"
    " responsible concerned worried confident prepared alone interested guilty wary open hostile"
    " grateful proud certain likely unlikely"
)
# Adjectives of what ground is like.
GROUND_ADJECTIVES = word_set(
    "arid beautiful big calm cold crowded dangerous deserted dry dusty far flat foggy full high"
    " hot humid icy landlocked large low mountainous poor prone quiet rainy remote rich safe small"
    " snowy steep tense underwater vast vulnerable warm wet windy"
)

TRAVEL_VERBS = word_set("fly travel run sail drive commute shuttle")
# What "to" follows with someone, and no way, behind it.
ADDRESSING_VERBS = TRANSFER_VERBS | SAYING_VERBS | word_set("lose accord matter belong")
# By what they make of a place: a party, a will, or ground.
DEALING_VERBS = TRANSFER_VERBS | CONTEST_VERBS
WILFUL_VERBS = words.AGENCY_VERBS | DECIDING_VERBS | CONTEST_VERBS
GROUND_VERBS = words.STRIKING_VERBS | GRIPPING_VERBS | TOUCHING_VERBS
