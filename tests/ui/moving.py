"""The timeline as AppTest sees it: what it is told, and a range that its browser part reports."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

FACE = "claimmap_timeline"


def told(app: AppTest) -> dict[str, Any]:
    """What Python last told the timeline."""
    data: dict[str, Any] = json.loads(_face(app).json)
    return data


def shown_range(app: AppTest) -> tuple[str | None, str | None]:
    """The range that the timeline is told to show; None for an open end."""
    data = told(app)
    return data["first"], data["last"]


def report(app: AppTest, value: object) -> AppTest:
    """Run the app as after a report of the timeline's; other widgets say what they were set to."""
    states = app._tree.get_widget_states()
    state = states.widgets.add()
    state.id = _face(app).id
    state.json_value = json.dumps({"range": value})
    return app._run(states)


def move(
    app: AppTest, first: str | None, last: str | None, *, basis: str = "event", turn: int = 0
) -> AppTest:
    """Bring the timeline's range to rest; at the next turn where none is given."""
    number = turn or told(app)["turn"] + 1
    return report(app, {"first": first, "last": last, "basis": basis, "turn": number})


def _face(app: AppTest) -> Any:
    protos = [one.proto for one in app.get("bidi_component")]
    return next(proto for proto in protos if proto.component_name == FACE)
