"""The base map is the same for ever; a session adds the name of its channel."""

from __future__ import annotations

import re
from pathlib import Path

import claimmap.view
from claimmap.view.maps import claims_map, session_layer
from claimmap.view.scripts import SCRIPTS, WORKER_SCRIPTS, early_script, layer_script, worker_script

STATIC = Path(claimmap.view.__path__[0]) / "static"
TOKEN = "0123456789abcdef" * 2
STARTERS = (layer_script(), early_script("d1"))


def base_script() -> str:
    """The base map's JavaScript without the random name that folium gives a map."""
    base = claims_map()
    page = base.get_root().render()
    return str(page).replace(base.get_name(), "the_map")


def added_script(token: str) -> str:
    group = session_layer(token)
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
    assert {path.stem for path in STATIC.glob("*.js")} == {*SCRIPTS, *WORKER_SCRIPTS}
    assert (STATIC / "layer.css").exists()


def test_our_scripts_name_no_other_address() -> None:
    for path in STATIC.iterdir():
        assert not re.search(r"https?://", path.read_text(encoding="utf-8"))


def test_our_scripts_never_write_html() -> None:
    for path in STATIC.glob("*.js"):
        code = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", code)


def test_a_session_adds_the_name_of_its_channel_and_nothing_that_changes() -> None:
    assert added_script(TOKEN) == f'claimmap.join("{TOKEN}");'


def test_page_and_frame_start_the_very_same_worker() -> None:
    [address] = {re.findall(r"claimmap.worker = (.*);", text)[-1] for text in STARTERS}
    assert re.fullmatch(r'"worker.js\?[0-9a-f]{16}"', address)


def test_the_worker_needs_no_page() -> None:
    assert not re.search(r"\b(window|document|L)\.", worker_script())
