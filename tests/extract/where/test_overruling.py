"""The gazetteer overrules the model, and the model and the grammar overrule the gazetteer.

The model takes each name of the first table for a person, an organisation or nothing; each word
of the second is in the gazetteer.
"""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.where.known import PLACE_LABELS

PLACES = [
    ("Shelling was heard near Chasiv Yar at dawn.", "Chasiv Yar"),
    ("The convoy reached Agadez before dark.", "Agadez"),
    ("Farmers from Gwalior marched on Saturday.", "Gwalior"),
    ("Troops withdrew from Lyman overnight.", "Lyman"),
    ("Police in Chaman closed the crossing.", "Chaman"),
    ("The dam above Derna burst.", "Derna"),
    ("The trial opened in Tandil.", "Tandil"),
    ("Schools in Osh stayed shut.", "Osh"),
    ("The governor of Kerman resigned.", "Kerman"),
    ("Floods cut off Beledweyne.", "Beledweyne"),
    ("Soldiers patrolled Goma.", "Goma"),
    ("He was born in Vitebsk.", "Vitebsk"),
    ("Hospitals in Khan Younis ran out of fuel.", "Khan Younis"),
    ("The flood reached Larkana.", "Larkana"),
    ("Gunmen raided Birnin Kebbi.", "Birnin Kebbi"),
    ("The refinery at Tuapse burned.", "Tuapse"),
    ("The strike spread to Rosario.", "Rosario"),
    ("Protesters blocked a road in Oruro.", "Oruro"),
    ("Workers in Dhanbad stopped work.", "Dhanbad"),
    ("An avalanche buried cars near Gilgit.", "Gilgit"),
    ("The airport of Bukavu was closed.", "Bukavu"),
    ("The militia took El Fasher.", "El Fasher"),
    ("A quake struck Herat.", "Herat"),
    ("Officials in Sukhumi denied it.", "Sukhumi"),
    ("The bishop visited Juba.", "Juba"),
    ("Guards in Ceuta fired shots.", "Ceuta"),
    ("The mayor of Florence opened the bridge.", "Florence"),
    ("Looters burned shops in Kasese.", "Kasese"),
    ("The port of Tartus was hit.", "Tartus"),
    ("The column left Ghazni for Gardez.", "Gardez"),
    ("Rockets hit Nikopol.", "Nikopol"),
    ("The strike shut schools in Matagalpa.", "Matagalpa"),
    ("Farmers in Chapecó lost cattle.", "Chapecó"),
    ("Gangs attacked Jacmel.", "Jacmel"),
    ("The train stopped at Ulan Bator.", "Ulan Bator"),
    ("Sailors from Sasebo joined in.", "Sasebo"),
    ("The summit was moved to Busan.", "Busan"),
    ("Boats left Zuwara at night.", "Zuwara"),
]

NOT_PLACES = [
    ("Jordan said he was glad to be home.", "Jordan"),
    ("Mali Smith won the race.", "Mali"),
    ("Reading books in the evening helps children sleep.", "Reading"),
    ("The trial starts in March.", "March"),
    ("Of all the teams, this one was best.", "Of"),
    ("Mr Lincoln opened the shop at nine.", "Lincoln"),
    ("Paris Hilton bought the hotel.", "Paris"),
    ("Senator Houston voted against the bill.", "Houston"),
    ("The NIS has not replied to questions.", "NIS"),
    ("Charlotte Brown said she would resign. Charlotte did not explain.", "Charlotte"),
    ("Chelsea Clinton gave a speech.", "Chelsea"),
    ("Florence Nightingale was a nurse.", "Florence"),
    ("President Obama spoke on Tuesday.", "Obama"),
    ("Police held Kenneth Orlando at his home. Orlando denies the charge.", "Orlando"),
    ("Sydney Carter, 34, wrote the song.", "Sydney"),
    ("Detective Dallas Green found the knife.", "Dallas"),
    ("The Senate passed the Act on Friday.", "Act"),
    ("The Interior Ministry denied it.", "Interior"),
    ("The United Nations sent envoys.", "United"),
    ("Nice weather helped the harvest.", "Nice"),
    ("Mobile phones were banned.", "Mobile"),
    ("The shops close at Christmas.", "Christmas"),
    ("Madison Jones studied bath houses. Madison said she loved them.", "Madison"),
    ("Victoria Beckham opened a shop.", "Victoria"),
    ("Austin Reed sold suits. Austin, 40, said he was sorry.", "Austin"),
    ("Judge Lima sentenced the man.", "Lima"),
    ("Ms Kent refused to comment.", "Kent"),
    ("Coach Troy Adams praised his side.", "Troy"),
    ("Colonel Cork gave the order.", "Cork"),
    ("Diana Ross sang. Ross wore red.", "Ross"),
    ("Virginia Woolf lived there.", "Virginia"),
    ("The Supreme Court ruled on Monday.", "Court"),
    ("In May prices fell.", "May"),
    ("The Bill was rejected. The bill cost too much.", "Bill"),
    ("Federal agents searched the house. They are federal officers.", "Federal"),
    ("The Sun rose over the hills.", "Sun"),
    ("Imran Khan was freed. Khan thanked voters.", "Khan"),
    ("Kim Jong Un watched the launch. Kim smiled.", "Kim"),
    ("Sheikh Hasina left the capital. Hasina is 76.", "Hasina"),
    ("Hamas rejected the offer.", "Hamas"),
    ("Ahmed Aden, a shopkeeper, saw the fire. Aden called for help.", "Aden"),
    ("Bishop Santiago blessed the boats.", "Santiago"),
    ("Marco Rossi scored twice. Rossi left the field.", "Rossi"),
    ("General Batista fled.", "Batista"),
    ("Section 4 of the law was struck down. That section was old.", "Section"),
    ("St. Patrick's Day is a holiday.", "Patrick"),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_a_known_place_is_one_whatever_the_model_takes_it_for(place_names, parser, text, name):
    start = text.index(name)
    words = parse(text, parser).char_span(start, start + len(name), alignment_mode="expand")

    assert not {token.ent_type_ for token in words} & PLACE_LABELS  # the model alone would miss it
    assert name in place_names(text)


@pytest.mark.parametrize(("text", "word"), NOT_PLACES)
def test_a_word_spelt_like_a_place_is_none_where_it_means_something_else(place_names, text, word):
    assert not [name for name in place_names(text) if word in name.split()]
