"""Nominatim, asked through geopy: only where a person switched it on.

The rules kept here are those of Nominatim's usage policy
(https://operations.osmfoundation.org/policies/nominatim/): at most one request a second and one
at a time for the whole program, a user agent that names the program and a person to write to,
answers kept so that nothing is asked twice, and the attribution shown with what was found.
"""

from __future__ import annotations

import re
from typing import Protocol

import msgspec
from geopy.adapters import RequestsAdapter
from geopy.exc import (
    GeocoderInsufficientPrivileges,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)
from geopy.geocoders import Nominatim as GeopyNominatim

from claimmap.geocode.missing import GeocoderError
from claimmap.geocode.nominatim.answers import read_answers
from claimmap.geocode.nominatim.pace import Pace, RestingError
from claimmap.model import Place

HOST = "nominatim.openstreetmap.org"
ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0"
WHAT_IS_SENT = (
    "For a place name that the offline gazetteer lacks, the name alone (no sentence, no report) is "
    f"sent over HTTPS to {HOST}, with this program's name and the contact address that you gave."
)
ANSWERS_WANTED = 5
TIMEOUT_SECONDS = 10.0
# A name longer than this is no name: it is a piece of the report that was taken for one, and
# pieces of reports are not sent.
LONGEST_NAME = 100
REST_AFTER_REFUSAL = 3600.0
REST_AFTER_TOO_MANY = 60.0
_CONTACT = re.compile(r"[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+", re.ASCII)

# One for the process: the policy counts the sum of all threads and sessions.
_PROCESS_PACE = Pace(1.0)


class NominatimError(GeocoderError):
    """Nominatim gave no answer, or may not be asked. The text says what to do."""


class Memory(Protocol):
    """Where answers are kept between runs, as text: the store is one."""

    def remembered(self, query: str) -> object:
        """Return the text kept, None for a miss, any other value for what was never asked."""
        ...

    def remember(self, query: str, answer: str | None) -> None:
        """Keep a text, or None for a miss."""
        ...


class Nominatim:
    """Asks Nominatim for the places that bear a name, and asks each name once.

    contact: an e-mail address, sent in the user agent as the policy wants. memory: see ``Memory``.
    host, scheme: another server of the same kind. Raises NominatimError on a contact that is none.
    """

    name = "Nominatim"
    attribution = ATTRIBUTION

    def __init__(
        self,
        contact: str,
        memory: Memory,
        *,
        host: str = HOST,
        scheme: str = "https",
        timeout: float = TIMEOUT_SECONDS,
        pace: Pace = _PROCESS_PACE,
    ) -> None:
        if not _CONTACT.fullmatch(contact):
            raise NominatimError(
                f"{contact!r} is no e-mail address. Nominatim's usage policy wants one to write "
                "to: give it in CLAIMMAP_NOMINATIM, or leave that empty to stay offline."
            )
        self.user_agent = f"ClaimMap ({contact})"
        self.host = host
        self._memory = memory
        self._pace = pace
        self._service = GeopyNominatim(
            user_agent=self.user_agent,
            domain=host,
            scheme=scheme,
            timeout=timeout,
            adapter_factory=_one_request,
        )

    def geocode(self, name: str) -> tuple[Place, ...]:
        """The places that bear ``name``, best first; () where Nominatim knows none.

        Raises NominatimError where there is no answer; that is not remembered.
        """
        query = " ".join(name.split())
        if not query or len(query) > LONGEST_NAME:
            return ()
        known = self._known(query)
        if known is not None:
            return known
        try:
            with self._pace.turn():
                # Another thread may have asked the same while this one waited for its turn.
                known = self._known(query)
                return self._ask(query) if known is None else known
        except RestingError as error:
            raise NominatimError(
                f"{self.host} refused this program a moment ago and was not asked: {error}."
            ) from error

    def _known(self, query: str) -> tuple[Place, ...] | None:
        """What memory holds; None where it holds nothing, or what another version wrote."""
        answer = self._memory.remembered(query)
        if answer is None:
            return ()
        if not isinstance(answer, str):
            return None
        try:
            return msgspec.json.decode(answer, type=tuple[Place, ...])
        except msgspec.DecodeError:
            return None

    def _ask(self, query: str) -> tuple[Place, ...]:
        try:
            locations = self._service.geocode(
                query,
                exactly_one=False,
                limit=ANSWERS_WANTED,
                addressdetails=True,
                language="en",
            )
            places = read_answers([location.raw for location in locations or ()])
        except GeocoderServiceError as error:
            raise self._in_words(error) from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise NominatimError(
                f"{self.host} answered with something that is no list of places. Try later."
            ) from error
        self._memory.remember(query, msgspec.json.encode(places).decode() if places else None)
        return places

    def _in_words(self, error: GeocoderServiceError) -> NominatimError:
        """What geopy's error means for the person, and a rest where the service asked for one."""
        if isinstance(error, GeocoderInsufficientPrivileges):
            self._pace.rest(REST_AFTER_REFUSAL)
            say = "refuses this program (403). Read its usage policy, and check the contact address"
        elif isinstance(error, GeocoderRateLimited):
            rest = REST_AFTER_TOO_MANY if error.retry_after is None else error.retry_after
            self._pace.rest(rest)
            say = f"was asked too often from here (429). Wait {rest:.0f} seconds, then read again"
        elif isinstance(error, GeocoderTimedOut):
            say = f"gave no answer within {self._service.timeout:g} seconds. Try later"
        elif isinstance(error, GeocoderUnavailable):
            say = "cannot be reached. Check the connection, or unset CLAIMMAP_NOMINATIM"
        else:
            say = "answered with an error or with something that is no list of places. Try later"
        return NominatimError(f"{self.host} {say}.")


def open_nominatim(contact: str, memory: Memory) -> Nominatim | None:
    """Nominatim as the setting CLAIMMAP_NOMINATIM has it: None, which is off, where it is empty."""
    return Nominatim(contact.strip(), memory) if contact.strip() else None


def _one_request(proxies: object, ssl_context: object) -> RequestsAdapter:
    """An adapter that neither retries nor follows a redirect.

    Each of the two would be a request that no turn was taken for, and a redirect could carry the
    name to another host than the one that the person agreed to.
    """
    adapter = RequestsAdapter(proxies=proxies, ssl_context=ssl_context, max_retries=0)
    adapter.session.max_redirects = 0
    return adapter
