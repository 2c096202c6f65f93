"""What `participation check` looks at."""

import ctypes.util
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from participation.errors import NotMigrated
from participation.languages import missing_catalogues
from participation.people.queries import is_set_up
from participation.settings import CHECKOUT, KNOWN, Setting, Settings, ours, read_file
from participation.storage.engine import Database
from participation.storage.migrate import refuse_unmigrated

SECRETS = {"PARTICIPATION_SECRET_KEY", "PARTICIPATION_DATABASE_URL"}
LIBRARIES = ("pangoft2-1.0", "harfbuzz-subset")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; a fault must be mended, the rest is good to know."""

    said: str
    is_fault: bool = False

    @property
    def line(self) -> str:
        """One line for the terminal."""
        return f"{'MEND' if self.is_fault else 'ok  '} {self.said}"


def look_over(settings: Settings, environ: Mapping[str, str]) -> list[Finding]:
    """Every finding: settings, secret, database, libraries, address."""
    file = read_file(settings.data / "settings.env")
    return [
        *(about_setting(setting, environ, file) for setting in KNOWN),
        about_secret_file(settings),
        about_database(settings),
        *(about_library(name) for name in LIBRARIES),
        about_catalogues(CHECKOUT / "translations"),
        about_address(settings),
    ]


def about_setting(setting: Setting, environ: Mapping[str, str], file: Mapping[str, str]) -> Finding:
    """One setting: what it means, its default, and where its value comes from."""
    found, origin = ours(environ).get(setting.name), "environment"
    if not found:
        found, origin = file.get(setting.name), "settings.env"
    default = setting.default or "empty"
    if not found:
        return Finding(f"{setting.name} = {default} (default): {setting.meaning}")
    shown = "set, not shown" if setting.name in SECRETS else found
    return Finding(f"{setting.name} = {shown} ({origin}; default: {default}): {setting.meaning}")


def about_secret_file(settings: Settings) -> Finding:
    """The file of the secret key is its owner's alone."""
    file = settings.data / "settings.env"
    if not file.exists():
        return Finding("the secret key comes from the environment")
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        return Finding(f"others can read {file}: chmod 600 it", is_fault=True)
    return Finding(f"only its owner can read {file}")


def about_database(settings: Settings) -> Finding:
    """Reachable, at the head of the migrations, and set up or not."""
    kind = "SQLite" if settings.is_sqlite else "PostgreSQL"
    database = Database(settings.database_url)
    try:
        refuse_unmigrated(database)
        with database.session() as session:
            state = "set up" if is_set_up(session) else "empty: `participation serve` says how"
    except NotMigrated:
        return Finding(f"{kind} is not up to date: run `participation migrate`", is_fault=True)
    except SQLAlchemyError as error:
        return Finding(f"{kind} cannot be reached: {type(error).__name__}", is_fault=True)
    finally:
        database.close()
    return Finding(f"{kind} is up to date and {state}")


def about_library(name: str) -> Finding:
    """What PDF documents need."""
    if ctypes.util.find_library(name):
        return Finding(f"library {name} for PDF documents is there")
    return Finding(f"library {name} is missing: PDF documents cannot be made", is_fault=True)


def about_catalogues(folder: Path) -> Finding:
    """What the screens need to speak."""
    missing = [str(file.relative_to(folder)) for file in missing_catalogues(folder)]
    if missing:
        return Finding(
            f"not compiled: {', '.join(missing)} (`./run translations` does it)", is_fault=True
        )
    return Finding("every screen has its words in every language")


def about_address(settings: Settings) -> Finding:
    """What phones will open."""
    if not settings.public_url:
        return Finding("no public address: QR codes name the address of the page that shows them")
    if settings.public_url.startswith("https://") and not settings.secure_cookies:
        return Finding(
            "the public address is https: set PARTICIPATION_SECURE_COOKIES=yes", is_fault=True
        )
    return Finding(f"phones open {settings.public_url}")
