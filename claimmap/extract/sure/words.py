"""Words that deny, judge, foresee, intend, or keep their distance, by what they do."""

from __future__ import annotations

from claimmap.extract.who.lexicon import word_set

DENYING = word_set(
    "deny dispute refute reject refuse rebut dismiss repudiate disavow denial disprove debunk"
)
JUDGING = word_set("""
    think feel consider argue opine urge recommend propose praise criticise criticize
    condemn welcome denounce blame slam opinion view mock call demand
    ridicule deplore defend regret advise describe refer label brand term slam dub
""")
NORMS = word_set("should must ought")
VALUES = word_set("""
    challenging difficult hard easy wrong right good bad great terrible dangerous important crucial
    vital necessary unnecessary unacceptable acceptable unfair fair best worst better worse
    impossible essential outrageous disgraceful disappointing excellent irresponsible ridiculous
    absurd shameful wonderful tragic reckless premature inadequate insufficient significant
    impressive alarming worrying concerning encouraging
    mistake shame disgrace disaster tragedy scandal
    unlucky deserved lucky brilliant poor strong weak
""")
FORESEEING = word_set("""
    expect predict forecast anticipate foresee fear hope project estimate expectation prediction
    projection envisage
""")
MAYBE = word_set("might could may")
LIKELY = word_set("likely unlikely probably possibly perhaps potentially maybe")
NATURAL = word_set("""
    rise fall grow shrink hit reach increase decrease worsen improve win lose become last cause
    spread drop climb slow recover weaken strengthen intensify peak rain snow flood collapse
    exceed happen remain cost affect die survive succeed fail be bring save average total have
    mean create generate boost help hurt need continue
""")
INTENDING = word_set("""
    plan intend promise vow pledge agree decide order arrange schedule aim commit threaten
    prepare propose offer decision promise hope hop want seek
""")
ABOUT_TO = word_set("due set scheduled ready poised slated bound")
DISTANCING = word_set("""
    claim allege accuse suspect believe purport rumour rumor speculate assume suppose allegation
    accusation suspicion speculation belief charge hear contend suggest
""")
DISTANT = word_set("""
    reportedly allegedly purportedly supposedly apparently ostensibly seemingly alleged purported
    suspected rumoured rumored unconfirmed unverified so-called presumed
""")
# The lemmatizer takes "hopes" for a form of "hop".
# What is said of who or what took part, and so not of the event: "two suspected drones fell".
PARTAKING = word_set("alleged purported suspected rumoured rumored presumed so-called")
# "I don't know" denies nothing.
MINDING = word_set("know think believe want understand feel see expect remember like care need")
NEGATIONS = word_set("not n't n’t never no none neither nor")
SELF = word_set("it he she they we i")
# Inside quotation marks the speaker says "I" or "we" of itself.
OWN_SELF = word_set("i we")
QUOTES = frozenset({"“", '"', "«", "‘", "''", "'"})
TRUE = word_set("true correct accurate right")
UNTRUE = word_set("false untrue baseless unfounded fake lie lies incorrect")
# "Is said to", "it was reported that": nobody stands for it.
SAID_BY_NOBODY = word_set("say report believe think understand claim allege suspect rumour rumor")
