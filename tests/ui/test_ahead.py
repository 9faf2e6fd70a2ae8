"""The files that the map's page will ask for, as this Streamlit names them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit

from claimmap.ui.ahead import frame_files, read_frontend

SERVED = Path(streamlit.__file__).parent / "static"


@pytest.mark.parametrize(
    "element",
    [
        *("BidiComponent", "Button", "ComponentInstance", "DateInput", "Html", "Multiselect"),
        *("PageLink", "Selectbox", "TextInput"),
    ],
)
def test_each_element_of_the_page_is_named_once(element: str) -> None:
    elements, files = read_frontend()
    [named] = [file for file in elements if re.search(rf"/{element}\.[^/]*\.js$", file)]
    assert files.count(named) == 1


def test_all_that_they_import_is_named_or_comes_with_the_page() -> None:
    page = (SERVED / "index.html").read_text(encoding="utf-8")
    files = read_frontend().files
    known = {file.rsplit("/", 1)[-1] for file in files}
    for file in files:
        text = (SERVED / file).read_text(encoding="utf-8")
        for name in re.findall(r'from"\./([^"]+\.js)"', text):
            assert name in known or name in page, (file, name)


def test_the_frame_is_named_once_a_page_has_had_it() -> None:
    import streamlit_folium

    built = Path(streamlit_folium.__file__).parent / "frontend" / "build"
    [file] = frame_files()
    assert (built / file.removeprefix("component/streamlit_folium.st_folium/")).is_file()
