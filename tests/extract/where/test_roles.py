"""What a place name does in its sentence: war, disaster and sport."""

from __future__ import annotations

import pytest

WAR = [
    ("Artillery fire killed two farmers in Sumy.", {"Sumy": "scene"}),
    ("Russian troops dug in along the ridge.", {"Russian": "affiliation"}),
    (
        "Clashes broke out on the Syrian-Turkish border.",
        {"Syrian": "container", "Turkish": "container"},
    ),
    ("The column advanced on Tripoli.", {"Tripoli": "destination"}),
    ("Aleppo fell to the rebels in December.", {"Aleppo": "scene"}),
    ("A drone hit the Iraqi city of Erbil.", {"Iraqi": "container", "Erbil": "scene"}),
    ("Moscow denied that its jets were involved.", {"Moscow": "metonym"}),
    ("The shells were made in Pakistan.", {"Pakistan": "scene"}),
    ("Iranian-backed militias fired the rockets.", {"Iranian": "affiliation"}),
    ("Israel struck targets inside Lebanon overnight.", {"Israel": "metonym", "Lebanon": "scene"}),
    ("The brigade pulled back from Lyman after a week.", {"Lyman": "origin"}),
    (
        "The Ukrainian army retook two villages near Kupiansk.",
        {"Ukrainian": "affiliation", "Kupiansk": "scene"},
    ),
    ("Damascus accused the rebels of breaking the truce.", {"Damascus": "metonym"}),
    ("The Israeli-occupied West Bank was sealed off.", {"Israeli": "affiliation"}),
    ("Weapons bought from Belarus were found in the crates.", {"Belarus": "origin"}),
    ("The Sudanese capital was shelled for hours.", {"Sudanese": "container"}),
    (
        "An American base in Okinawa was put on alert.",
        {"American": "affiliation", "Okinawa": "scene"},
    ),
    ("Yemen's civil war has displaced millions.", {"Yemen": "scene"}),
    ("The ceasefire between Armenia and Azerbaijan held.", {"Armenia": "metonym"}),
    ("Fighters loyal to Tripoli shot down the drone.", {"Tripoli": "metonym"}),
    ("The garrison at Sevastopol was reinforced.", {"Sevastopol": "scene"}),
    ("Ethiopian jets bombed Mekelle on Thursday.", {"Mekelle": "scene"}),
    (
        "Refugees crossed the Chad-Sudan border on foot.",
        {"Chad": "container", "Sudan": "container"},
    ),
    ("A convoy from Latakia reached Homs at dawn.", {"Latakia": "origin", "Homs": "destination"}),
    ("The German-made tanks never left the depot.", {"German": "affiliation"}),
]
DISASTER = [
    ("The quake was felt as far away as Lisbon.", {"Lisbon": "scene"}),
    ("Nepal was shaken by two quakes in one day.", {"Nepal": "scene"}),
    ("Wildfires spread across the Greek islands.", {"Greek": "container"}),
    ("A ferry went down in Turkish waters.", {"Turkish": "container"}),
    ("Rescuers from Madrid flew to Valencia.", {"Madrid": "origin", "Valencia": "destination"}),
    ("The cyclone weakened before it reached Dhaka.", {"Dhaka": "destination"}),
    ("Haiti's southern peninsula lost most of its crops.", {"Haiti": "container"}),
    ("Landslides cut the road between Huaraz and Lima.", {"Huaraz": "scene", "Lima": "scene"}),
    ("Torrential rain flooded the streets of Accra.", {"Accra": "scene"}),
    ("A mudslide buried a school outside Freetown.", {"Freetown": "scene"}),
    (
        "The Indonesian island of Lombok was hit hardest.",
        {"Indonesian": "container", "Lombok": "scene"},
    ),
    ("Survivors were taken to hospitals in Izmir.", {"Izmir": "scene"}),
    ("Japanese rescue teams searched the rubble.", {"Japanese": "affiliation"}),
    ("Italy sent two firefighting planes to Crete.", {"Italy": "metonym", "Crete": "destination"}),
    ("Much of Mozambique was without power.", {"Mozambique": "scene"}),
    ("Mexico's Pacific coast was under water.", {"Mexico": "container"}),
    ("The Turkish earthquake killed thousands.", {"Turkish": "scene"}),
    ("Volcanic ash drifted towards Reykjavik.", {"Reykjavik": "destination"}),
    ("The wave swept away houses in Banda Aceh, Indonesia.", {"Indonesia": "container"}),
]
SPORT = [
    ("England won 2-1 on Saturday.", {"England": "metonym"}),
    ("Brazil beat Uruguay in the last minute.", {"Uruguay": "metonym"}),
    ("The final will be played in Doha.", {"Doha": "scene"}),
    ("She ran the Berlin marathon in under three hours.", {"Berlin": "scene"}),
    ("He scored twice against Portugal.", {"Portugal": "metonym"}),
    ("The Argentine striker signed for two years.", {"Argentine": "affiliation"}),
    ("Japan's captain missed a penalty.", {"Japan": "affiliation"}),
    ("Leeds lost to Burnley on penalties.", {"Burnley": "metonym"}),
    ("The Monaco Grand Prix was stopped by rain.", {"Monaco": "scene"}),
    ("Scotland drew with Norway in Glasgow.", {"Norway": "metonym", "Glasgow": "scene"}),
    ("Ghana's goalkeeper was sent off.", {"Ghana": "affiliation"}),
    ("A crowd of 40,000 in Lyon saw the match.", {"Lyon": "scene"}),
    ("The Australian Open starts in January.", {"Australian": "scene"}),
    ("The New York Yankees lost again.", {"New York": "name"}),
]


@pytest.mark.parametrize(("text", "expected"), WAR + DISASTER + SPORT)
def test_the_role_of_a_name_where_things_happen(roles_at, text, expected):
    assert roles_at(text, *expected) == expected
