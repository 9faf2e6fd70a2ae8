"""Connections to a server of this process send at once what they are given."""

from __future__ import annotations

import os
import select
import socket
from contextlib import closing

from claimmap.web import send_at_once


def waits(one: socket.socket) -> bool:
    return one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0


def test_what_a_listening_socket_accepts_waits_for_nothing() -> None:
    # As Streamlit makes it: without a protocol.
    with closing(socket.socket(socket.AF_INET)) as server, closing(socket.socket()) as other:
        server.bind(("127.0.0.1", 0))
        server.listen()
        assert send_at_once() >= 1
        with (
            closing(socket.create_connection(server.getsockname())) as ours,
            closing(server.accept()[0]) as theirs,
        ):
            assert not waits(theirs)
            assert waits(ours)
        assert waits(other)
        assert not server.get_inheritable()


def test_nothing_else_is_held_open() -> None:
    reading, writing = os.pipe()
    send_at_once()
    os.close(writing)
    ended, _, _ = select.select([reading], [], [], 1)
    assert ended  # for nobody else can write to it
    os.close(reading)
