"""The sockets on which Streamlit's server listens."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path
from stat import S_ISSOCK

_OPEN_FILES = Path("/dev/fd")  # of this process, on Linux and macOS


def send_at_once() -> int:
    """Have the connections of this process send at once what they are given; out: how many listen.

    A response is written in two pieces, its headers and its body. By default the second waits until
    the browser has acknowledged the first (RFC 896), which that puts off by some 40 ms (RFC 1122,
    4.2.3.2). asyncio ends that for sockets that name TCP as their protocol, and Streamlit's names
    none. What a socket accepts has its options; where there is no list of what is open, all stays
    as it is.
    """
    found = 0
    for file in _OPEN_FILES.iterdir() if _OPEN_FILES.is_dir() else ():
        with suppress(OSError):  # what is open now may be closed in a moment
            found += _send_at_once(int(file.name))
    return found


def _send_at_once(number: int) -> bool:
    """The same of an open file, if it is a socket that listens. Out: whether it is."""
    if not S_ISSOCK(os.fstat(number).st_mode):
        return False
    with socket.socket(fileno=os.dup(number)) as one:
        listens = one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) == 1
        if listens and one.family in (socket.AF_INET, socket.AF_INET6):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listens
