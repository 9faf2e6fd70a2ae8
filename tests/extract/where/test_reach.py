"""How far around a name its scene may lie, and the text's words that say so."""

from __future__ import annotations

import pytest

REACHES = [
    ("Trucks queued at the Vladivostok port.", "Vladivostok", 10.0, "Vladivostok port"),
    ("Jets took off from Shaykovka air base.", "Shaykovka", 10.0, "Shaykovka air base"),
    ("Satellites saw craters at Kursk airfield.", "Kursk", 10.0, "Kursk airfield"),
    ("Bombers are parked at the Engels-2 airbase.", "Engels-2", 10.0, "Engels-2 airbase"),
    ("Migrants wait near Ciudad Juárez.", "Ciudad Juárez", 25.0, "near Ciudad Juárez"),
    ("Fighting continued north of Hargeisa.", "Hargeisa", 30.0, "north of Hargeisa"),
    ("Shots were heard on the outskirts of Jenin.", "Jenin", 25.0, "outskirts of Jenin"),
    ("A tanker burned off the coast of Fujairah.", "Fujairah", 50.0, "off the coast of Fujairah"),
    ("Villages along the Ukraine border were emptied.", "Ukraine", 50.0, "Ukraine border"),
    ("The road between Gao and Kidal is closed.", "Gao", 25.0, "between Gao and Kidal"),
    ("The road between Gao and Kidal is closed.", "Kidal", 25.0, "between Gao and Kidal"),
    (
        "Soldiers guard the border between Chad and Sudan.",
        "Sudan",
        50.0,
        "border between Chad and Sudan",
    ),
    ("Floods closed the roads around Chiang Rai.", "Chiang Rai", 25.0, "around Chiang Rai"),
    ("A boat sank off Lesbos.", "Lesbos", 25.0, "off Lesbos"),
    ("The camp lies close to Dadaab.", "Dadaab", 25.0, "close to Dadaab"),
    ("The harbour of Piraeus was closed.", "Piraeus", 10.0, "harbour of Piraeus"),
    ("Cars were stopped at the Polish border.", "Polish", 50.0, "Polish border"),
    ("The Odesa seaport was closed.", "Odesa", 10.0, "Odesa seaport"),
    ("A missile hit the Khmeimim air base.", "Khmeimim", 10.0, "Khmeimim air base"),
    (
        "Ships waited at the naval base of Mers el-Kébir.",
        "Mers el-Kébir",
        10.0,
        "base of Mers el-Kébir",
    ),
    (
        "Workers left Zaporizhzhia's nuclear plant.",
        "Zaporizhzhia",
        10.0,
        "Zaporizhzhia's nuclear plant",
    ),
    ("Tents stand next to Maiduguri.", "Maiduguri", 25.0, "next to Maiduguri"),
    ("The Myanmar border was closed.", "Myanmar", 50.0, "Myanmar border"),
    ("India's border with Bhutan is open.", "Bhutan", 50.0, "border with Bhutan"),
    ("India's border with Bhutan is open.", "India", 50.0, "India's border"),
    ("Looters roamed the Khartoum suburbs.", "Khartoum", 25.0, "Khartoum suburbs"),
    (
        "A fishing boat vanished off the coast of Senegal.",
        "Senegal",
        50.0,
        "off the coast of Senegal",
    ),
    ("Tanks massed east of Debaltseve.", "Debaltseve", 30.0, "east of Debaltseve"),
    ("Rebels hold the hills around Goma.", "Goma", 25.0, "around Goma"),
    ("Peru's Callao port was busy.", "Callao", 10.0, "Callao port"),
    (
        "Mines were laid between Kherson and Mykolaiv.",
        "Mykolaiv",
        25.0,
        "between Kherson and Mykolaiv",
    ),
    ("Smoke rose over the area of Rafah.", "Rafah", 25.0, "area of Rafah"),
    ("Patrols walk the Polish-Belarusian border.", "Polish", 50.0, "Polish-Belarusian border"),
    ("The dam near Derna burst.", "Derna", 25.0, "near Derna"),
    ("Drones fell on Hodeidah airport.", "Hodeidah", 10.0, "Hodeidah airport"),
    ("A tanker exploded off Aden.", "Aden", 25.0, "off Aden"),
    ("The Mariupol steel plant was rebuilt.", "Mariupol", 10.0, "Mariupol steel plant"),
    ("Russian troops attacked in the Pokrovsk direction.", "Pokrovsk", 25.0, "Pokrovsk direction"),
    ("A convoy was hit on the road to Gao.", "Gao", 25.0, "road to Gao"),
    ("A plane crashed shortly after leaving Goma airport.", "Goma", 10.0, "Goma airport"),
    (
        "Rebels hold villages on the outskirts of Aleppo and Homs.",
        "Homs",
        25.0,
        "outskirts of Aleppo and Homs",
    ),
    ("Trucks wait at the Rafah crossing.", "Rafah", 10.0, "Rafah crossing"),
    ("Troops moved towards Tripoli.", "Tripoli", 25.0, "towards Tripoli"),
    (
        "A landslide blocked the Kathmandu-Pokhara highway.",
        "Kathmandu",
        25.0,
        "Kathmandu-Pokhara highway",
    ),
    (
        "Gunmen attacked a base in the vicinity of Maiduguri.",
        "Maiduguri",
        25.0,
        "vicinity of Maiduguri",
    ),
    ("He was born in a village outside Tamale.", "Tamale", 25.0, "outside Tamale"),
    ("Flooding hit the greater Jakarta area.", "Jakarta", 25.0, "Jakarta area"),
    ("The Bagram air base was handed over.", "Bagram", 10.0, "Bagram air base"),
    (
        "A drone fell between the villages of Kupiansk and Svatove.",
        "Svatove",
        25.0,
        "between the villages of Kupiansk and Svatove",
    ),
    ("The Kakhovka dam was blown up.", "Kakhovka", 10.0, "Kakhovka dam"),
    ("Police searched homes in the suburbs of Lyon.", "Lyon", 25.0, "suburbs of Lyon"),
    (
        "A bridge near the Polish city of Lublin fell.",
        "Lublin",
        25.0,
        "near the Polish city of Lublin",
    ),
    (
        "Smugglers operate along the border of Niger and Libya.",
        "Libya",
        50.0,
        "border of Niger and Libya",
    ),
    ("Shells landed in the Bakhmut area.", "Bakhmut", 25.0, "Bakhmut area"),
    (
        "A grenade was found in Beirut's southern suburbs.",
        "Beirut",
        25.0,
        "Beirut's southern suburbs",
    ),
    ("The Sevastopol naval base was hit.", "Sevastopol", 10.0, "Sevastopol naval base"),
    (
        "Guards patrol the frontier between Peru and Ecuador.",
        "Peru",
        50.0,
        "frontier between Peru and Ecuador",
    ),
    (
        "They fled to the outskirts of Juba and Malakal.",
        "Malakal",
        25.0,
        "outskirts of Juba and Malakal",
    ),
    ("Reporters waited at the airport of Entebbe.", "Entebbe", 10.0, "airport of Entebbe"),
    ("Moscow's airports were shut.", "Moscow", 10.0, "Moscow's airports"),
    ("The ship lay off the shore of Gotland.", "Gotland", 50.0, "off the shore of Gotland"),
    ("Snow fell north of Kyoto.", "Kyoto", 30.0, "north of Kyoto"),
    ("A camp stands adjacent to Cox's Bazar.", "Cox's Bazar", 25.0, "adjacent to Cox's Bazar"),
]

# The place and no more: inside it, owned by it, or not drawn at all.
PLAIN = [
    ("Markets in Kumasi reopened.", "Kumasi"),
    ("A bomb went off in central Kabul.", "Kabul"),
    ("The refinery in Abadan was hit.", "Abadan"),
    ("Herders live in the north of Mali.", "Mali"),
    ("Ministers met in Geneva.", "Geneva"),
    ("Peru's Callao port was busy.", "Peru"),
    ("Relations between Oslo and Tallinn are warm.", "Oslo"),
    ("It is 500 km from Perth to Albany.", "Perth"),
    ("Wildfires burned in the hills above Athens.", "Athens"),
    ("A bomb exploded at a market in Jos.", "Jos"),
    ("Two soldiers died in southern Lebanon.", "Lebanon"),
    ("Migrants crossed from Mexico to Texas.", "Mexico"),
    ("The river is dry in parts of Kansas.", "Kansas"),
    ("A wooded area of Dagestan burned.", "Dagestan"),
    ("Ties with Laos are good.", "Laos"),
]


@pytest.mark.parametrize(("text", "name", "kilometres", "phrase"), REACHES)
def test_a_name_reaches_as_far_as_the_words_around_it_say(toponyms, text, name, kilometres, phrase):
    found = toponyms(text, name)[name]
    assert found.radius_km == pytest.approx(kilometres, abs=0.1)
    assert found.reach == phrase


@pytest.mark.parametrize(("text", "name"), PLAIN)
def test_a_name_alone_reaches_no_further_than_its_place(toponyms, text, name):
    found = toponyms(text, name)[name]
    assert (found.radius_km, found.reach) == (0.0, "")
