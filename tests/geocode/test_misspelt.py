"""Names misspelt, romanised otherwise or written by other languages' newspapers, in a report."""

from __future__ import annotations

import pytest

# as written | the gazetteer's name | its country
SPELLINGS = """\
Kiev|Kyiv|UA
Kharkov|Kharkiv|UA
Charkiw|Kharkiv|UA
Lvov|Lviv|UA
Lwow|Lviv|UA
Odesa|Odesa|UA
Dnepropetrovsk|Dnipro|UA
Nikolaev|Mykolayiv|UA
Artemivsk|Bakhmut|UA
Tchernihiv|Chernihiv|UA
Cherson|Kherson|UA
Saporischschja|Zaporizhzhya|UA
Simferopil|Simferopol|UA
Jekaterinburg|Yekaterinburg|RU
Nischni Nowgorod|Nizhniy Novgorod|RU
Tscheljabinsk|Chelyabinsk|RU
Wolgograd|Volgograd|RU
Wladiwostok|Vladivostok|RU
Tiflis|Tbilisi|GE
Erivan|Yerevan|AM
Taschkent|Tashkent|UZ
Bischkek|Bishkek|KG
Duschanbe|Dushanbe|TJ
Peking|Beijing|CN
Nanking|Nanjing|CN
Chongqin|Chongqing|CN
Tschengdu|Chengdu|CN
Shanghia|Shanghai|CN
Urumchi|Ürümqi|CN
Tchongjin|Chongjin|KP
Pyeongyang|Pyongyang|KP
Pjöngjang|Pyongyang|KP
Sinuidschu|Sinŭiju|KP
Pusan|Busan|KR
Taejon|Daejeon|KR
Qandahar|Kandahār|AF
Jellalabad|Jalālābād|AF
Mazari Sharif|Mazār-e Sharīf|AF
Meshed|Mashhad|IR
Esfahan|Isfahan|IR
Peschawar|Peshawar|PK
Benares|Varanasi|IN
Cawnpore|Kanpur|IN
Calcutta|Kolkata|IN
Lucknau|Lucknow|IN
Srinigar|Srinagar|IN
Dacca|Dhaka|BD
Katmandu|Kathmandu|NP
Rangoon|Yangon|MM
Mandaley|Mandalay|MM
Saigon|Ho Chi Minh City|VN
Mossoul|Mosul|IQ
Kirkouk|Kirkuk|IQ
Falloudja|Al Fallūjah|IQ
Bassora|Basrah|IQ
Alep|Aleppo|SY
Damas|Damascus|SY
Rakka|Ar Raqqah|SY
Idleb|Idlib|SY
Beyrouth|Beirut|LB
Djeddah|Jeddah|SA
Hodeïda|Al Ḩudaydah|YE
Bengasi|Benghazi|LY
Surt|Sirte|LY
Tobrouk|Tobruk|LY
Le Caire|Cairo|EG
Alexandrie|Alexandria|EG
Khartum|Khartoum|SD
Omdourman|Omdurman|SD
Mekele|Mek'ele|ET
Mekelle|Mek'ele|ET
Addis Abeba|Addis Ababa|ET
Diredawa|Dire Dawa|ET
Gondar|Gonder|ET
Asmera|Asmara|ER
Mogadiscio|Mogadishu|SO
Wagadugu|Ouagadougou|BF
Tombouctou|Timbuktu|ML
Maidugurri|Maiduguri|NG
Breslau|Wrocław|PL
Varsovie|Warsaw|PL
Londres|London|GB
Lissabon|Lisbon|PT
Mailand|Milan|IT
Bukarest|Bucharest|RO
Pittsbourgh|Pittsburgh|US
Medelin|Medellín|CO
Maracaybo|Maracaibo|VE
""".splitlines()

# Surnames, companies, and words that are written with a capital, with a country they may go with.
NO_SPELLINGS = """\
Kovalenko|Ukraine
Shevchuk|Ukraine
Oleksandr|Ukraine
Javelin|Ukraine
Battalion|Ukraine
Artillery|Ukraine
Medvedev|Russia
Kuznetsov|Russia
Kalashnikov|Russia
Telegram|Russia
Gazprom|Russia
Kremlin|Russia
Bolshevik|Russia
Lindqvist|Sweden
MacDonald|United Kingdom
Conservatives|United Kingdom
Unilever|United Kingdom
Barclays|United Kingdom
Abdullahi|Nigeria
Okonkwo|Nigeria
Fernandes|Portugal
Kaczynski|Poland
Kowalski|Poland
Schneider|Germany
Rheinmetall|Germany
Lufthansa|Germany
Bundestag|Germany
Chancellor|Germany
Volkswagen|Germany
Rasmussen|Denmark
Papadopoulos|Greece
Petersson|Norway
Novartis|Switzerland
Starbucks|United States
Netflix|United States
Pfizer|United States
Boeing|United States
Pentagon|United States
Lieutenant|United States
Thanksgiving|United States
Republicans|United States
Democrats|United States
Toyota|Japan
Hashimoto|Japan
Hyundai|South Korea
Knesset|Israel
Defence|Israel
Hezbollah|Lebanon
Houthis|Yemen
Peshmerga|Iraq
Coalition|Iraq
Mohammed|Iraq
Ramadan|Egypt
Mujahideen|Afghanistan
Television|Iran
Revolutionary|Iran
Constitution|Turkey
Parliament|Turkey
Tribunal|Serbia
Security|Somalia
Marathon|Kenya
Christmas|Spain
Saturday|Italy
September|Chile
Communists|China
Politburo|China
Economist|Malaysia
Catholics|Ireland
""".splitlines()

# Towns that are nearly another's name, and are meant themselves.
TOWNS = """\
Odense|DK
Bucharest|RO
Budapest|HU
Karaj|IR
Karachi|PK
Slovenia|SI
Slovakia|SK
Austria|AT
Australia|AU
Kazan|RU
Konstanz|DE
Granada|ES
Taraz|KZ
Haiphong|VN
Medan|ID
Mombasa|KE
Lublin|PL
Tallinn|EE
Tiraspol|MD
Astrakhan|RU
Tirana|AL
Harare|ZW
Harar|ET
Kisumu|KE
Giza|EG
Nagoya|JP
Nagano|JP
Bergen|NO
Montreux|CH
Malaga|ES
""".splitlines()


def test_there_are_enough_of_each():
    assert min(len(SPELLINGS), len(NO_SPELLINGS)) >= 60


@pytest.mark.parametrize("row", SPELLINGS)
def test_another_spelling_is_the_same_place(placed, gazetteer, row):
    written, name, code = row.split("|")
    found = placed(f"Officials of [{gazetteer.country(code).name}] sent flour to [{written}].")[1]
    assert found.place is not None
    assert (found.place.name, found.place.country, found.place.kind) == (name, code, "city")


@pytest.mark.parametrize("row", NO_SPELLINGS)
def test_no_other_word_is_taken_for_a_misspelt_place(placed, row):
    word, country = row.split("|")
    found = placed(f"Officials of [{country}] spoke to [{word}] on Sunday.")[1]
    assert "spelled" not in found.reason or found.place is None


@pytest.mark.parametrize("row", TOWNS)
def test_a_town_is_itself_and_not_its_better_known_like(placed, row):
    name, code = row.split("|")
    (found,) = placed(f"Trucks carried flour to [{name}] on Sunday.")
    assert found.place is not None
    assert "spelled" not in found.reason
    assert found.place.country == code


def test_a_misspelt_name_says_so(placed):
    (_, found) = placed("Officials of [China] sent flour to [Tschengdu].")
    assert found.reason.startswith("spelled Chengdu")
    assert found.candidates[0].reason.startswith("spelled Chengdu")


def test_of_two_places_spelt_nearly_so_the_one_near_the_others_is_meant(placed):
    east = placed("Guards from [Svobodny], [Chita] and [Blagoveschensk] met.")[2]
    west = placed("Guards from [Ufa], [Birsk] and [Blagoveschensk] met.")[2]
    assert east.place.address == "Amur Oblast, Russia"
    assert west.place.address == "Bashkortostan Republic, Russia"
