"""Make a folder ready to show the demonstration: claim, migrate, load, remember how to sign in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from participation.demo import folder as folders
from participation.demo.loader import load
from participation.people.models import Structure
from participation.people.passwords import passwords_of
from participation.settings import Settings, prepare_data_folder
from participation.storage.engine import Database
from participation.storage.migrate import empty, migrate
from participation.workshops.urns import PrintedCard, key_from


@dataclass(frozen=True, slots=True)
class Ready:
    """A folder that can be served. `cards` are known only to the run that loaded them."""

    settings: Settings
    loaded: folders.Loaded
    cards: tuple[PrintedCard, ...] = ()


def ready(folder: Path, environ: Mapping[str, str], *, today: date, anew: bool = False) -> Ready:
    """Load the demonstration where it is not there yet, or `anew`; a second run changes nothing.

    Raises NotADemonstration for a folder, or a database, that holds anything else.
    """
    folders.claim(folder)
    prepare_data_folder(folder)
    settings = Settings.from_environ({**environ, "PARTICIPATION_DATA": str(folder)})
    place = digest_of(settings, folder)
    known = None if anew else folders.recall(folder)
    if known is not None and known.database != place:
        known = None
    if known is None:
        folders.clear(folder)
    database = Database(settings.database_url)
    try:
        migrate(database)
        if known is not None:
            return Ready(settings, known)
        make_room(database)
        made = load(
            database,
            passwords=passwords_of(settings.password_memory_kib),
            card_key=key_from(settings.secret_key),
            today=today,
        )
    finally:
        database.close()
    folders.remember(folder, made.sign_ins, on=today, database=place)
    return Ready(settings, folders.Loaded(today, made.sign_ins, place), made.cards)


def digest_of(settings: Settings, folder: Path) -> str:
    """Which database was loaded: empty for the folder's own, so that the folder may be moved."""
    own = f"sqlite:///{folder.absolute() / 'participation.sqlite3'}"
    url = settings.database_url
    return "" if url == own else sha256(url.encode()).hexdigest()[:16]


def make_room(database: Database) -> None:
    """Take what a demonstration made out of a PostgreSQL database; nothing else is ever taken."""
    if database.is_sqlite:
        return
    with database.session() as session:
        made = session.scalars(select(Structure.is_demonstration).order_by(Structure.id)).all()
    if made and all(made):
        empty(database)
