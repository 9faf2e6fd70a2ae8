"""What several tests of geocoding want."""

from __future__ import annotations

import pytest

from tests.geocode.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()
