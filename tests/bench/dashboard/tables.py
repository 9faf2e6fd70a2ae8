"""What was measured, as text."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bench.dashboard.ours import Own, percentile
from tests.bench.dashboard.peers import Cost

_KILO = 1000


def show_costs(size: int, costs: Mapping[str, Cost]) -> None:
    """One line a way of showing the claims; times in ms, beside ours as "x ours"."""
    mine = costs["Claim Map"].percentile(50)
    print(f"\n{size:,} claims")
    head = ("first", "change p50", "p95", "x ours", "kB/change", "heap MB", "CPU ms", "server MB")
    print(f"  {'':20}" + "".join(f"{name:>12}" for name in head))
    for name, cost in costs.items():
        half, most = cost.percentile(50), cost.percentile(95)
        cells = (
            f"{cost.first:,.0f}",
            f"{half:,.0f}",
            f"{most:,.0f}",
            f"{half / mine:.1f}",
            f"{cost.got / _KILO:,.1f}",
            f"{cost.heap:,.0f}",
            f"{cost.cpu:,.0f}",
            f"{cost.memory:,.0f}",
        )
        print(f"  {name:20}" + "".join(f"{cell:>12}" for cell in cells), flush=True)


def show_own(own: Own, floor: Cost | None) -> None:
    """What only our timeline and filter have, beside the floor's rerun where there is one."""
    rerun = floor.percentile(50) if floor else float("nan")
    first = own.cost.first / floor.first if floor else float("nan")
    drag = [percentile(own.drags, share) for share in (50, 95)]
    source = percentile(own.sources, 50)
    print(f"  first map / floor's first page           {first:.2f}")
    print(f"  bytes of the first map                   {own.columns / _KILO:,.0f} kB")
    print(f"  drag to redrawn, p50, p95                {drag[0]:.0f}, {drag[1]:.0f} ms")
    print(
        f"    / floor's rerun                        {drag[0] / rerun:.2f}, {drag[1] / rerun:.2f}"
    )
    print(f"  frames while dragging, p95               {percentile(own.frames, 95):.0f} ms")
    print(f"  messages to the server while dragging    {own.messages}")
    print(
        f"  another source, p50                      {source:.0f} ms, {source / rerun:.2f} x rerun"
    )
    print(f"  bytes a change of source                 {own.filter_bytes / _KILO:.1f} kB")
    print(f"  words, worst                             {max(own.searches):.0f} ms")
    print(f"  popup of a crowded place, worst          {max(own.popups):.0f} ms")
    print(f"  server: {own.cost.memory:.0f} MB; a further session {own.session:.0f} MB", flush=True)
