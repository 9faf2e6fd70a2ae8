"""Sources over documents: which names are of one source, and which must stay apart."""

from __future__ import annotations

import pytest

from claimmap.model import Source
from claimmap.relate.sources import join_sources


def person(name: str, kind="person", *aliases: str) -> Source:
    return Source(name, kind, aliases=(name.split()[-1], *aliases))


def body(name: str, *aliases: str, kind="government") -> Source:
    return Source(name, kind, aliases=aliases)


MINISTRY = body("Ministry of Public Health", "MPH")
AGENCY = body("National Weather Agency", "NWA", "Elbonia's weather men")
SPIES = "South Korea's intelligence service"

JOINED = [
    # spellings
    ([body("The Red Crescent", kind="NGO"), body("Red Crescent", kind="NGO")], "The Red Crescent"),
    ([body("U.N."), body("UN")], "U.N."),
    ([person("Petro Kovalskyy"), person("Petro Kovalsky")], "Petro Kovalskyy"),
    ([person("Inácio Prado"), person("Inacio Prado")], "Inácio Prado"),
    ([body("Defence Council"), body("Defense Council")], "Defense Council"),
    ([body("Labour Organisation"), body("Labor Organization")], "Labour Organisation"),
    ([body("Acme Inc", kind="company"), body("Acme", kind="company")], "Acme Inc"),
    ([body("Berg & Sons", kind="company"), body("Berg and Sons", kind="company")], "Berg and Sons"),
    ([body("Health Ministry"), body("Ministry of Health")], "Ministry of Health"),
    ([body("University of Arlen", kind="expert"), body("Arlen University", kind="expert")],
     "University of Arlen"),
    ([body("Farmers’ Union", kind="NGO"), body("Farmers' Union", kind="NGO")], "Farmers’ Union"),
    # acronyms that fit one full name
    ([body("NWA"), AGENCY], "National Weather Agency"),
    ([body("WHO", kind="NGO"), body("World Health Organization", kind="NGO")],
     "World Health Organization"),
    ([body("UN"), body("United Nations")], "United Nations"),
    # defined by a document
    ([body("MPH"), MINISTRY], "Ministry of Public Health"),
    ([body("M.P.H."), MINISTRY], "Ministry of Public Health"),
    ([body("Elbonia's weather men"), AGENCY], "National Weather Agency"),
    ([body("Bundesamt"), body("Federal Office of Migration", "Bundesamt")],
     "Federal Office of Migration"),
    # people
    ([Source("Berg", "person"), person("Anna Berg")], "Anna Berg"),
    ([person("Anna Berg", "government"), Source("Berg", "person")], "Anna Berg"),
    ([person("Anna Berg", "expert"), Source("Berg", "person")], "Anna Berg"),
    ([person("Anna B. Berg"), person("Anna Berg")], "Anna B. Berg"),
    ([person("Anna Berg"), Source("Berg", "person"), person("Anna K. Berg")], "Anna K. Berg"),
    # descriptions by whose body it is
    ([body("NIS", "South Korea's spy service", SPIES), body("Seoul's intelligence agency", SPIES)],
     "NIS"),
    ([body("National Intelligence Service", "NIS", SPIES), body("Seoul's spy agency", SPIES),
      body("NIS"), body("South Korean spy service", SPIES)], "National Intelligence Service"),
    ([body("Spain's spy agency", "Spain's intelligence service"),
      body("Spanish intelligence service", "Spain's intelligence service")],
     "Spanish intelligence service"),
    ([body("Lima", "Peru's government"), body("Peru", "Peru's government"),
      body("Peruvian government", "Peru's government")], "Peru"),
    ([body("Bundesbank", "Germany's central bank"),
      body("German central bank", "Germany's central bank")], "Bundesbank"),
]  # fmt: skip

APART = [
    # two could be meant
    [Source("Berg", "person"), person("Anna Berg"), person("Ole Berg")],
    [body("NWA", kind="NGO"), body("National Weather Agency"),
     body("Northern Women's Alliance", kind="NGO")],
    [person("Ann Berg"), person("Ann B. Berg"), person("Ann K. Berg")],
    # nobody knows who they are
    [Source("residents", "unidentified"), Source("Residents", "unidentified")],
    [Source("official", "unidentified", aliases=("Berg",)), Source("Berg", "person")],
    # other people
    [person("Anna Berg"), person("Anne Berg")],
    [person("Li Khan"), person("Li Han")],
    [person("Mai Wu"), person("Mai Vu")],
    [person("Ana Lee"), person("Anna Lee")],
    [person("Anna Berg"), person("Anna Berg-Holm")],
    # other bodies
    [body("Ministry of Health"), body("Ministry of Heath Lands")],
    [body("Ministry of Health"), body("Ministry of Mental Health")],
    [body("police in Lyon"), body("police in Nice")],
    [body("Bank of Arlen", kind="company"), body("Arlen Bank of Trade", kind="company")],
    [body("Spain's police", "Spain's police"), body("Peru's police", "Peru's police")],
    [body("Spain's police", "Spain's police"), body("Spain's army", "Spain's army")],
    [body("North Korea", "North Korea's government"),
     body("South Korea", "South Korea's government")],
    # two bodies answer to one description
    [body("CIA", "United States's intelligence service"),
     body("NSA", "United States's intelligence service"),
     body("America's spies", "United States's intelligence service")],
    # a person's initials are no body's acronym, a firm no person
    [body("AB", kind="company"), person("Anna Berg")],
    [body("AB", kind="company"), person("Anna Berg", "government")],
    [body("Berg", kind="company"), person("Anna Berg", "government")],
    [body("Reed", kind="company"), person("Jo Reed", "expert")],
]  # fmt: skip


@pytest.mark.parametrize(("sources", "name"), JOINED)
def test_names_of_one_source_lead_to_its_fullest(sources: list[Source], name: str) -> None:
    joined = join_sources(sources)

    (found,) = {joined[source.name] for source in sources}
    assert found == name


@pytest.mark.parametrize("sources", APART)
def test_names_that_could_be_of_two_stay_apart(sources: list[Source]) -> None:
    joined = join_sources(sources)

    assert [joined[source.name] for source in sources] == [source.name for source in sources]


def test_an_alias_that_two_documents_define_otherwise_joins_neither() -> None:
    one = body("Ministry of Public Housing", "MPH")
    joined = join_sources([body("MPH"), MINISTRY, one])

    assert joined["MPH"] == "MPH"


def test_a_persons_initials_do_not_make_an_acronym_doubtful() -> None:
    joined = join_sources([body("UN"), body("United Nations"), person("Uma Nath", "government")])

    assert joined["UN"] == "United Nations"


def test_the_order_of_the_documents_does_not_matter() -> None:
    sources = [source for group, _ in JOINED for source in group]

    assert join_sources(sources) == join_sources(sources[::-1])


@pytest.mark.parametrize("name", ["", " ", "-", "Al- ", " - -", "\u202e"])
def test_a_name_without_a_word_stands_alone(name: str) -> None:
    sources = [person("Anna Berg"), body(name), Source(name, "person")]

    assert join_sources(sources)[name] == name
