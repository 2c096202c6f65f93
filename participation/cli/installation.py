"""`participation serve`, `migrate`, `check`, `create-structure` and `create-account`."""

import argparse
import os
from pathlib import Path

from participation.settings import CHECKOUT, KNOWN, Settings, prepare_data_folder
from participation.storage.engine import Database
from participation.storage.migrate import migrate, refuse_unmigrated


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of an installation."""
    made = subparsers.add_parser("migrate", help="bring the database up to date")
    made.set_defaults(handler=handle_migrate)
    made = subparsers.add_parser("check", help="look the installation over")
    made.set_defaults(handler=handle_check)


def handle_migrate(_asked: argparse.Namespace) -> int:
    """Make the data folder and its secret when they are missing, then migrate."""
    prepare_data_folder(Path(os.environ.get("PARTICIPATION_DATA") or CHECKOUT / "data"))
    settings = Settings.from_environ(os.environ)
    migrate(Database(settings.database_url))
    print("The database is up to date.")
    return 0


def handle_check(_asked: argparse.Namespace) -> int:
    """List each setting with its default, and say whether the database is up to date."""
    settings = Settings.from_environ(os.environ)
    refuse_unmigrated(Database(settings.database_url))
    for setting in KNOWN:
        print(f"{setting.name}: {setting.meaning} (default: {setting.default})")
    print("The database is up to date.")
    return 0
