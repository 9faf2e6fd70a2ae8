"""What a place name does in its sentence: business, health and politics."""

from __future__ import annotations

import pytest

BUSINESS = [
    ("The Zurich-based bank cut 400 jobs.", {"Zurich": "affiliation"}),
    ("Exports to China rose by a tenth.", {"China": "destination"}),
    ("A Norwegian shipping firm ordered three tankers.", {"Norwegian": "affiliation"}),
    ("The company opened a plant in Querétaro.", {"Querétaro": "scene"}),
    ("Gas from Algeria flows through the pipe.", {"Algeria": "origin"}),
    ("The Bank of Japan kept rates at zero.", {"Japan": "name"}),
    ("Nigeria's economy grew by three percent.", {"Nigeria": "container"}),
    ("Shares in Tokyo closed lower.", {"Tokyo": "scene"}),
    ("Turkey's inflation rate fell in May.", {"Turkey": "container"}),
    ("The Danish economy shrank in the first quarter.", {"Danish": "container"}),
    (
        "The firm moved its headquarters from Dublin to Luxembourg.",
        {"Dublin": "origin", "Luxembourg": "destination"},
    ),
    ("Chile exports copper to South Korea.", {"Chile": "metonym", "South Korea": "destination"}),
    ("A Shanghai court fined the bank.", {"Shanghai": "scene"}),
    ("Investors in Frankfurt sold shares.", {"Frankfurt": "scene"}),
    ("The Swedish carmaker closed its Ghent plant.", {"Swedish": "affiliation", "Ghent": "scene"}),
    ("American Airlines cancelled 40 flights.", {"American": "name"}),
]
HEALTH = [
    ("Doctors in Kinshasa are treating ten patients.", {"Kinshasa": "scene"}),
    ("The French health minister resigned.", {"French": "affiliation"}),
    ("Vaccines were delivered to Goma on Monday.", {"Goma": "destination"}),
    ("The outbreak began in a Ugandan village.", {"Ugandan": "container"}),
    ("Cases were reported in Peru, Bolivia and Chile.", {"Bolivia": "scene"}),
    ("The Oslo University Hospital treated the child.", {"Oslo": "name"}),
    ("Measles spread through Ulaanbaatar.", {"Ulaanbaatar": "scene"}),
    ("Brazil has the most cases on the continent.", {"Brazil": "metonym"}),
    ("Polio was found in the sewers of Gaza City.", {"Gaza City": "scene"}),
    ("The Nairobi hospital treated 30 children.", {"Nairobi": "scene"}),
    ("Cuban doctors work in Angola.", {"Cuban": "affiliation"}),
    ("A doctor from Kampala was infected in Gulu.", {"Gulu": "scene"}),
    ("The Swiss canton of Vaud closed its clinics.", {"Swiss": "container"}),
]
POLITICS = [
    (
        "The talks between Cairo and Addis Ababa failed.",
        {"Cairo": "metonym", "Addis Ababa": "metonym"},
    ),
    (
        "The prime minister of Estonia visited Kyiv.",
        {"Estonia": "affiliation", "Kyiv": "destination"},
    ),
    ("Washington and Brussels imposed sanctions.", {"Brussels": "metonym"}),
    ("The Kenyan capital was quiet on Sunday.", {"Kenyan": "container"}),
    ("The US embassy in Baghdad was evacuated.", {"US": "affiliation", "Baghdad": "scene"}),
    ("The Paris-born writer lives in Dakar.", {"Paris": "affiliation", "Dakar": "scene"}),
    ("Hungary's government rejected the plan.", {"Hungary": "affiliation"}),
    ("Thousands marched through Tbilisi.", {"Tbilisi": "scene"}),
    ("Georgia is not a member of the alliance.", {"Georgia": "metonym"}),
    ("The law was criticised by Berlin.", {"Berlin": "metonym"}),
    ("He was born in Tashkent and raised in Haifa.", {"Haifa": "scene"}),
    ("Voters in Ohio go to the polls today.", {"Ohio": "scene"}),
    ("The mayor of Palermo closed the schools.", {"Palermo": "affiliation"}),
    ("Officials in Ankara said the ship had left.", {"Ankara": "seat"}),
    ("French, Italian and Spanish ministers met for an hour.", {"Italian": "affiliation"}),
    ("Her mother is Polish.", {"Polish": "affiliation"}),
    ("They spoke Arabic and French at home.", {"French": "affiliation"}),
    ("The treaty with Mexico was signed in March.", {"Mexico": "metonym"}),
    ("Warsaw summoned the ambassador.", {"Warsaw": "metonym"}),
    ("Sanctions on Iran were lifted.", {"Iran": "metonym"}),
    ("The Venezuelan election was held on Sunday.", {"Venezuelan": "scene"}),
    ("Spain's parliament rejected the bill.", {"Spain": "affiliation"}),
    (
        "Officials from Kenya and Somalia met in Djibouti.",
        {"Kenya": "affiliation", "Djibouti": "scene"},
    ),
    ("London's reluctance to sign surprised the envoys.", {"London": "affiliation"}),
    ("Pakistan's policy towards Kabul has changed.", {"Kabul": "metonym"}),
    ("The US-China summit ended early.", {"China": "metonym"}),
    ("The foreign minister spoke in Vienna.", {"Vienna": "seat"}),
    ("A Cypriot passport was found on the suspect.", {"Cypriot": "affiliation"}),
    ("The consul said in Lagos, Nigeria, that visas would be issued.", {"Nigeria": "seat"}),
    (
        "Protesters gathered outside the Chilean embassy in Rome.",
        {"Chilean": "affiliation", "Rome": "scene"},
    ),
    ("Albania is a member of the alliance.", {"Albania": "metonym"}),
    ("The rally in Minsk was banned.", {"Minsk": "scene"}),
    ("The Berlin-bound train stopped at the border.", {"Berlin": "destination"}),
    ("Canadian and Mexican negotiators left the room.", {"Mexican": "affiliation"}),
    ("Tunisia, a former French colony, voted on Sunday.", {"French": "affiliation"}),
]


@pytest.mark.parametrize(("text", "expected"), BUSINESS + HEALTH + POLITICS)
def test_the_role_of_a_name_among_companies_and_governments(roles_at, text, expected):
    assert roles_at(text, *expected) == expected
