"""The script that Streamlit runs, and the folder it stands in."""

from __future__ import annotations

import sys
from pathlib import Path

SHELL = Path(__file__).resolve().with_name("shell.py")


def settle_path() -> None:
    """Have the script's folder in ``sys.path`` for good, as the last.

    Streamlit puts it before all others as a run begins and takes it out as that ends, if it was not
    there. Whoever looks for a package just then, in another thread, passes a folder over and finds
    none.
    """
    folder = str(SHELL.parent)
    if folder not in sys.path:
        sys.path.append(folder)
