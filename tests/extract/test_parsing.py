"""A text parsed: its offsets are the document's, and its paragraphs its sentences' borders."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import PIECE, _split_pieces, parse
from claimmap.extract.tokenizing import LONGEST, CuttingTokenizer


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


def test_pieces_are_joined_token_for_token_as_they_were_parsed(parser):
    text = "The minister didn't go to Graz.\nA flood, he said, had hit Linz on Monday.\n" * 400
    pieces = [parser(piece) for piece in _split_pieces(text)]
    assert len(pieces) == 2
    joined = parse(text, parser)
    for one, other in zip(joined, (token for piece in pieces for token in piece), strict=True):
        for name in ("text", "norm_", "lemma_", "pos_", "tag_", "dep_", "ent_iob_", "ent_type_"):
            assert getattr(one, name) == getattr(other, name)
        assert (one.head.i - one.i, one.morph) == (other.head.i - other.i, other.morph)
        assert one.is_sent_start == other.is_sent_start
    assert sum(len(list(piece.sents)) for piece in pieces) == len(list(joined.sents))


@pytest.mark.parametrize("sign", ["(", '"', "“", "'", "[]()", "a", "北京", "9", "-", "x."])
def test_the_tokenizer_never_sees_a_run_longer_than_the_longest(sign, parser):
    text = f"They met in Graz {sign * (3 * LONGEST // len(sign))} and left."
    seen = []

    def tokenize(part):
        seen.append(part)
        return parser.tokenizer.tokenizer(part)

    assert CuttingTokenizer(tokenize)(text).text == text
    assert max(len(word) for part in seen for word in part.split()) == LONGEST


def test_words_of_a_usual_length_are_not_cut(parser):
    text = f"See https://a.example/{'x' * 200} for what she didn't say."
    cut, whole = parser.tokenizer(text), parser.tokenizer.tokenizer(text)
    assert [(token.text, token.norm_) for token in cut] == [(t.text, t.norm_) for t in whole]


def test_blanks_that_break_no_line_are_read_as_plain_ones(parser):
    text = "Flooding\u00a0ruined 2\u202f400 barns on\u00a0Monday."
    doc = parse(text, parser)

    assert doc.text == "Flooding ruined 2 400 barns on Monday."
    assert [t.idx for t in doc] == [t.idx for t in parse(doc.text, parser)]
