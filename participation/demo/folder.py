"""The folder of a demonstration: marked as such, so that nothing real is ever written over."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from participation.errors import Refused

MARK = "demonstration.json"
DATABASES = ("participation.sqlite3*", "participation.urns.sqlite3*")


@dataclass(frozen=True, slots=True)
class SignIn:
    """How to sign in as one member of the invented staff."""

    name: str
    title: str
    role: str
    sign_in_name: str
    password: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a demonstration's folder remembers: the day it was loaded, and how to sign in.

    `database` is a digest of the address of a database elsewhere, empty for the folder's own.
    """

    on: date
    sign_ins: tuple[SignIn, ...]
    database: str = ""


class NotADemonstration(Refused):
    """The folder holds something that no demonstration made; facts: folder."""


def claim(folder: Path) -> None:
    """Mark a folder for the demonstration. Raises NotADemonstration when it holds anything else."""
    folder.mkdir(parents=True, exist_ok=True)
    if is_claimed(folder):
        return
    if any(folder.iterdir()):
        raise NotADemonstration(folder=str(folder))
    _write(folder, {})


def is_claimed(folder: Path) -> bool:
    """Whether a demonstration made this folder."""
    return (folder / MARK).is_file()


def clear(folder: Path) -> None:
    """Take the databases out of a demonstration's folder, so that it can be loaded anew."""
    if not is_claimed(folder):
        raise NotADemonstration(folder=str(folder))
    for pattern in DATABASES:
        for file in folder.glob(pattern):
            file.unlink()
    _write(folder, {})


def remember(folder: Path, sign_ins: Iterable[SignIn], *, on: date, database: str = "") -> None:
    """Keep how to sign in; the file is readable by its owner only."""
    kept = {"on": on.isoformat(), "sign_ins": [asdict(one) for one in sign_ins]}
    _write(folder, {**kept, "database": database})


def recall(folder: Path) -> Loaded | None:
    """What the folder remembers, or nothing when no demonstration was loaded to the end."""
    if not is_claimed(folder):
        return None
    kept = json.loads((folder / MARK).read_text("utf-8"))
    if not kept:
        return None
    sign_ins = tuple(SignIn(**one) for one in kept["sign_ins"])
    return Loaded(date.fromisoformat(kept["on"]), sign_ins, kept["database"])


def _write(folder: Path, kept: dict[str, object]) -> None:
    """Written beside and moved into place: a crash leaves the old file or the new one."""
    draft = folder / f".{MARK}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as target:
        json.dump(kept, target, ensure_ascii=False, indent=1)
    draft.replace(folder / MARK)
