"""What never changes is answered from memory, and nothing else is."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from claimmap.web import Kept

STAYS = {"Cache-Control": "public, immutable, max-age=31536000"}


class Files:
    """Answers with how often it was asked."""

    def __init__(self, status: int = 200, size: int = 1000) -> None:
        self.asked = 0
        self.status = status
        self.size = size

    def answer(self, request: Request) -> Response:
        self.asked += 1
        said = STAYS if request.url.path.startswith("/stays") else {}
        return Response(f"{self.asked}".ljust(self.size), self.status, said)


def client(files: Files) -> TestClient:
    routes = [Route("/{name}", files.answer, methods=["GET", "POST"])]
    middleware = [Middleware(Kept), Middleware(GZipMiddleware)]
    return TestClient(Starlette(routes=routes, middleware=middleware))


def test_what_never_changes_is_made_once() -> None:
    files = Files()
    asking = client(files)
    first, again = asking.get("/stays.js"), asking.get("/stays.js")
    assert files.asked == 1
    assert (again.text, dict(again.headers)) == (first.text, dict(first.headers))


def test_each_name_query_and_encoding_has_its_own_answer() -> None:
    files = Files()
    asking = client(files)
    for address, encoding in [
        ("/stays.js", "gzip"),
        ("/stays.js", "identity"),
        ("/stays.css", "gzip"),
        ("/stays.js?2", "gzip"),
    ]:
        for _ in range(2):
            answer = asking.get(address, headers={"Accept-Encoding": encoding})
            assert ("content-encoding" in answer.headers) == (encoding == "gzip")
    assert files.asked == 4


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/changes.js", {}),
        ("/stays.js", {"Range": "bytes=0-9"}),
        ("/stays.js", {"If-None-Match": '"1"'}),
    ],
)
def test_what_may_change_or_is_not_asked_for_whole_is_made_each_time(
    path: str, asked: dict[str, str]
) -> None:
    files = Files()
    asking = client(files)
    for _ in range(2):
        asking.get(path, headers=asked)
    assert files.asked == 2


def test_what_is_sent_to_the_server_is_no_question_for_a_file() -> None:
    files = Files()
    asking = client(files)
    for _ in range(2):
        asking.post("/stays.js")
    assert files.asked == 2


@pytest.mark.parametrize("files", [Files(status=404), Files(size=3 << 20)])
def test_neither_errors_nor_large_files_are_kept(files: Files) -> None:
    asking = client(files)
    for _ in range(2):
        asking.get("/stays.js", headers={"Accept-Encoding": "identity"})
    assert files.asked == 2


def test_memory_is_bounded() -> None:
    files = Files(size=2 << 20)
    asking = client(files)
    for _ in range(2):
        for number in range(17):
            asking.get(f"/stays-{number}.js", headers={"Accept-Encoding": "identity"})
    assert files.asked == 17 + 1
