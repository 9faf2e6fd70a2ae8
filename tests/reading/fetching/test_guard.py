"""Which machines may be asked: those of the public internet, whatever they are called."""

from __future__ import annotations

import pytest

from claimmap.reading.fetching.addresses import FetchError
from claimmap.reading.fetching.guard import Guard, is_public


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "193.0.6.139", "2606:4700::1111", "64:ff9b::808:808"]
)
def test_the_public_internet_may_be_asked(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "192.88.99.1", "192.0.0.8"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1"),
        *("64:ff9b:1::808:808", "2002:7f00:1::", "2001:0:1::1", "2001:db8::1", "3fff::1", "100::1"),
        *("5f00::1", "4000::1", "no address", ""),
    ],
)
def test_all_else_may_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "::1", "169.254.169.254", "::ffff:127.0.0.1"),
        *("localhost", "app.localhost", "printer.local", "db.internal", "nas", "router.home.arpa"),
    ],
)
def test_a_private_host_is_refused_unasked(host: str) -> None:
    def resolve(*_: object) -> list[str]:
        raise AssertionError("nobody is asked for this name")

    with pytest.raises(FetchError, match="private network"):
        Guard(resolve=resolve).find(host, 443, 5.0)


@pytest.mark.parametrize(
    "answer",
    [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::1", "8.8.8.8"], ["8.8.8.8"] * 20 + ["fe80::1"]],
)
def test_one_private_address_of_a_name_is_enough_to_refuse_it(answer: list[str]) -> None:
    with pytest.raises(FetchError, match="private network"):
        Guard(resolve=lambda *_: answer).find("news.example", 443, 5.0)


def test_a_public_name_gives_the_addresses_that_were_judged() -> None:
    guard = Guard(resolve=lambda *_: ["8.8.8.8", "2606:4700::1", "8.8.8.8"])
    assert guard.find("news.example", 443, 5.0) == ["8.8.8.8", "2606:4700::1"]


@pytest.mark.parametrize("port", [22, 25, 6379, 8080])
def test_ports_that_are_no_web_sites_are_refused(port: int) -> None:
    with pytest.raises(FetchError, match="only the ports 80 and 443"):
        Guard().find("8.8.8.8", port, 5.0)


def test_a_name_that_nobody_knows_is_told_with_what_to_do() -> None:
    def resolve(*_: object) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(FetchError, match="connected to the internet"):
        Guard(resolve=resolve).find("news.example", 443, 5.0)


def test_a_look_up_that_hangs_is_given_up() -> None:
    from threading import Event

    never = Event()

    def resolve(*_: object) -> list[str]:
        never.wait(30)
        return []

    with pytest.raises(FetchError, match="not looked up in time"):
        Guard(resolve=resolve).find("news.example", 443, 0.05)
    never.set()
