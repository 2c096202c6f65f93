"""The source of the program that runs here, for whoever uses it (AGPL, section 13)."""

import tarfile
from collections.abc import Iterator
from pathlib import Path

from flask import Blueprint, Response, current_app
from flask.typing import ResponseReturnValue

from participation import __version__
from participation.settings import CHECKOUT, Settings
from participation.web.access import open_to

source = Blueprint("source", __name__)

PARTS = (
    *("participation", "templates", "translations", "tests", "benchmarks", "decisions", "docs"),
    *(".ci", "run", "setup.cfg", "pyproject.toml", "wsgi.py", "MANIFEST.in", "LICENSE"),
    *("requirements.lock", "requirements-dev.lock", ".ruff.toml", ".djlintrc", ".gitignore"),
    *("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"),
)
"""What belongs to the program; nothing else of the folder is ever given away."""
MADE_HERE = {".pyc", ".mo", ".gz"}


@source.get("/source.tar.gz")
@open_to("anyone")
def download() -> ResponseReturnValue:
    """Every file of the program as it runs here, packed once for each start."""
    settings: Settings = current_app.config["PARTICIPATION"]
    archive = settings.data / f"participation-{__version__}.tar.gz"
    if not archive.exists() or archive.stat().st_mtime < newest():
        pack(archive)
    return Response(
        archive.read_bytes(),
        mimetype="application/gzip",
        headers={"Content-Disposition": f"attachment; filename={archive.name}"},
    )


def files() -> Iterator[Path]:
    """The files of the program, without what was made from them."""
    for part in PARTS:
        path = CHECKOUT / part
        for one in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if one.is_file() and one.suffix not in MADE_HERE:
                yield one


def newest() -> float:
    """When the program last changed."""
    return max(one.stat().st_mtime for one in files())


def pack(archive: Path) -> None:
    """Write the archive beside its place, then move it there: nobody reads half of it."""
    draft = archive.with_suffix(".draft")
    folder = archive.name.removesuffix(".tar.gz")
    with tarfile.open(draft, "w:gz") as packed:
        for one in files():
            packed.add(one, f"{folder}/{one.relative_to(CHECKOUT)}", filter=anonymous)
    draft.replace(archive)


def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the names of this machine's accounts."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
