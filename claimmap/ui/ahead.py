"""The files of Streamlit and streamlit-folium that the map's page asks for only as it is drawn.

A browser learns of them one round after the other; named with the page, they come beside the rest.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import streamlit

_ELEMENTS = (
    *("BidiComponent", "Button", "ComponentInstance", "DateInput", "Html", "Multiselect"),
    *("PageLink", "Selectbox", "TextInput"),
)
"""What the page is made of, as Streamlit calls the files of its frontend."""
_IMPORTED = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


class Frontend(NamedTuple):
    """Addresses of modules below the server's root: those of elements, and all that these import.

    files: the elements' own among them, without what comes with the page anyway. Neither names a
    file that this Streamlit does not have.
    """

    elements: tuple[str, ...]
    files: tuple[str, ...]


@cache
def read_frontend() -> Frontend:
    """What Streamlit's own files tell of each other."""
    served = Path(streamlit.__file__).parent / "static"
    scripts = served / "static" / "js"
    page = (served / "index.html").read_text(encoding="utf-8")
    first = {file.name for file in scripts.iterdir() if file.name in page}
    wanted = [file.name for name in _ELEMENTS for file in scripts.glob(f"{name}.*.js")]
    every = _with_imports(scripts, wanted, first)
    return Frontend(*(tuple(f"static/js/{name}" for name in names) for names in (wanted, every)))


def frame_files() -> tuple[str, ...]:
    """The same of the map's frame; none before a page has had it, for then it is not served yet."""
    package = sys.modules.get("streamlit_folium")
    if package is None or package.__file__ is None:
        return ()
    built = Path(package.__file__).parent / "frontend" / "build"
    files = sorted(built.glob("static/js/main.*.js"))
    return tuple(f"component/streamlit_folium.st_folium/static/js/{file.name}" for file in files)


def _with_imports(folder: Path, wanted: Iterable[str], known: set[str]) -> list[str]:
    """The scripts so named and all that they import, but for what is known."""
    found: dict[str, None] = {}
    waiting = list(wanted)
    while waiting:
        name = waiting.pop(0)
        if name in known or name in found:
            continue
        found[name] = None
        waiting += _IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
    return list(found)
