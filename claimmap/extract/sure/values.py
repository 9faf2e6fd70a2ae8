"""Words that praise and blame.

They follow the kinds of attitude of Martin and White (2005), "The language of evaluation": affect
(delighted, worried), judgement of people (reckless, fair), appreciation of things (ugly, vital).
"""

from __future__ import annotations

from claimmap.extract.who.lexicon import word_set

VALUES = word_set("""
    challenging difficult hard easy wrong right good bad great terrible dangerous important crucial
    vital necessary unnecessary unacceptable acceptable unfair fair best worst better worse
    impossible essential outrageous disgraceful disappointing excellent irresponsible ridiculous
    absurd shameful wonderful tragic reckless premature inadequate insufficient significant
    impressive alarming worrying concerning encouraging
    unlucky deserved lucky brilliant poor strong weak
    appalling awful horrible horrific horrendous dreadful lovely beautiful ugly amazing fantastic
    superb magnificent marvellous outstanding remarkable extraordinary exceptional splendid
    finest greatest worthy unworthy worthwhile pointless useless useful helpful unhelpful
    harmful foolish stupid silly naive wise unwise clever smart sensible prudent reasonable
    unreasonable irrational rational cruel inhumane humane brutal barbaric immoral moral unethical
    ethical unjust just unjustified justified illegitimate legitimate intolerable inexcusable
    unforgivable indefensible disproportionate excessive lenient harsh cowardly brave courageous
    heroic noble admirable commendable laudable welcome regrettable sad heartbreaking devastating
    embarrassing humiliating disgusting scandalous hypocritical cynical dishonest honest corrupt
    incompetent competent careless negligent clumsy hopeless hopeful promising bleak grim
    inspiring inspired dull boring exciting thrilling entertaining proud ashamed happy unhappy
    pleased delighted disappointed angry furious sorry grateful satisfied dissatisfied confident
    optimistic pessimistic concerned worried overdue urgent imperative desirable undesirable
    preferable inappropriate appropriate misguided mistaken flawed ill-advised short-sighted
    counterproductive ineffective effective wasteful disastrous catastrophic historic memorable
    unprecedented insulting offensive sinister ludicrous laughable pathetic mediocre perfect
    ideal fortunate unfortunate undeserved incredible unbelievable inevitable unsustainable
""")
# Before a noun these only measure: "a significant part".
MILD = word_set("""
    significant important hard easy strong weak poor necessary essential vital crucial difficult
    right just perfect challenging useful competent effective
""")
# "Too early to tell" judges nothing.
TIMELY = word_set("early late soon close")
VALUE_NOUNS = word_set("""
    mistake shame disgrace disaster tragedy scandal victory triumph success failure fiasco farce
    nonsense outrage insult betrayal blessing miracle catastrophe injustice crime nightmare joke
    blunder error blow setback breakthrough milestone privilege honour honor pleasure pity
    embarrassment humiliation travesty folly madness hypocrisy priority hero coward masterpiece
    joy threat waste burden
""")
# Values told as a manner: "rightly punished", "shamefully slow".
VALUE_MANNERS = word_set("""
    shamefully rightly wrongly unfairly fairly unjustly sadly regrettably unfortunately fortunately
    thankfully disgracefully outrageously ridiculously absurdly brilliantly superbly beautifully
    badly poorly terribly wonderfully foolishly wisely recklessly needlessly unacceptably
    utterly miserably spectacularly
    appallingly scandalously admirably bravely heroically shockingly disappointingly
""")
