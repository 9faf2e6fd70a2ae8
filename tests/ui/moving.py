"""The page as AppTest sees it: what its parts are told, and what they report from the browser."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, parse_qsl

from streamlit.testing.v1 import AppTest

FACE = "claimmap_timeline"
LINE = "claimmap_line"


def line(app: AppTest) -> dict[str, Any]:
    """The line that Python last told the page."""
    data: dict[str, Any] = json.loads(_face(app, LINE).json)
    return data


def chips(app: AppTest) -> list[tuple[str, str]]:
    """Each value that filters, as (key, value) of the link: what the line has a button for."""
    return [chip for chip in parse_qsl(line(app)["query"]) if chip[0] != "basis"]


def take_out(app: AppTest, key: str, value: str) -> AppTest:
    """Run the app as after a press of that value's button."""
    states = app._tree.get_widget_states()
    state = states.widgets.add()
    state.id = f"$$STREAMLIT_INTERNAL_KEY_{_face(app, LINE).id}__events"
    pressed = {"event": "remove", "value": {"key": key, "value": value}}
    state.json_trigger_value = json.dumps([pressed])
    return app._run(states)


def told(app: AppTest) -> dict[str, Any]:
    """What Python last told the timeline, by itself and by the line."""
    data: dict[str, Any] = json.loads(_face(app).json)
    said = line(app)
    asked = {key: values[0] for key, values in parse_qs(said["query"]).items()}
    total, shown, _, _ = said["counts"]
    return data | {
        "first": asked.get("from"),
        "last": asked.get("to"),
        "basis": asked.get("basis", "event"),
        "shown": shown,
        "total": total,
        "turn": said["turn"],
    }


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


def _face(app: AppTest, name: str = FACE) -> Any:
    protos = [one.proto for one in app.get("bidi_component")]
    return next(proto for proto in protos if proto.component_name == name)
