"""Which language a text is in, as far as it matters: English is what we read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

WORDS = 20
"""A text of fewer words is not judged: names alone look like any language."""

SAMPLE = 20_000
"""How many characters are looked at: more would tell nothing new."""

UNLIKELY = 0.01
"""A text is in another language only where English is less probable than this: to miss one is
better than to doubt a report that is English. Of 9,900 pieces of English news of 20 words, 7
(0.07%) fall below."""

# Scripts that do not part words with spaces (Thai, Lao, Khmer, kana, Han): two signs a word.
_WORD = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W\d_]+")

_NO_LANGUAGE = "zxx"  # ISO 639-2: no linguistic content, such as a table of codes

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean",
    "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay",
    "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""ISO 639-1 code -> English name, of the languages that news is most often in."""


def find_language(text: str) -> str:
    """The ISO 639 code of the language that a text is in, "" where it is too short to judge.

    "en" stands also where nothing speaks clearly against it.
    """
    sample = text[:SAMPLE]
    if len(_WORD.findall(sample)) < WORDS:
        return ""
    ranked = _identifier().rank(sample)
    best = str(ranked[0][0])
    english = dict(ranked)["en"]
    if english >= UNLIKELY:
        return "en"
    return "" if best == _NO_LANGUAGE else best


def load_languages() -> None:
    """Load what ``find_language`` needs: half a second and 75 MB, which only reading wants."""
    _identifier()


def language_notice(language: str) -> str:
    """What to tell the reader of a document in this language; "" where there is nothing to tell."""
    if language in ("", "en"):
        return ""
    name = _NAMES.get(language, f"another language ({language})")
    return (
        f"English is expected, and this seems to be {name}: what is found may be little and wrong."
    )


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
