"""What kind of source somebody is, as pairs of a name with its role and the kind."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions
from claimmap.extract.who.kinds import kind_of


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        # an office that one kind of body has
        ("mayor of Brno", "government"),
        ("harbour master", "government"),
        ("RCMP constable", "government"),
        ("police chief", "government"),
        ("fire chief", "government"),
        ("candidate", "government"),
        ("attorney general", "government"),
        ("editor of the Daily Wave", "media"),
        ("rebel commander", "military"),
        ("Brigadier", "military"),
        ("bishop of Arlen", "NGO"),
        ("community leader", "NGO"),
        # the body for which somebody speaks
        ("union's secretary", "NGO"),
        ("president of the farmers' union", "NGO"),
        ("leader of the Green Party", "government"),
        ("institute's spokesman", "expert"),
        ("hospital's director", "expert"),
        ("chief executive of the health board", "government"),
        ("spokeswoman for the health ministry", "government"),
        ("head of the country's spy service", "intelligence service"),
        ("army spokesman", "military"),
        ("lawyer for the company", "company"),
        ("manages a fund in Lima", "company"),
        # a profession, which a public body outweighs
        ("military analyst", "expert"),
        ("analyst at Bedford Securities", "expert"),
        ("hydrologist at the regional water authority", "government"),
        ("epidemiologist at the health ministry", "government"),
        ("chief geologist", "expert"),
        ("Dr", "expert"),
        # an office of every body
        ("President", "government"),
        ("chief executive", "company"),
        ("plant manager", "company"),
        ("Finance chief", "company"),
        ("Cllr", "government"),
        ("Captain", "military"),
        ("captain of the ferry", "person"),
        # no office at all
        ("lobster fisherman", "person"),
        ("head coach", "person"),
        ("", "person"),
    ],
)
def test_a_persons_office_decides(role, kind):
    assert kind_of("Ana Lund", role, "PERSON") == kind


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("pilots' union", "", "NGO"),
        ("state news agency", "", "media"),
        ("aid agency", "", "NGO"),
        ("Chile's spy agency", "", "intelligence service"),
        ("port authority", "", "government"),
        ("fire brigade", "", "government"),
        ("Clutha Health Board", "ORG", "government"),
        ("central bank", "", "government"),
        ("Bank of Arlen", "ORG", "company"),
        ("Arlen United", "ORG", "company"),
        ("Golden Star Mining", "ORG", "company"),
        ("Highland Defence Front", "ORG", "military"),
        ("laboratory in N'Djamena", "", "expert"),
        ("weather service", "", "government"),
        ("people in the industry", "", "unidentified"),
        ("residents of the city", "", "unidentified"),
        ("miners", "", "unidentified"),
        ("EU observers", "", "government"),
        ("election observers", "", "NGO"),
        ("Delta Tankers", "ORG", "company"),
        ("Forest Valley Hospital Trust", "ORG", "government"),
        ("Fens Human Rights Monitor", "ORG", "NGO"),
        ("Gazeta Nowa", "ORG", "media"),
        ("nurse", "", "unidentified"),
        ("finance ministry official", "", "government"),
        ("unnamed finance ministry official", "", "unidentified"),
        ("My mother", "", "person"),
        # guesses, where nothing is known
        ("RCMP", "ORG", "government"),
        ("Bluefin", "ORG", "company"),
        ("Clear Wells", "ORG", "NGO"),
    ],
)
def test_a_body_is_what_its_name_says(name, label, kind):
    assert kind_of(name, "", label) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the body last spoken of
        ("The pilots' union Vuelo said it would strike. Its president, Ana Lund, agreed.", "NGO"),
        ("The army said it had won. “We are ready,” its spokesman, Ivo Marek, said.", "military"),
        ("The charity Clear Wells said it was dry. Director Ana Lund said it would rain.", "NGO"),
        # what a body calls its own
        ("Stella said its fighters had taken the hill.", "military"),
        ("Bluefin Star said its customers would pay.", "company"),
        # described beside the name
        (
            "A geologist at the mines ministry, Ana Lund, told Radio X that it was safe.",
            "government",
        ),
        ("“It is safe,” said Ana Lund, who runs a supermarket in Lima.", "company"),
        ("The low-cost airline Alas de Oro said it would fly.", "company"),
        (
            "NDI spokesman Ivo Lund said it was shut. The National Dance Institute (NDI) is old.",
            "expert",
        ),
        ("RCMP Constable Amy Lund said two cars had crashed.", "government"),
        ("Minister of Health Ana Lund said the ward was shut.", "government"),
    ],
)
def test_the_report_tells_for_whom_somebody_speaks(text, kind, parser, gazetteer):
    *_, last = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert last.source.kind == kind
