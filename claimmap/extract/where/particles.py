"""What stands before and behind a name in languages of other scripts: closed word classes."""

from __future__ import annotations

import re

from claimmap.extract.wordlist import word_set

# Prepositions of place: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Greek, Arabic, Persian,
# Urdu, Hebrew.
PREPOSITIONS = word_set(
    "в во на у из изо из-под под подо до от ото к ко с со над за близ возле около через между"
    " при по для із зі з від біля коло поблизу між крізь ў са край код близу до από σε στη στην"
    " στο στον στα στις προς για κοντά في من إلى الى على قرب نحو عن بين شمال جنوب شرق غرب مدينة"
    " در از به تا نزدیک شهر میں سے کو تک قریب ליד אל מן בין"
)
# Written on the word that follows: "and", "in", "to", "so", "as" (Arabic), "in", "to", "from",
# "and", "the", "that" (Hebrew).
PREFIXES = frozenset("وفبكلבלמוהשכ")
SHORTEST_PREFIXED = 3  # letters, of the whole

# Korean: what a division is called, then particles (Sohn 1999, 9.3), "army", "side", "direction".
KOREAN = re.compile(
    "(?:특별자치시|특별자치도|특별시|광역시|시|군|구|도|읍|면|동|주|성|현|공화국|지역|지방|인근|부근|일대)?"
    "(?:군|측|산|발|행|인|어|식|은행|정부|대통령)?"
    "(?:에서는|에서도|에서의|에서|에게서|에게|에는|에도|에|으로부터|으로는|으로|로부터|로는|로|부터|까지|까지는"
    "|은|는|이|가|을|를|의|와|과|도|만|이나|나|이며|며|이라고|라고|이란|란|보다|처럼|이다|다)?"
)

# Ordinary words that are also the names of large places: directions, "new", "we", "morning".
COMMON = word_set(
    "北部 南部 东部 西部 中部 東部 中央 中心 南部地区 北部地区 西部地区 东部地区 大学 高山"
    " 北部地方 南部地方 東部地方 西部地方 남부 북부 동부 서부 중부 중앙 남쪽 북쪽 동쪽 서쪽 기자"
    " 우리 위해 고시 가자 구리 고양 양주 они мир юг север восток запад южный северный восточный"
    " западный центральный новый новая новое старый белый красный роман лев анна мария иван центр"
    " الجنوب الشمال الغرب الشرق الوسط الجديد الجديدة المدينة صباح الكبير القديمة النصر السلام محمد"
    " علي حسن عبد الله"
)
