"""Frozen settings, read once at the start; a bad one stops the start with a sentence."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from participation.errors import BadSettings

CHECKOUT = Path(__file__).resolve().parent.parent
SECRET_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as `participation check` lists it."""

    name: str
    default: str
    meaning: str


KNOWN = (
    Setting("PARTICIPATION_DATA", "data/ beside the program", "folder of the installation"),
    Setting("PARTICIPATION_DATABASE_URL", "a SQLite file in the data folder", "database address"),
    Setting("PARTICIPATION_SECRET_KEY", "made at the first start", "32 characters or more"),
    Setting("PARTICIPATION_PUBLIC_URL", "", "address that phones and QR codes use"),
    Setting("PARTICIPATION_SECURE_COOKIES", "no", "yes when everything is served over https"),
    Setting("PARTICIPATION_TRUSTED_PROXIES", "0", "number of reverse proxies in front, 0 to 5"),
    Setting("PARTICIPATION_IDLE_SECONDS", "75", "75 to 300: idle delay of a kiosk"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may differ between two installations."""

    data: Path
    database_url: str
    secret_key: str
    public_url: str = ""
    secure_cookies: bool = False
    trusted_proxies: int = 0
    idle_seconds: int = 75
    password_memory_kib: int = 19_456

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """Read the environment, then `settings.env` of the data folder for what it does not say.

        Raises BadSettings for an unknown name or a value that cannot be used.
        """
        data = Path(environ.get("PARTICIPATION_DATA") or CHECKOUT / "data").absolute()
        found = {**read_file(data / "settings.env"), **ours(environ)}
        refuse_unknown(found)
        return cls(
            data=data,
            database_url=database_url(found.get("PARTICIPATION_DATABASE_URL", ""), data),
            secret_key=secret(found.get("PARTICIPATION_SECRET_KEY", "")),
            public_url=web_address(found.get("PARTICIPATION_PUBLIC_URL", "")),
            secure_cookies=yes_or_no("PARTICIPATION_SECURE_COOKIES", found, default="no"),
            trusted_proxies=whole("PARTICIPATION_TRUSTED_PROXIES", found, "0", 0, 5),
            idle_seconds=whole("PARTICIPATION_IDLE_SECONDS", found, "75", 75, 300),
        )

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is the embedded one."""
        return self.database_url.startswith("sqlite")


def ours(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables of the environment that are meant for this program."""
    return {name: value for name, value in environ.items() if name.startswith("PARTICIPATION_")}


def read_file(path: Path) -> dict[str, str]:
    """The lines `NAME=value` of a settings file; none when there is no file."""
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, _equals, value in pairs}


def refuse_unknown(found: Mapping[str, str]) -> None:
    """Refuse a misspelt setting: in silence it would be a promise that nobody keeps."""
    known = {setting.name for setting in KNOWN} | {"PARTICIPATION_TEST_DATABASE"}
    for name in sorted(found):
        if name not in known:
            raise BadSettings(f"{name} is not a setting of this program")


def database_url(given: str, data: Path) -> str:
    """The address of the database, with the driver that is installed for it."""
    if not given:
        return f"sqlite:///{data / 'participation.sqlite3'}"
    if given.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg://" + given.partition("://")[2]
    if given.startswith(("sqlite:///", "postgresql+psycopg://")):
        return given
    raise BadSettings("PARTICIPATION_DATABASE_URL must begin with sqlite:/// or postgresql://")


def secret(given: str) -> str:
    """The secret key, or a refusal when it is too short to protect anything."""
    if len(given) < SECRET_LENGTH:
        raise BadSettings(
            f"PARTICIPATION_SECRET_KEY must have {SECRET_LENGTH} characters or more "
            "(`participation migrate` makes one on the first run)"
        )
    return given


def web_address(given: str) -> str:
    """An address without its last slash, or nothing."""
    if given and not given.startswith(("http://", "https://")):
        raise BadSettings("PARTICIPATION_PUBLIC_URL must begin with http:// or https://")
    return given.rstrip("/")


def yes_or_no(name: str, found: Mapping[str, str], *, default: str) -> bool:
    """A setting that is yes or no."""
    value = found.get(name, default)
    if value not in {"yes", "no"}:
        raise BadSettings(f"{name} must be yes or no")
    return value == "yes"


def whole(name: str, found: Mapping[str, str], default: str, least: int, most: int) -> int:
    """A setting that is a whole number between two bounds."""
    value = found.get(name, default)
    if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
        raise BadSettings(f"{name} must be a whole number from {least} to {most}")
    return int(value)


def prepare_data_folder(data: Path) -> None:
    """Make the data folder and its secret, readable by their owner only."""
    data.mkdir(parents=True, exist_ok=True)
    data.chmod(0o700)
    file = data / "settings.env"
    if "PARTICIPATION_SECRET_KEY" in read_file(file):
        return
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as target:
        target.write(f"PARTICIPATION_SECRET_KEY={secrets.token_urlsafe(48)}\n")
