"""The composition root: settings, the app and the routes beside it (streamlit run dashboard.py)."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from threading import Thread

import streamlit as st

from claimmap.store import DEFAULT_URL
from claimmap.ui.resources import Settings, current_snapshot, open_store
from claimmap.ui.samples import warm_up
from claimmap.web import routes

HERE = Path(__file__).resolve().parent
base_path = st.get_option("server.baseUrlPath").strip("/")
settings = Settings(
    database=os.environ.get("CLAIMMAP_DATABASE") or DEFAULT_URL,
    seeds=str(HERE / "seeds"),
    base_path=f"/{base_path}" if base_path else "",
)


@asynccontextmanager
async def warm(_: st.App) -> AsyncIterator[None]:
    """Get ready while the first browser is still loading the page."""
    Thread(target=warm_up, args=(settings,), name="warm-up", daemon=True).start()
    yield


app = st.App(
    str(HERE / "claimmap" / "ui" / "shell.py"),
    secrets={"claimmap": asdict(settings)},
    lifespan=warm,
    routes=routes(
        partial(current_snapshot, settings.database),
        open_store(settings.database),
        HERE / "data" / "basemap",
        base_path,
    ),
)
