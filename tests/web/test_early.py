"""A page begins early what it will ask for, and is otherwise the one that Streamlit serves."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from claimmap.web import Early

PAGE = "<!DOCTYPE html><head><title>A page</title></head><body>words</body>" + " " * 900
MODULE = '<script type="module" src="/app/part.js?a&amp;b"></script>'
TAG = '<script src="/app/early.js?a&amp;b" async></script>'


def page(request: Request) -> Response:
    return Response(PAGE, headers={"ETag": '"1"', "Last-Modified": "today"}, media_type="text/html")


def pieces(request: Request) -> Response:
    return StreamingResponse(iter([PAGE[:17], PAGE[17:400], PAGE[400:]]), media_type="text/html")


def client(served: str = "/app/") -> TestClient:
    early = Middleware(
        Early,
        path=served,
        links=lambda: ["</a.js>; rel=prefetch", "</b.js>; rel=prefetch"],
        script="/app/early.js?a&b",
        modules=lambda: ["/app/part.js?a&b"],
    )
    routes = [Route("/app/", page), Route("/app/pieces", pieces), Route("/app/other", page)]
    return TestClient(Starlette(routes=routes, middleware=[early, Middleware(GZipMiddleware)]))


@pytest.mark.parametrize("path", ["/app/", "/app/pieces"])
def test_the_page_names_files_and_runs_scripts_before_and_after_its_own(path: str) -> None:
    answer = client(path).get(path)
    assert answer.headers["link"] == "</a.js>; rel=prefetch, </b.js>; rel=prefetch"
    before = PAGE.replace("<head>", f"<head>{TAG}")
    assert answer.text == before.replace("</head>", f"{MODULE}</head>")
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_browser_that_has_the_page_of_before_gets_this_one() -> None:
    answer = client().get("/app/", headers={"If-None-Match": '"1"'})
    assert answer.status_code == 200
    assert "etag" not in answer.headers
    assert "last-modified" not in answer.headers


def test_no_other_answer_is_changed() -> None:
    answer = client().get("/app/other")
    assert answer.text == PAGE
    assert "link" not in answer.headers
    assert answer.headers["content-encoding"] == "gzip"
