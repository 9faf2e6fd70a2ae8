"""Names in other scripts, inside English text and as the whole of it."""

from __future__ import annotations

import pytest

from claimmap.extract.where.scripts import find_script_names

NAMES = [
    # Cyrillic, declined
    ("Взрывы прогремели в Курске и в Нижнем Новгороде.", ["Курске", "Нижнем Новгороде"]),
    ("Войска вошли в Курскую область.", ["Курскую область"]),
    ("Поезд из Казани прибыл в Санкт-Петербург.", ["Казани", "Санкт-Петербург"]),
    ("Россия и Украина обменялись пленными.", ["Россия", "Украина"]),
    ("У Харкові та Львові пролунали вибухи.", ["Харкові", "Львові"]),
    # Greek
    ("Η αστυνομία στην Αθήνα και στη Θεσσαλονίκη.", ["Αθήνα", "Θεσσαλονίκη"]),
    # Hangul, with particles
    ("북한군이 평양에서 러시아로 이동했다.", ["북한", "평양", "러시아"]),
    ("미국 대통령이 도쿄를 방문했다.", ["미국", "도쿄"]),
    # Chinese and Japanese
    ("中国军队在北京和上海举行演习。", ["中国", "北京", "上海"]),
    ("ロシアの大統領はモスクワを離れ、北京に着いた。", ["ロシア", "モスクワ", "北京"]),
    # Arabic and Hebrew, with prepositions written on
    ("وصلت القوات إلى موسكو من دمشق.", ["موسكو", "دمشق"]),
    ("زار الوزير القاهرة وبغداد.", ["القاهرة", "بغداد"]),
    ("ראש הממשלה ביקר בחיפה.", ["חיפה"]),
    # others
    ("დილით უკრაინა და თბილისი", ["უკრაინა", "თბილისი"]),
    ("दिल्ली और मुंबई में बारिश हुई।", ["दिल्ली", "मुंबई"]),
    # inside English
    ("Kursk, Курск, 쿠르스크, 库尔斯克, كورسك", ["Курск", "쿠르스크", "库尔斯克", "كورسك"]),
    ("Officials in Pyongyang (평양) met.", ["평양"]),
    # one word
    ("Курск", ["Курск"]),
    ("平壤", ["平壤"]),
]

ORDINARY = [
    "Они не знали, что Юг уже потерян. Но Мир ждёт.",
    "Новый год. Большой театр. Первый канал. Роман читает.",
    "Сегодня президент заявил, что всё хорошо.",
    "Директор завода Владимир Петров ушёл.",
    "오늘 날씨가 좋습니다. 기자가 가자고 했다. 남부 지방에 비가 내린다.",
    "우리는 나라를 위해 일한다.",
    "今日は天気がいいです。テレビとコンピューター、サッカーの選手。",
    "政府今天宣布新的经济政策，南部地区遭遇洪水，中央银行提高利率。",
    "的一是在不了有和人这中大为上个国我以要他时来用们",
    "قال الرئيس إن الحكومة ستعلن سياسة جديدة. صباح الخير. محمد في السوق.",
]


def found(text, gazetteer):
    return [span.of(text) for span in find_script_names(text, gazetteer)]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_is_found_in_its_own_script(gazetteer, text, expected):
    assert found(text, gazetteer) == expected


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_spelt_like_places_are_left_alone(gazetteer, text):
    assert found(text, gazetteer) == []


def test_both_scripts_of_a_text_are_read_in_its_order(place_names):
    assert place_names("Trains left Seoul (서울) for Busan.") == ["Seoul", "서울", "Busan"]
