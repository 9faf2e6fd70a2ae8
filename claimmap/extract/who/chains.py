"""The path of a claim to us: its root first, those who relayed it, the outlet read last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimmap.extract.who.findings import Finding
from claimmap.model import Source

# What can relay a claim, besides whatever ``kinds`` calls media.
_CHANNEL = re.compile(
    r"\b(?:website|site|channel|telegram|twitter|facebook|youtube|instagram|weibo|blog|podcast|"
    r"programme|program|show|newspaper|newswire|magazine|journal|radio|television|tv)\b",
    re.IGNORECASE,
)

# Whoever listens for a paper that is not named.
_HEARERS = re.compile(r"\b(?:reporters?|journalists?|correspondents?|the press)\b", re.IGNORECASE)


def relays(source: Source) -> bool:
    """Whether a source is one that passes on what others say: a paper, a broadcaster, a site."""
    if _HEARERS.search(source.name):
        return False
    return source.kind == "media" or _CHANNEL.search(source.name) is not None


def enclosing(findings: Sequence[Finding]) -> dict[int, Finding]:
    """Head of each finding -> the finding of speech in whose content its cue stands (narrowest).

    "X said that, according to Y, ...": X's content holds Y's cue. Linear but for nested ones.
    """
    found: dict[int, Finding] = {}
    at: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.sort != "attitude":
            for i in finding.content:
                at.setdefault(i, []).append(finding)
    for finding in findings:
        around = [
            g
            for g in at.get(finding.head, ())
            if g.head != finding.head and g.head not in finding.content
        ]
        if around:
            found[finding.head] = min(around, key=lambda g: len(g.content))
    return found


def chain_of(
    behind: Source | None, source: Source, through: Source | None, outer: tuple[Source, ...]
) -> tuple[Source, ...]:
    """Root first. outer: the path from the enclosing attribution, or the outlet alone."""
    links = [behind, source, through if through and relays(through) else None, *outer]
    known = [link for link in links if link is not None and link.name]
    # Whoever stands twice ("X said that, according to Y, he thought") is nearest to us last.
    later = [{after.name.casefold() for after in known[i + 1 :]} for i in range(len(known))]
    return tuple(
        link for link, rest in zip(known, later, strict=True) if link.name.casefold() not in rest
    )


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in the order in which a reader meets their sources."""
    return sorted(findings, key=lambda f: min(f.source, default=f.head))
