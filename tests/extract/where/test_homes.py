"""What a place name does in its sentence: where somebody is only at home, and datelines."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The grain ship left Odesa for the Black Sea.",
            {"Odesa": "origin", "Black Sea": "destination"},
        ),
        ("The frigate left for the Baltic Sea on Monday.", {"Baltic Sea": "destination"}),
        (
            "The tanker (flag: Liberia) ran aground off Brest.",
            {"Liberia": "affiliation", "Brest": "scene"},
        ),
        ("Flag: Panama. Crew: 22.", {"Panama": "affiliation"}),
        (
            "The vessel, registered in Malta, sank near Kochi.",
            {"Malta": "affiliation", "Kochi": "scene"},
        ),
        ("Two cases were registered in Malta.", {"Malta": "scene"}),
        ("The turbine maker based in Aarhus cut 300 jobs.", {"Aarhus": "affiliation"}),
        ("The firm, headquartered in Osaka, lost its contract.", {"Osaka": "affiliation"}),
        ("Troops based in Gao came under fire.", {"Gao": "scene"}),
        ("The company has its headquarters in Geneva.", {"Geneva": "affiliation"}),
        ("MONACO. World champion Lena Hart has been suspended.", {"MONACO": "seat"}),
        ("The road was cut.\n\nASTANA. The river burst its banks.", {"ASTANA": "seat"}),
    ],
)
def test_where_somebody_belongs_is_no_scene(text, expected, roles_at):
    assert roles_at(text, *expected) == expected
