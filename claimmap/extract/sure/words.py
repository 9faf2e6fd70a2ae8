"""Words that deny, judge, foresee, intend, or keep their distance, by what they do.

The classes are those of Saurí (2008), "A factuality profiler for eventualities in text" (event
selecting predicates), and of Levin (1993) for verbs of change, existence and experience.
"""

from __future__ import annotations

from claimmap.extract.who.lexicon import word_set

# Denying.
DENYING = word_set("""
    deny dispute refute reject refuse rebut dismiss repudiate disavow denial disprove debunk doubt
    contradict discredit disclaim decline rubbish
""")
# What is said, and so can be denied: "dismissed the rumour", but not "dismissed the general".
SAID_THINGS = word_set("""
    claim report rumour rumor allegation accusation charge suggestion theory idea notion story
    figure footage assertion insinuation myth speculation narrative criticism finding statement
""")
# "Did not say": the source leaves it open, and denies nothing.
SILENT = word_set("say disclose reveal specify elaborate confirm know comment explain mention tell")
# Who insists counters what others say: "insisted that no offer had been made".
COUNTERING = word_set("insist stress maintain emphasise emphasize reiterate swear protest assure")
# Who admits a failing denies nothing: "acknowledged that it had not tested it".
ADMITTING = word_set("admit acknowledge concede confess regret lament complain apologise apologize")
EVIDENCE = word_set("""
    evidence proof sign indication trace link connection basis truth substance plan intention
    knowledge role involvement part wrongdoing hint correlation relationship effect
""")
# "There is no excuse": a judgment; "there is no doubt": no denial.
EXCUSES = word_set("excuse reason justification need point alternative place room time")
CERTAINTIES = word_set("doubt question denying")
FINDING = word_set("find see have uncover discover detect identify show reveal")
# "I don't know" denies nothing.
MINDING = word_set(
    "know think believe want understand feel see expect remember like care need recall"
)
NEGATIONS = word_set("not n't n’t never no none neither nor")
# "In no way", "at no point", "under no circumstances".
EVER = word_set("point time stage way circumstances moment")
SELF = word_set("it he she they we i")
OWNERS = word_set("its his her their our my")
# Inside quotation marks the speaker says "I" or "we" of itself.
OWN_SELF = word_set("i we")
OWN_OWNERS = word_set("our my")
QUOTES = frozenset({"“", '"', "«", "‘", "''", "'"})
TRUE = word_set("true correct accurate right")
UNTRUE = word_set("""
    false untrue baseless unfounded fake lie lies incorrect groundless fabricated inaccurate
    bogus hoax fabrication invention myth fiction misleading forgery falsehood slander libel smear
""")

# Judging and demanding.
JUDGING = word_set("""
    think feel consider argue opine urge recommend propose praise criticise criticize
    condemn welcome denounce blame slam opinion view mock call demand
    ridicule deplore defend regret advise describe refer label brand term slam dub
    hail laud applaud commend appeal advocate lambaste decry lament bemoan deem
    object oppose implore plead ask exhort encourage beg insult scold chide credit salute support
    back favour favor endorse
""")
# Judging also where the outlet tells it of others: "was condemned by".
PRAISING = word_set("""
    praise criticise criticize condemn denounce slam hail applaud laud decry deplore
""")
NORMS = word_set("should must ought")
# "We would like", "I would prefer".
LIKING = word_set("like love prefer")
# What cannot be afforded, ignored or allowed is not to be: "we cannot accept".
NOT_TO_BE = word_set("afford accept tolerate ignore allow let stand")

# To come.
FORESEEING = word_set("""
    expect predict forecast anticipate foresee fear hope hop project estimate expectation
    prediction projection envisage prophesy foretell
""")
# What is feared or hoped can lie behind: "fears that he has drowned".
FEARING = word_set("fear hope hop expect anticipate")
# A present or past amount can be estimated too.
RECKONING = word_set("estimate estimation project")
MAYBE = word_set("might could may")
LIKELY = word_set("likely unlikely probably possibly perhaps potentially maybe")
# "The likely cause".
PROBABLE = word_set("likely unlikely probable possible potential")
# Adjectives and nouns before "to": "certain to win", "on course to miss".
SURE_TO = word_set("likely unlikely certain sure bound liable course track brink verge")
CHANCE = word_set("chance risk likelihood probability danger possibility odds prospect potential")
RUNNING = word_set("face raise increase carry run see reduce put have")
# Guesses: what others will do is foreseen under them, not planned.
PENALTIES = word_set("year month prison jail sentence ban fine imprisonment penalty life death")
GUESSING = word_set("think believe guess reckon suspect assume figure bet")
NATURAL = word_set("""
    rise fall grow shrink hit reach increase decrease worsen improve win lose become last cause
    spread drop climb slow recover weaken strengthen intensify peak rain snow flood collapse
    exceed happen remain cost affect die survive succeed fail be bring save average total have
    mean create generate boost help hurt need continue
    live exist face suffer struggle feel see experience lack miss double triple treble halve
    quadruple plunge soar surge jump decline dip slump tumble rebound stabilise stabilize ease
    deteriorate deepen widen narrow lead result occur erupt strike sweep sink
    drown starve freeze melt thaw dry burn overflow burst break vanish disappear emerge appear
    escalate persist prevail dominate suffice outnumber overtake surpass outstrip damage destroy
    harm threaten trigger prompt spark fuel drive push force prove
    beat defeat qualify contribute matter
""")
# Of those who can decide, these are deeds: "the ministry will increase spending".
DEEDS = word_set("""
    increase decrease improve spread drop slow strengthen weaken boost help bring save create
    generate continue lead widen narrow drive push force damage destroy harm hit hurt contribute
""")
# Of prices, storms and laws also these are arranged: "the trial will begin".
TIMED = word_set("""
    begin start open reopen close end resume return launch run go land arrive depart expire cover
    include apply allow feature enter continue replace carry connect link host serve house offer
    provide require ban shut premiere air
""")
# "Will be hit", "will be needed": suffered, not arranged.
SUFFERED = word_set("""
    hit affect displace kill destroy lose feel submerge need force damage wipe leave flood hurt stop
""")
# Endings of nouns for deeds and states; and things that end like people ("winter", "plant").
ABSTRACT = ("tion", "sion", "ment", "ing", "ity", "ence", "ance", "ness", "ism", "ship", "age")
THINGS = word_set("""
    river water weather winter summer computer border letter number tower power fever danger
    corridor motor sector factor event accident incident percent plant merger paper order server
    disaster hunger prayer layer filter reactor tractor container trailer chapter character cluster
    encounter matter shelter frontier offer tanker bunker cancer tumour tumor error terror horror
    mirror harbour harbor labour labor colour color vapour vapor barrier crater glacier tariff
    virus component content element amendment fire conveyor elevator generator indicator
    corner counter cover dinner finger folder gender ladder leather meter metre litre monster
    murder newsletter poster quarter ruler rubber slaughter suffer thunder timber transfer user
    warrant grant covenant variant
""")
# Those who suffer or do, but do not decide.
CROWDS = word_set("""
    people family resident patient child thousand million dozen hundred household pensioner worker
    consumer farmer refugee migrant voter commuter passenger traveller driver homeowner customer
""")
GROUPS = word_set("""
    team squad crew side band orchestra choir museum school hospital theatre theater church shop
    store hotel restaurant zoo college board panel jury body watchdog regime town village nation
    country province county branch unit fleet staff management opposition treasury start-up
    bishop pope monk chef host guard athlete youth man woman boy girl nurse convoy expedition
""")
READY = word_set("ready fit able available complete operational clear back enough over fine")
INTENDING = word_set("""
    plan intend promise vow pledge agree decide order arrange schedule aim commit threaten
    prepare propose offer decision promise hope hop want seek
    swear mean mull contemplate intention undertake volunteer
""")
# "Considering a ban": intended, if not yet decided.
WEIGHING = word_set("consider weigh mull contemplate plan prepare")
PLANS = word_set("plan intention preparation proposal promise pledge commitment agreement deal")
# Who does so has them: "drew up plans", but not "praised plans".
# What is so fixed is arranged, whatever it is: "the snow show is scheduled to".
FIXED = word_set("scheduled slated earmarked supposed rescheduled planned arranged timetabled")
MAKING = word_set("""
    have draw make unveil announce outline prepare lay develop finalise finalize reach sign strike
""")
# "Ordered an evacuation" is to come; "ordered 20 jets" is a purchase.
ORDERING = word_set("order plan propose schedule arrange promise pledge")
ABOUT_TO = word_set("""
    due set scheduled ready poised slated bound about going earmarked tipped supposed rescheduled
    planned arranged timetabled
""")
# "Is meant to help" tells what for, and no plan.
MEANT = word_set("mean intend")
# "The aim is to".
GOALS = word_set("aim goal plan intention target objective proposal")
# In the present tense with a day these are of a timetable: "opens on Wednesday".
TIMETABLED = word_set("open start begin close end resume reopen go vote play host travel depart")
COMING = word_set("monday tuesday wednesday thursday friday saturday sunday tomorrow tonight")
# "His job is to": no plan, but what something is for.
PURPOSES = word_set("""
    job task purpose role duty point idea challenge key way problem mission function question
    answer solution decision move tweet remark strategy effort tactic trick response
""")

# Keeping a distance.
DISTANCING = word_set("""
    claim allege accuse suspect believe purport rumour rumor speculate assume suppose allegation
    accusation suspicion speculation belief charge hear contend suggest
    hint insinuate imply presume surmise guess reckon suggestion insinuation hypothesise
    hypothesize theorise theorize
""")
# Whose name is kept back: "asked for anonymity", "not to be named".
ANONYMOUS = word_set("anonymity anonymous anonymously")
NAMED = word_set("named identified")
ACCUSING = word_set("accuse suspect allege")
DOUBTFUL = word_set("allegation accusation suspicion speculation rumour rumor insinuation hearsay")
# "There are signs that".
SIGNS = word_set("indication sign report claim talk suggestion hint")
SEEMING = word_set("seem appear look")
DISTANT = word_set("""
    reportedly allegedly purportedly supposedly apparently ostensibly seemingly alleged purported
    suspected rumoured rumored unconfirmed unverified so-called presumed presumably evidently
    conceivably arguably
""")
# What is said of who or what took part, and so not of the event: "two suspected drones fell".
PARTAKING = word_set("alleged purported suspected rumoured rumored presumed so-called")
# "Is said to", "it was reported that": nobody stands for it.
SAID_BY_NOBODY = word_set("""
    say report believe think understand claim allege suspect rumour rumor presume assume suppose
""")
# What an open question hangs on: "it is not clear whether".
OPEN = word_set("clear unclear known unknown certain uncertain sure unsure")
