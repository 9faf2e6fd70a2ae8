"""Nothing but a slider: what Streamlit itself takes."""

from tests.bench.dashboard.apps.claims import choose_range

choose_range()
