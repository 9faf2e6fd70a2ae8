"""Three hundred damaged files of each format: each is read or refused in words, none hangs."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from random import Random

import pytest

from claimmap.reading.messages import Found, FoundClaims
from tests.reading.conftest import Read
from tests.reading.making import (
    LAST,
    MORE,
    WORDS,
    make_docx,
    make_mail,
    make_page,
    make_pdf,
    make_xlsx,
    make_zip,
)

MUTANTS = 300
RECORD = (
    '{"version":1,"form":"indirect","content":[[0,8]],"toponyms":[{"span":[3,8],"role":"scene",'
    '"place":5}],"quantities":[],"known":[["outlet","given",""]]}'
)
EXPORTED = (
    (
        "source,stance,chain,event_first,place,place_id,latitude,longitude,sentence,document,claim,"
        "record\r\n"
        "Ana,asserted,Ana > X,2024-10-18,Porto,5,41.15,-8.61,It rained.,d,c,"
        f"{json.dumps(RECORD)}\r\n"
    )
    .replace('\\"', '""')
    .encode()
)
CLAIM = {"text": "It rained.", "source": "Ana", "place": "Porto", "date": "2024-10-18"}
POINT = {"type": "Point", "coordinates": [-8.61, 41.15]}
FEATURE = {"type": "Feature", "geometry": POINT, "properties": CLAIM}
HEAD = '<title>Rain</title><script type="application/ld+json">{"@type": "NewsArticle"}</script>'
LINES = [(72, 700, WORDS), (72, 680, MORE), (72, 660, LAST)]
SAMPLES = {
    "a.txt": f"PORTO, Oct 18 (Reuters) - {WORDS}\n\n{MORE}\n".encode(),
    "a.md": f"---\ntitle: Rain\ndate: 2024-10-18\n---\n# Rain\n\n{WORDS}\n".encode(),
    "a.html": make_page(WORDS, MORE, LAST, head=HEAD),
    "a.pdf": make_pdf(LINES, LINES, info="/Title (Rain) /CreationDate (D:20241018)"),
    "a.docx": make_docx(WORDS, MORE, title="Rain", core="<dc:creator>Ana</dc:creator>"),
    "a.eml": make_mail(
        WORDS, f"<p>{MORE}</p>", Subject="Rain – x", Date="Fri, 18 Oct 2024 09:00:00 +0000"
    ),
    "a.jsonl": (f'{{"text": "{WORDS}", "date": "2024-10-18"}}\n' * 3).encode(),
    "a.csv": f'date,text\n18/10/2024,"{WORDS}"\n,{MORE}\n'.encode(),
    "claims.csv": EXPORTED,
    "a.geojson": json.dumps({"type": "FeatureCollection", "features": [FEATURE] * 3}).encode(),
    "a.xlsx": make_xlsx(["date", "text"], ["2024-10-18", WORDS], [None, MORE]),
    "a.zip": make_zip(
        {"a.txt": WORDS, "in/b.html": make_page(WORDS, MORE), "a.toml": "title = 'x'"}
    ),
}


def damaged(raw: bytes, chance: Random) -> bytes:
    """The bytes with some of them changed, lost, doubled or put in."""
    changed = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 1, 2, 8, 64))
        part = bytes(changed[at : at + length])
        changed[at : at + length] = chance.choice(
            (
                b"",
                part * 2,
                chance.randbytes(length),
                b"\xff" * length,
                b"\x00" * length,
                b"<&]\"'{(%",
            )
        )
    return bytes(
        changed[: chance.randrange(len(changed) + 1)] if chance.random() < 0.1 else changed
    )


def mutants(name: str, raw: bytes) -> Iterator[bytes]:
    """Damaged files; of a packed one every other is damaged inside, and packed again."""
    chance = Random(name)
    for number in range(MUTANTS):
        if number % 2 and raw.startswith(b"PK"):
            with zipfile.ZipFile(BytesIO(raw)) as opened:
                members = {one: opened.read(one) for one in opened.namelist()}
            chosen = chance.choice(list(members))
            yield make_zip({**members, chosen: damaged(members[chosen], chance)})
        else:
            yield damaged(raw, chance)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_damaged_file_is_read_or_refused_in_words(read: Read, name: str) -> None:
    assert isinstance(read(SAMPLES[name], name)[0], Found | FoundClaims)
    for raw in mutants(name, SAMPLES[name]):
        found = read(raw, name)
        for one in found:
            if isinstance(one, Found):
                assert one.document.text.strip()
            elif isinstance(one, FoundClaims):
                assert one.ready.extraction.claims
            else:
                assert one.reason.endswith(".")
                assert "broke down" not in one.reason, raw
