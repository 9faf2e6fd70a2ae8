"""The files of Streamlit and streamlit-folium that the map's page asks for only as it is drawn.

A browser learns of them one round after the other; named with the page, they come beside the rest.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import streamlit

_ELEMENTS = (
    *("BidiComponent", "Button", "ComponentInstance", "DateInput", "Html", "Multiselect"),
    *("PageLink", "Selectbox", "TextInput"),
)
"""What the page is made of, as Streamlit calls the files of its frontend."""
_IMPORTED = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


@cache
def frontend_files() -> tuple[str, ...]:
    """Their addresses below the server's root; none of a file that this Streamlit does not have."""
    served = Path(streamlit.__file__).parent / "static"
    scripts = served / "static" / "js"
    page = (served / "index.html").read_text(encoding="utf-8")
    first = {file.name for file in scripts.iterdir() if file.name in page}
    wanted = [file.name for name in _ELEMENTS for file in scripts.glob(f"{name}.*.js")]
    return tuple(f"static/js/{name}" for name in _with_imports(scripts, wanted, first))


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
