"""Which language a text is in, and what is said of one that is not English."""

from __future__ import annotations

import pytest

from claimmap.reading import find_language, language_notice, read_text

ENGLISH = (
    "The mayor said on Tuesday that forty boats had left the harbour, that the bridge was closed"
    " to all traffic, and that nobody had been hurt in the storm."
)
FOREIGN = [
    (
        "de",
        "Der Bürgermeister sagte am Dienstag, dass vierzig Boote den Hafen verlassen hätten und"
        " dass niemand im Sturm verletzt worden sei.",
    ),
    (
        "fr",
        "Le maire a déclaré mardi que quarante bateaux avaient quitté le port et que personne"
        " n'avait été blessé dans la tempête de la nuit.",
    ),
    (
        "nl",
        "De burgemeester zei dinsdag dat veertig boten de haven hadden verlaten en dat niemand in"
        " de storm gewond was geraakt.",
    ),
    (
        "ru",
        "Мэр сообщил во вторник, что сорок судов покинули порт, что мост закрыт для всего"
        " движения и что никто не пострадал во время ночного шторма.",
    ),
    (
        "ko",
        "시장은 화요일 마흔 척의 배가 항구를 떠났으며 다리는 모든 차량에 대해 통제되었고 지난밤"
        " 폭풍으로 다친 사람은 아무도 없다고 기자들에게 밝혔다 그는 오늘 다시 발표할 것이다.",
    ),
    (
        "zh",
        "市长星期二表示，四十艘船已经离开港口，大桥对所有车辆关闭，昨晚的风暴中没有任何人受伤。",
    ),
]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH.lower(),
        ENGLISH + " " + FOREIGN[0][1],
        "Oleksandr Petrenko met Kim Sung-ho in Kharkiv on Friday, Nguyen Van Thanh and Mohammed"
        " al-Rashid told Yonhap and Le Monde, near Rostov-na-Donu and Sao Paulo.",
    ],
    ids=["plain", "capitals", "no capitals", "with a German sentence", "foreign names"],
)
def test_english_is_english(text: str) -> None:
    assert find_language(text) == "en"
    assert not language_notice(find_language(text))


@pytest.mark.parametrize(("language", "text"), FOREIGN, ids=[one for one, _ in FOREIGN])
def test_another_language_is_known(language: str, text: str) -> None:
    assert find_language(text) == language
    assert language_notice(language).startswith("English is expected, and this seems to be ")


@pytest.mark.parametrize(
    "text",
    ["", "Kyiv", "Der Bürgermeister sagte am Dienstag nichts.", "12 34 56 " * 30, "\u2028 \0 {}"],
)
def test_what_is_too_short_is_not_judged(text: str) -> None:
    assert find_language(text) == ""
    assert not language_notice("")


def test_a_language_without_a_name_is_told_by_its_code() -> None:
    assert "another language (lij)" in language_notice("lij")
    assert "to be German:" in language_notice("de")


def test_a_document_knows_its_language() -> None:
    assert read_text(FOREIGN[0][1]).language == "de"
    assert read_text(ENGLISH).language == "en"
