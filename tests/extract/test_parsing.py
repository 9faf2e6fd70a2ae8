"""A text parsed: its offsets are the document's, and its paragraphs its sentences' borders."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import PIECE, parse


def sentences(text, parser):
    return [sentence.text.strip() for sentence in parse(text, parser).sents]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \n",
        "One line.",
        "Curly “marks”, a dash — and an ellipsis…",
        "Windows\r\nlines\u2028and\x00odd \ufeffcharacters",
        "<script>alert(1)</script> ${x} `y` \\ {{z}}",
        "🌊 Überschwemmung in Łódź",
    ],
)
def test_the_parse_gives_back_the_text_unchanged(text, parser):
    assert parse(text, parser).text == text


def test_a_long_text_is_parsed_in_pieces_and_stays_whole(parser):
    text = "The river rose again in Sankt Pölten.\n" * (2 * PIECE // 38)
    doc = parse(text, parser)
    assert doc.text == text
    assert len(list(doc.sents)) == text.count("\n")


def test_a_sentence_never_crosses_a_paragraph_break(parser):
    text = "Flood in the north\nThe mayor of Arlen called for help\n\nNo one was hurt"
    assert sentences(text, parser) == [
        "Flood in the north",
        "The mayor of Arlen called for help",
        "No one was hurt",
    ]


def test_lines_wrapped_at_a_width_are_one_paragraph(parser):
    text = (
        "The harbour of the old town was closed on Monday because the storm had torn\n"
        "two ships from their moorings and driven them across the basin to the other\n"
        "quay where the fishing boats lie, the harbour master of the town told a local\n"
        "Station and asked all owners to look after their boats during the coming night\n"
        "Because the wind was expected to turn and to blow even harder from the south\n"
        "before it would calm down at last.\n"
    )
    assert not any(s.startswith("two ships") for s in sentences(text, parser))


def test_an_insertion_in_brackets_goes_on_with_its_sentence(parser):
    assert len(sentences("“They will be ready [to leave the camp] in May,” she said.", parser)) == 1
