"""The dictionary forms of a declined name: "Москве" may be Москва, "Курской" Курская.

Endings of Russian and Ukrainian nouns and adjectives in the singular, of place names in the plural
(Zaliznyak 1977; Press and Pugh 2015), and of Greek nouns. Which form is a name, the gazetteer says.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

_SHORTEST_STEM = 2
_MOST_FORMS = 60  # of a name of several words

# What a declined ending may have been; the dictionary form itself is tried by the caller.
_ENDINGS: dict[str, tuple[str, ...]] = {
    # adjectives
    **dict.fromkeys(("ого", "ому"), ("ый", "ий", "ой", "ое")),
    **dict.fromkeys(("его", "ему"), ("ий", "ее")),
    **dict.fromkeys(("ым", "им"), ("ый", "ий", "ое")),
    **dict.fromkeys(("ую", "юю"), ("ая", "яя")),
    # nouns in -ия and -ія
    **dict.fromkeys(("ии", "ию", "ией"), ("ия",)),
    **dict.fromkeys(("ії", "ію", "ією"), ("ія",)),
    # names in the plural
    **dict.fromkeys(("ами", "ах", "ам"), ("ы", "и", "а")),
    **dict.fromkeys(("ями", "ях", "ям"), ("и", "я")),
    # Ukrainian names in -ів, -їв
    **dict.fromkeys(("ова", "ову", "овом", "ові"), ("ів", "ов")),
    **dict.fromkeys(("єва", "єву", "євом", "єві"), ("їв",)),
    # nouns
    **dict.fromkeys(("ой", "ою"), ("а", "ая")),
    "ей": ("я", "ь", "ая"),
    "ью": ("ь",),
    "ом": ("", "о", "ый", "ий", "ое"),
    "ем": ("ь", "й", "е", "ий"),
    "а": ("", "о"),
    "я": ("ь", "й"),
    "у": ("", "а", "о"),
    "ю": ("я", "ь", "й"),
    "е": ("", "а", "о", "я", "ь", "й"),
    "ы": ("а",),
    "и": ("ь", "а", "я"),
    "і": ("", "а", "ь", "о"),
    # Greek
    "ου": ("ος", "ο"),
    "ς": ("",),
}
_LONGEST_ENDING = max(map(len, _ENDINGS))


def base_forms(name: str) -> Iterator[str]:
    """The forms that a declined name may have in a dictionary, itself left out.

    The likelier first; none for a name without letters of Cyrillic or Greek. Of a name of several
    words each may be declined.
    """
    if name.isascii() or not any("\u0370" <= letter <= "\u052f" for letter in name):
        return
    parts = [[word, *_forms_of(word)] for word in name.split(" ")]
    yield from islice((" ".join(forms) for forms in product(*parts)), 1, _MOST_FORMS)


def _forms_of(word: str) -> list[str]:
    forms: dict[str, None] = {}
    for length in range(_LONGEST_ENDING, 0, -1):
        stem, ending = word[:-length], word[-length:]
        if len(stem) >= _SHORTEST_STEM:
            forms.update(dict.fromkeys(stem + base for base in _ENDINGS.get(ending, ())))
    return list(forms)
