"""Serves one of these apps with Leaflet beside it: ``streamlit run serve.py``, CLAIMMAP_BENCH_APP
naming the script."""

import os
from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet, leaflet_markercluster

HERE = Path(__file__).resolve().parent

app = st.App(
    str(HERE / f"{os.environ['CLAIMMAP_BENCH_APP']}.py"),
    routes=[
        Mount("/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
        Mount("/cluster", StaticFiles(directory=leaflet_markercluster.BASE_DIR)),
    ],
)
