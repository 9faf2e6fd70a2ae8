"""What dashboard.py decides and the pages are told: the only settings there are."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True, slots=True)
class Settings:
    """What the top floor decides.

    database: its URL, "" for the store's own. seeds: the folder of samples. base_path: the path
    that the app lies under, "" or "/so". contact: the e-mail address that Nominatim is told; ""
    is off, and then no service is asked.
    """

    database: str
    seeds: str
    base_path: str = ""
    contact: str = ""


def read_settings() -> Settings:
    """The settings that dashboard.py handed to the app."""
    return Settings(**{name: str(value) for name, value in st.secrets["claimmap"].items()})
