"""What may be asked at all, told by the address alone."""

from __future__ import annotations

import pytest

from claimmap.reading.fetching.addresses import (
    FetchError,
    complete_address,
    follow,
    read_address,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("https://news.example/a?b=c#d", "https://news.example/a?b=c"),
        ("HTTP://News.Example", "http://news.example/"),
        ("https://news.example.:443/", "https://news.example/"),
        ("http://news.example:8080/x", "http://news.example:8080/x"),
        ("https://news.example/süd?q=é", "https://news.example/s%C3%BCd?q=%C3%A9"),
        ("https://news.example/a%20b", "https://news.example/a%20b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://[2606:4700::1]/x", "https://[2606:4700::1]/x"),
        ("https://8.8.8.8/x", "https://8.8.8.8/x"),
        ("https://１２７.0.0.1/x", "https://127.0.0.1/x"),
        ("https://news.example?x", "https://news.example/?x"),
    ],
)
def test_an_address_is_read_once_and_for_all(typed: str, read: str) -> None:
    assert str(read_address(typed)) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("file:///etc/passwd", "begin with https"),
        ("ftp://news.example/a", "begin with https"),
        ("gopher://news.example/_a", "begin with https"),
        ("data:text/html,<p>x", "begin with https"),
        ("javascript:alert(1)", "begin with https"),
        ("jar:https://news.example/!x", "begin with https"),
        ("http://good@127.0.0.1/", "before the @"),
        ("https://user:secret@news.example/", "before the @"),
        ("https://news.example@/", "before the @"),
        ("https://news.example\\@127.0.0.1/", "blanks or signs"),
        ("https://news.example/\r\nHost: x", "blanks or signs"),
        ("https://news.example\t/", "blanks or signs"),
        ("https:///a", "names no host"),
        ("https://a..b/", "names no host"),
        ("https://news%2eexample/", "names no host"),
        ("https://[fe80::1%25eth0]/", "never asked"),
        ("https://[::1", "no web address"),
        ("https://[nothing]/", "no "),
        ("https://news.example:port/", "no web address"),
        ("https://news.example:99999/", "no web address"),
        ("http://2130706433/", "several ways"),
        ("http://0x7f000001/", "several ways"),
        ("http://0x7f.1/", "several ways"),
        ("http://017700000001/", "several ways"),
        ("http://127.1/", "several ways"),
        ("http://010.8.8.8/", "several ways"),
        (f"https://news.example/{'x' * 2000}", "longer than"),
    ],
)
def test_what_is_no_plain_web_address_is_refused_in_words(typed: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        read_address(typed)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("news.example/a", "https://news.example/a"),
        (" //news.example/a ", "https://news.example/a"),
        ("localhost:8080/a", "https://localhost:8080/a"),
        ("http://news.example", "http://news.example"),
        ("data:text/html,x", "data:text/html,x"),
        ("", ""),
    ],
)
def test_an_address_without_a_scheme_gets_https(typed: str, whole: str) -> None:
    assert complete_address(typed) == whole


@pytest.mark.parametrize(
    ("location", "leads"),
    [
        ("/b", "https://news.example/b"),
        ("c?d", "https://news.example/a/c?d"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example/a b", "http://other.example/a%20b"),
    ],
)
def test_a_redirect_is_counted_from_where_it_stands(location: str, leads: str) -> None:
    assert str(follow(read_address("https://news.example/a/b"), location)) == leads
