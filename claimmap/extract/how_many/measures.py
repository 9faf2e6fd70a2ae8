"""Units of measure and money, written out or shortened, brought to one base word each.

SI names after the BIPM brochure (9th edition, British spelling); currencies by their usual name.
"""

from __future__ import annotations

import re

_SAID = {
    "percentage point": "percentage points|percentage point|pp",
    "percentage": "per cent|percent|%|pct|pc|percentage",
    "basis point": "basis points|basis point|bps",
    "mile per hour": "miles per hour|miles an hour|mph",
    "kilometre per hour": "kilometres per hour|kilometers per hour|km/h|km/hr|kph|kmh",
    "metre per second": "m/s|metres per second|meters per second",
    "mile per gallon": "miles per gallon|mpg",
    "revolutions per minute": "rpm",
    "square kilometre": "square kilometres|square kilometers|square kilometre|sq km|km2|km²",
    "square metre": "square metres|square meters|square metre|square meter|sq m|sqm|m2|m²",
    "square mile": "square miles|square mile|sq mi",
    "square foot": "square feet|square foot|sq ft|sqft",
    "cubic metre": "cubic metres|cubic meters|m3|m³",
    "cubic foot": "cubic feet|cubic foot",
    "kilometre": "kilometres|kilometers|kilometre|kilometer|km|kms",
    "centimetre": "centimetres|centimeters|centimetre|centimeter|cm",
    "millimetre": "millimetres|millimeters|millimetre|millimeter|mm",
    "micrometre": "micrometres|micrometers|microns|µm|μm",
    "nanometre": "nanometres|nanometers|nanometer|nanometre|nm",
    "metre": "metres|meters|metre|meter|m",
    "nautical mile": "nautical miles|nautical mile",
    "mile": "miles|mile",
    "yard": "yards|yard|yd",
    "foot": "feet|foot|ft|′",
    "inch": "inches|inch|″",
    "acre": "acres|acre",
    "hectare": "hectares|hectare|ha",
    "milligram": "milligrams|milligram|mg",
    "kilogram": "kilograms|kilogram|kilos|kilo|kg|kgs",
    "gram": "grams|gram|g",
    "tonne": "metric tons|metric tonnes|tonnes|tonne",
    "ton": "tons|ton",
    "pound-mass": "pounds|lbs|lb",
    "ounce": "ounces|ounce|oz",
    "millilitre": "millilitres|milliliters|ml|mL",
    "litre": "litres|liters|litre|liter",
    "gallon": "gallons|gallon",
    "pint": "pints|pint",
    "quart": "quarts|quart",
    "barrel": "barrels|barrel",
    "celsius": "degrees celsius|degree celsius|degrees c|° ?c|celsius|℃",
    "fahrenheit": "degrees fahrenheit|degree fahrenheit|degrees f|° ?f|fahrenheit|℉",
    "degree": "degrees|degree|°",
    "gigawatt hour": "gigawatt hours|gigawatt-hours|gwh",
    "megawatt hour": "megawatt hours|megawatt-hours|mwh",
    "kilowatt hour": "kilowatt hours|kilowatt-hours|kwh",
    "gigawatt": "gigawatts|gigawatt|gw",
    "megawatt": "megawatts|megawatt|mw",
    "kilowatt": "kilowatts|kilowatt|kw",
    "watt": "watts|watt|W",
    "volt": "volts|volt",
    "milliampere-hour": "mah",
    "brake horsepower": "bhp",
    "horsepower": "horsepower|hp|PS",
    "newton metre": "newton metres|nm of torque",
    "pound-foot": "pound-feet|lb-ft",
    "gigahertz": "ghz|gigahertz",
    "megahertz": "mhz|megahertz",
    "kilohertz": "khz|kilohertz",
    "hertz": "hz|hertz",
    "decibel": "decibels|decibel|db",
    "gigapascal": "gigapascals|GPa",
    "kiloton": "kilotons|kiloton",
    "magnitude": "magnitude",
    "terabyte": "terabytes|terabyte|tb",
    "gigabyte": "gigabytes|gigabyte|gb",
    "megabyte": "megabytes|megabyte|mb",
    "parts-per-billion": "parts per billion|ppb",
    "parts-per-million": "parts per million|ppm",
    "year of age": "years of age|years? old|years?-old|yr-old",
    "month of age": "months? old|months?-old",
    "second": "seconds|second|secs",
    "minute": "minutes|minute|mins|min",
    "hour": "hours|hour|hrs",
    "day": "days|day",
    "week": "weeks|week",
    "month": "months|month",
    "year": "years|year",
    "decade": "decades|decade",
    "century": "centuries|century",
    "australian dollar": "australian dollars",
    "canadian dollar": "canadian dollars",
    "hong kong dollar": "hong kong dollars",
    "dollar": "us dollars|u\\.s\\. dollars|dollars|dollar|usd",
    "cent": "cents|cent|¢",
    "euro": "euros|euro|€|eur",
    "pound sterling": "pounds sterling|sterling|gbp",
    "penny": "pence|p",
    "japanese yen": "japanese yen|yen|jpy",
    "chinese yuan": "yuan|renminbi",
    "south korean won": "won",
    "russian ruble": "rubles|roubles|ruble|rouble",
    "ukrainian hryvnia": "hryvnias|hryvnia",
    "indian rupee": "rupees|rupee",
    "swiss franc": "swiss francs|francs",
    "danish krone": "danish crowns|danish kroner|danish krone",
    "shekel": "shekels|shekel",
    "sen": "sen",
    "croatian kuna": "kn|kuna",
    "nigerian naira": "nairas|naira|ngn",
    "south african rand": "rands|rand|zar",
    "bangladeshi taka": "takas|taka|bdt",
    "shilling": "shillings|shilling",
    "peso": "pesos|peso",
    "dirham": "dirhams|dirham|aed",
    "riyal": "riyals|riyal|rials|rial",
    "dinar": "dinars|dinar",
    "indonesian rupiah": "rupiah",
    "thai baht": "baht",
    "ghanaian cedi": "cedis|cedi",
    "ethiopian birr": "birr",
    "cfa franc": "cfa francs|cfa franc|cfa",
    "brazilian real": "reais",
    "malaysian ringgit": "ringgit",
    "turkish lira": "turkish lira|liras|lira",
    "point": "points|point",
    "fold": "fold",
}
# What stands before its number: currency signs, and the scale of earthquakes.
_BEFORE = {
    "magnitude": r"[Mm]agnitude(?: of)?[ -]",
    "hong kong dollar": r"HK ?\$",
    "australian dollar": r"AU ?\$|A\$|\$A",
    "canadian dollar": r"CA ?\$|C\$|\$C",
    "singapore dollar": r"S\$",
    "brazilian real": r"R\$ ?",
    "dollar": r"US ?\$|\$US|U\.S\. ?\$|USD ?|\$",
    "euro": r"€|EUR ?",
    "pound sterling": r"£|GBP ?|(?<![A-Z])PS",
    "japanese yen": r"¥|Y=|JPY ?",
    "indian rupee": r"₹|Rs\.? ?",
    "malaysian ringgit": r"RM ?",
    "shekel": r"₪|NIS ?",
    "nigerian naira": r"₦|NGN ?|N",
    "south african rand": r"ZAR ?|R",
    "bangladeshi taka": r"৳|BDT ?|Tk\.? ?",
    "peso": r"₱|PHP ?|P(?:hp)?",
    "shilling": r"(?:[KTU]?[Ss]h|KES|UGX|TZS)s?\.? ?",
    "dirham": r"AED ?|Dhs?\.? ?",
    "riyal": r"SAR ?|SR ?",
    "ghanaian cedi": r"GH[¢₵S] ?",
    "russian ruble": r"₽",
    "ukrainian hryvnia": r"₴",
    "south korean won": r"₩",
}
_PER_UNITS = {"sq m": "square metre", "sq ft": "square foot", "kg": "kilogram", "mmbtu": "mmbtu"}
# One letter or two may be a word of its own: these count as units only glued to the digits or
# one blank away, in this very case.
_STRICT = frozenset(
    ("m", "g", "p", "W", "PS", "GPa", "pc", "pp", "ha", "mm", "won", "kn", "sen", "min")
)
_STRICT_LOWER = frozenset(form.lower() for form in _STRICT)
_NAMES = {form: unit for unit, forms in _SAID.items() for form in forms.split("|")}
_FORMS = re.compile(
    r"(?i)[\s-]?(?P<form>"
    + "|".join(
        form.replace(" ", r"[\s-]").replace(r"[\s-]?", " ?")
        for form in sorted(_NAMES, key=len, reverse=True)
    )
    + r")(?![\w²³]|\.\w)"
)
_UNITS = [
    (
        re.compile(rf"(?i)(?:{forms.replace(' ?', '#').replace(' ', '[ -]').replace('#', ' ?')})"),
        unit,
    )
    for unit, forms in _SAID.items()
]
_MONEY = [(re.compile(rf"(?:{mark})$"), unit) for unit, mark in _BEFORE.items()]
_PER = re.compile(
    r"(?i)\s?(?:per|an?(?=\s(?:barrel|ounce|share|gallon|tonne|ton|litre|day|week|month|year|hour"
    r"|minute|kilo|pound|acre)\b(?!\s(?:ago|earlier|later|before|after)))|/)"
    r"\s?(?P<what>sq\.? m|sq\.? ft|square (?:foot|metre|meter)|[a-z]+)\b"
)


def money_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency (or "magnitude") whose sign ends at ``start``, and where the sign begins."""
    before = text[max(0, start - 14) : start]
    for pattern, unit in _MONEY:
        match = pattern.search(before)
        if match and not (match.start() and before[match.start() - 1].isalpha()):
            return unit, start - len(match[0])
    return None


def unit_after(text: str, end: int) -> tuple[str, int] | None:
    """The unit that follows ``end``, glued or after a blank or hyphen, and where it stops."""
    match = _FORMS.match(text, end)
    if not match:
        return None
    form = match["form"]
    if form.lower() in _STRICT_LOWER:
        glued = match.start("form") == end or text[end] == " " or form == "mm"
        if not glued or form not in _STRICT:
            return None
    said = re.sub(r"\s+", " ", form)
    unit = next((unit for pattern, unit in _UNITS if pattern.fullmatch(said)), None)
    return (unit, match.end()) if unit else None


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    """The "per barrel" that follows, as a base word, and where it stops."""
    match = _PER.match(text, end)
    if not match:
        return None
    what = match["what"].lower().replace(".", "")
    named = unit_after(" " + what, 0)
    return _PER_UNITS.get(what) or (named[0] if named else what), match.end()
