"""A real PostgreSQL server of the tests' own: on this machine alone, and gone when they end."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, create_engine

from claimmap.store import Store

USER = "claimmap"
# Nothing here has to outlive the machine.
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "120",
}


@dataclass(frozen=True)
class Server:
    """A server on 127.0.0.1 that trusts whoever asks; ``made`` is a database with our tables."""

    port: int

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{USER}@127.0.0.1:{self.port}/{database}"

    @contextmanager
    def database(self, *, empty: bool = False) -> Iterator[str]:
        """The URL of a database of one's own, dropped at the end."""
        name = f"d{secrets.token_hex(6)}"
        self.run("postgres", f"CREATE DATABASE {name}" + ("" if empty else " TEMPLATE made"))
        try:
            if not empty:
                identity = secrets.token_hex(4)
                self.run(name, f"UPDATE content SET identity = '{identity}'")
            yield self.url(name)
        finally:
            self.run("postgres", f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, database: str, statement: str) -> list[tuple[object, ...]]:
        """What a statement answers, outside of any transaction."""
        engine = create_engine(
            URL.create(
                "postgresql+psycopg", USER, host="127.0.0.1", port=self.port, database=database
            ),
            isolation_level="AUTOCOMMIT",
        )
        try:
            with engine.connect() as connection:
                result = connection.exec_driver_sql(statement)
                return [tuple(row) for row in result] if result.returns_rows else []
        finally:
            engine.dispose()


def find_programs() -> Path | None:
    """The folder of PostgreSQL's own programs, of the newest version; None where there is none."""
    # Debian keeps them out of the path.
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: -int(one.parts[-2]))
    found = [folder for folder in folders if (folder / "initdb").exists()]
    elsewhere = shutil.which("initdb")
    return found[0] if found else Path(elsewhere).resolve().parent if elsewhere else None


@contextmanager
def run_server(programs: Path) -> Iterator[Server]:
    """Start a server in a temporary folder."""
    folder = Path(tempfile.mkdtemp(prefix="claimmap-postgresql-"))
    as_user: list[str] = []
    if os.getuid() == 0:
        # The server refuses to be root.
        as_user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    data = folder / "data"
    options = (*("-U", USER), *("-E", "UTF8"), "--locale=C", "--auth=trust", "--no-sync")
    try:
        _run(*as_user, programs / "initdb", "-D", data, *options)
        port = _free_port()
        settings = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        control = (*as_user, programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log")
        _run(*control, "-o", f"-p {port} {settings}", "start")
        try:
            server = Server(port)
            server.run("postgres", "CREATE DATABASE made")
            Store(server.url("made")).close()
            yield server
        finally:
            _run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _run(*command: str | Path) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"
