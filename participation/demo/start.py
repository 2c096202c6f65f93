"""Make a folder ready to show the demonstration: claim, migrate, load, remember how to sign in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from participation.demo import folder as folders
from participation.demo.loader import load
from participation.people.passwords import passwords_of
from participation.settings import Settings, prepare_data_folder
from participation.storage.engine import Database
from participation.storage.migrate import migrate
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
    known = None if anew else folders.recall(folder)
    if known is None:
        folders.clear(folder)
    prepare_data_folder(folder)
    settings = Settings.from_environ({**environ, "PARTICIPATION_DATA": str(folder)})
    database = Database(settings.database_url)
    try:
        migrate(database)
        if known is not None:
            return Ready(settings, known)
        made = load(
            database,
            passwords=passwords_of(settings.password_memory_kib),
            card_key=key_from(settings.secret_key),
            today=today,
        )
    finally:
        database.close()
    folders.remember(folder, made.sign_ins, on=today)
    return Ready(settings, folders.Loaded(today, made.sign_ins), made.cards)
