"""The base map is the same for ever; what changes is a short line that no text can break."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import claimmap.view
from claimmap.model import Filter
from claimmap.view.filters import filter_query
from claimmap.view.maps import SCRIPTS, claims_map, filter_layer
from tests.view.rows import HOSTILE

STATIC = Path(claimmap.view.__path__[0]) / "static"
CALL = r'claimmap\.show\("\w+", "([^"]*)", "[0-9a-f]*", \d+\);'
TOKEN = "0123456789abcdef" * 2


def base_script() -> str:
    """The base map's JavaScript without the random name that folium gives a map."""
    base = claims_map()
    page = base.get_root().render()
    return str(page).replace(base.get_name(), "the_map")


def layer_script(wanted: Filter) -> str:
    group = filter_layer("0123456789abcdef", wanted, TOKEN, 41)
    return "".join(child._template.module.script(child) for child in group._children.values())


def test_each_base_map_is_a_new_object_with_the_same_script() -> None:
    assert claims_map() is not claims_map()
    assert base_script() == base_script()


def test_the_base_map_asks_no_address_but_our_own() -> None:
    addresses = re.findall(r"""(?:src|href)=["']([^"']*)["']""", base_script())
    assert addresses
    assert all(address.startswith("../../claimmap/") for address in addresses)
    assert "//" not in "".join(addresses)


def test_every_script_and_style_of_ours_is_there_and_asked_for() -> None:
    assert {path.stem for path in STATIC.glob("*.js")} == set(SCRIPTS)
    assert (STATIC / "layer.css").exists()


def test_our_scripts_name_no_other_address() -> None:
    for path in STATIC.iterdir():
        assert not re.search(r"https?://", path.read_text(encoding="utf-8"))


def test_our_scripts_never_write_html() -> None:
    for path in STATIC.glob("*.js"):
        code = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", code)


def test_the_same_filter_is_the_same_line() -> None:
    wanted = Filter(first=date(2024, 1, 1), sources=("Ada Stone",))
    assert layer_script(wanted) == layer_script(wanted)
    assert filter_query(wanted) in layer_script(wanted)


def test_the_line_names_the_channel_and_the_turn_that_the_server_knows() -> None:
    assert layer_script(Filter()).endswith(f'"{TOKEN}", 41);')


def test_a_usual_filter_is_sent_in_few_bytes() -> None:
    wanted = Filter(date(2024, 1, 1), date(2024, 2, 1), "statement", ("Ada Stone", "Ben Hill"))
    assert len(layer_script(wanted)) < 300


def test_no_text_can_break_the_line() -> None:
    hostile = HOSTILE + "{{'map_div'}} _0123456789abcdef0123456789abcdef feature_group_0"
    (call,) = re.findall(CALL, layer_script(Filter(text=hostile)))
    assert re.fullmatch(r"[\w.~%+=&-]*", call)
    assert "_" not in call
