"""Who speaks over several sentences, as texts with (source or chain, words of the claim).

Written and labelled before the rules that they test were run on them; 32 of the 48 claims were
right at first sight.
"""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions, puts_forward

STORIES = [
    # pronoun over sentences: narrated, never quoted
    ("Milena Dvorak grew up on the farm. She has milked goats since she was six. She says the "
     "drought has halved the herd.",
     [(("Milena Dvorak",), "the drought has halved the herd")]),
    # pronoun with two of each gender
    ("Tom Asher, a lifeguard, warned that the current was strong. His sister, Beth Asher, ran "
     "for help. She said the rope was too short. He disagreed, saying it was long enough.",
     [(("Tom Asher",), "current was strong"), (("Beth Asher",), "rope was too short"),
      (("Tom Asher",), "long enough")]),
    # the ministry, named before
    ("Kenya's agriculture ministry banned the import of seed potatoes in May. Farmers protested "
     "for a week. The ministry said the ban would stay until the harvest.",
     [(("Kenya's agriculture ministry",), "the ban would stay")]),
    # acronym by definition, used later alone
    ("The Baltic Grain Exchange (BGE) opened late on Tuesday. Traders grumbled. The BGE said a "
     "fuse had blown.",
     [(("Baltic Grain Exchange",), "a fuse had blown")]),
    # acronym first, expanded later
    ("GTC said the cable was cut on purpose. The Gulf Telecommunications Council, or GTC, runs "
     "nine cables.",
     [(("Gulf Telecommunications Council",), "cable was cut on purpose")]),
    # mixed quote in an indirect clause
    ("The referee Hannah Osei said the penalty was “soft but correct” and that she would give "
     "it again.",
     [(("Hannah Osei",), "the penalty was “soft but correct”")]),
    # floating quote after a paragraph break
    ("The brewery will close its bottling line in June, director Ralf Kern told workers on "
     "Friday.\n\n“We looked at every other way and found none.”\n\nThe union will meet on "
     "Monday.",
     [(("Ralf Kern",), "bottling line"), (("Ralf Kern",), "We looked at every other way")]),
    # quote over two paragraphs
    ("“The vaccine arrived on Monday,” nurse Amina Toure said. “We gave the first doses that "
     "night.\n\n“By morning the queue went round the block.”",
     [(("Amina Toure",), "vaccine arrived"), (("Amina Toure",), "queue went round the block")]),
    # missing closing quote
    ("“The lift has been broken since spring, said tenant Luis Campo. The landlord did not "
     "reply.",
     [(("Luis Campo",), "The lift has been broken")]),
    # missing opening quote
    ("The well is dry and so is the next one,” said shepherd Idris Kaya.",
     [(("Idris Kaya",), "The well is dry")]),
    # cue noun with owner
    ("The broker's claim that the shares were worthless surprised the regulator.",
     [(("broker",), "the shares were worthless")]),
    # cue noun of a body
    ("A warning from the Met Office that the river could flood closed six schools.",
     [(("Met Office",), "the river could flood")]),
    # denial cue with of
    ("Prosecutors accuse the banker Ole Strand of hiding 4 million crowns. Strand denies the "
     "charge.",
     [(("Prosecutors",), "hiding 4 million crowns"), (("Ole Strand",), "the charge")]),
    # dismissed as
    ("The minister dismissed as “pure fantasy” reports that the dam would be sold.",
     [(("minister",), "pure fantasy")]),
    # headline with a colon
    ("Mayor: Tram line to open in spring\n\nThe tram line will open in spring, Mayor Petra Hinz "
     "said on Monday.",
     [(("Petra Hinz",), "The tram line will open in spring")]),
    # headline, speaker at the end
    ("Whale sanctuary to double in size, minister says\n\nThe sanctuary off the coast will grow "
     "to 400 square kilometres.",
     [(("minister",), "Whale sanctuary to double in size")]),
    # nested chain: according to Y, citing Z
    ("Two divers were still missing on Sunday, according to Radio Azores, citing the coast "
     "guard.",
     [(("coast guard", "Radio Azores"), "Two divers were still missing")]),
    # nested chain: told X
    ("A customs officer told the Harbour Times that the crates had held parrots.",
     [(("customs officer", "Harbour Times"), "the crates had held parrots")]),
    # nested chain: X said that Y had told it
    ("The Daily Ledger said that a clerk at the registry had told it the files were burned.",
     [(("clerk at the registry", "Daily Ledger"), "the files were burned")]),
    # op-ed I
    ("By Rosa Quint\n\nI have taught here for thirty years. I think the new timetable will "
     "fail. My pupils say it makes them tired.",
     [(("Rosa Quint",), "the new timetable will fail"),
      (("My pupils",), "it makes them tired")]),
    # question and answer
    ("Ivan Petrik, head of the zoo, spoke to the Gazette.\n\nQ: Why did the tigers leave?\nA: "
     "The old house was too small for them.\nQ: Will they return?\nA: No, the new owner has "
     "bought them for good.",
     [(("Ivan Petrik",), "The old house was too small"),
      (("Ivan Petrik",), "the new owner has bought them")]),
    # debate transcript
    ("MODERATOR: Thank you both. Senator Blake, the first question is yours.\n\nBLAKE: The tax "
     "cut cost us nine billion dollars.\n\nWe will not pay for it twice.\n\nMODERATOR: Governor "
     "Ruiz?\n\nRUIZ: He is wrong. The tax cut paid for itself.",
     [(("Blake",), "The tax cut cost us nine billion"),
      (("Blake",), "We will not pay for it twice"), (("Ruiz",), "The tax cut paid for itself")]),
    # live blog with stamps
    ("10:15 Police say the road to the airport is closed.\n\n10:32 The airline Nordfly says its "
     "flights will leave late.\n\n10:40 “Nobody has told us anything,” says passenger Mona "
     "Reed.",
     [(("Police",), "the road to the airport is closed"),
      (("Nordfly",), "its flights will leave late"),
      (("Mona Reed",), "Nobody has told us anything")]),
    # it says leads to the sentence before
    ("The Forest Trust said in March that the beech was dying. The Highland Council has now "
     "felled forty trees. It says more will follow.",
     [(("Highland Council",), "more will follow")]),
    # it says, state as subject
    ("The refugee agency said that camps were full. Chad has closed its border. It says the "
     "camps must be moved.",
     [(("Chad",), "the camps must be moved")]),
    # known as
    ("A group of parents known as Clean Air Alliance sued the city. The group says the buses "
     "are too old.",
     [(("Clean Air Alliance",), "the buses are too old")]),
    # age and role behind the name
    ("“I saw the mast snap,” said Dario Conti, 52, a sailmaker who was on the quay.",
     [(("Dario Conti",), "I saw the mast snap")]),
    # name behind the role after commas
    ("The mayor of Lowick, Ian Frost, said on Tuesday that the bridge would stay shut.",
     [(("Ian Frost",), "the bridge would stay shut")]),
    # statement on a site
    ("The singer Lola Marsh said in a statement on Instagram that the tour was off.",
     [(("Lola Marsh", "Instagram"), "the tour was off")]),
    # the union is not its president
    ("The nurses' union has called a strike. Its president, Karin Falk, said pay had fallen by "
     "a tenth. The union said 4,000 nurses would take part.",
     [(("Karin Falk",), "pay had fallen by a tenth"),
      (("nurses' union",), "4,000 nurses would take part")]),
    # body's spokesman then bare body
    ("A spokeswoman for the chipmaker Orvex, Dana Weiss, said the plant was safe. The company "
     "added that no chips were lost.",
     [(("Dana Weiss",), "the plant was safe"), (("Orvex",), "no chips were lost")]),
    # unidentified stay described
    ("Two people briefed on the merger said the banks would announce it on Monday. One of the "
     "people said jobs would go.",
     [(("Two people briefed on the merger",), "the banks would announce it")]),
    # inverted, with long tail
    ("“It is the driest winter that we have on record,” said Professor Noor Haddad of the "
     "University of Tarn, who has kept the books since 1991. “The lakes are at a third,” she "
     "added.",
     [(("Noor Haddad",), "driest winter"), (("Noor Haddad",), "The lakes are at a third")]),
    # they, a body in the plural
    ("The council closed the pool in May. They say the roof is rotten.",
     [(("council",), "the roof is rotten")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_each_claim_goes_to_its_speaker(text, expected, parser, gazetteer):
    doc = parse(text, parser)
    found = [a for a in find_attributions(doc, "The Gazette", gazetteer) if puts_forward(doc, a)]

    for chain, words in expected:
        holding = [a for a in found if words in " … ".join(s.of(text) for s in a.content)]
        closest = min(holding, key=lambda a: sum(s.end - s.start for s in a.content))
        assert tuple(link.name for link in closest.chain)[: len(chain)] == chain
