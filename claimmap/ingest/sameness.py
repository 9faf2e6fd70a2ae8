"""Whether two machines would find the same in a text."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from claimmap.extract.parsing import MODEL
from claimmap.geocode.gazetteer import FOLDER

_PACKAGE = Path(__file__).parents[1]
_PROGRAM = ("model.py", "extract", "geocode", "ingest/extracting.py")
_LIBRARIES = ("spacy", MODEL)


@cache
def fingerprint() -> str:
    """A digest of all that decides what is found: our program, the gazetteer, the parser."""
    digest = hashlib.blake2b(digest_size=16)
    for path in (*(_PACKAGE / name for name in _PROGRAM), FOLDER):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.name.encode())
                digest.update(hashlib.blake2b(file.read_bytes()).digest())
    for library in _LIBRARIES:
        digest.update(version(library).encode())
    return digest.hexdigest()
