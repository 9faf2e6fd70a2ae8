"""The composition root: settings, the app and the routes beside it (streamlit run dashboard.py)."""

import gc
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from threading import Thread

import streamlit as st

from claimmap.ui.ahead import frame_files, read_frontend
from claimmap.ui.script import SHELL, settle_path
from claimmap.ui.settings import Settings
from claimmap.web import ASGIApp, Early, Kept, Later, Middleware, mount, send_at_once

HERE = Path(__file__).resolve().parent
base_path = st.get_option("server.baseUrlPath").strip("/")
settings = Settings(
    database=os.environ.get("CLAIMMAP_DATABASE", ""),
    seeds=str(HERE / "seeds"),
    base_path=f"/{base_path}" if base_path else "",
    contact=os.environ.get("CLAIMMAP_NOMINATIM", ""),
)


def open_answers() -> ASGIApp:
    """Our own routes. What they stand on takes seconds to load: Streamlit does not wait for it."""
    from claimmap.ui.comparing import compare_all, compare_soon
    from claimmap.ui.resources import current_snapshot, open_store, select_claims
    from claimmap.web.answers import answers
    from claimmap.web.claims import Claims

    database = settings.database
    current, select = partial(current_snapshot, database), partial(select_claims, database)
    compare, soon = partial(compare_all, database), partial(compare_soon, database)
    claims = Claims(open_store(database), current, select, compare, soon)
    return answers(claims, HERE / "data" / "basemap")


def get_ready() -> None:
    """Load what the first page will want, while the browser is still loading its own part."""
    global files
    try:
        own.open()
        from claimmap.ui.resources import current_snapshot
        from claimmap.ui.samples import start_samples
        from claimmap.view.scripts import map_files

        start_samples(settings)
        read_frontend()  # kept, and so quick once a page asks
        files = tuple(f"claimmap/{file}" for file in map_files())
        snapshot = current_snapshot(settings.database)
        # Worked out once, and kept.
        _ = snapshot.digest, snapshot.packed, snapshot.columns.by_place
    finally:
        gc.freeze()
        gc.enable()


def name_files() -> list[str]:
    """What the page will ask for as it draws the map, once that is known."""
    if not files:
        return []
    named = {"modulepreload": read_frontend().files, "prefetch": (*files, *frame_files())}
    return [
        f"<{settings.base_path}/{file}>; rel={rel}"
        for rel, those in named.items()
        for file in those
    ]


def name_elements() -> list[str]:
    """The modules that draw the page's elements: Streamlit asks for each as it first draws one."""
    return [f"{settings.base_path}/{file}" for file in read_frontend().elements] if files else []


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Get ready beside the server."""
    send_at_once()
    Thread(target=get_ready, name="get-ready", daemon=True).start()
    yield


# What loading makes stays: looking for rubbish in it would be a tenth of the start.
gc.disable()
settle_path()
own = Later(open_answers)
files: tuple[str, ...] = ()
app = st.App(
    str(SHELL),
    secrets={"claimmap": asdict(settings)},
    lifespan=lifespan,
    routes=[mount(own, base_path)],
    middleware=[
        Middleware(
            Early,
            path=f"{settings.base_path}/",
            links=name_files,
            script=f"{settings.base_path}/claimmap/early.js",
            modules=name_elements,
        ),
        Middleware(Kept),
    ],
)
