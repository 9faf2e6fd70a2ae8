"""The script's folder in the path: others look for packages while it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.ui.script import SHELL, settle_path


class Watched(list[str]):
    """A path that notes who changes it."""

    changes = 0

    def insert(self, *given: object) -> None:
        """Note it."""
        self.changes += 1
        super().insert(*given)  # type: ignore[arg-type]

    def remove(self, value: str) -> None:
        """Note it."""
        self.changes += 1
        super().remove(value)


@pytest.mark.parametrize("settled", [True, False])
def test_a_run_changes_the_path_unless_it_is_settled(
    open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, settled: bool
) -> None:
    path = Watched(folder for folder in sys.path if folder != str(SHELL.parent))
    monkeypatch.setattr(sys, "path", path)
    if settled:
        settle_path()
        settle_path()
        assert path.count(str(SHELL.parent)) == 1
        assert path[-1] == str(SHELL.parent)
    assert not open_app().exception
    assert bool(path.changes) != settled
