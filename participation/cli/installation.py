"""`participation serve`, `migrate` and `check`."""

import argparse
import os
import sys
from pathlib import Path

from participation import clock
from participation.cli.looking import look_over
from participation.people.queries import is_set_up
from participation.settings import CHECKOUT, Settings, prepare_data_folder
from participation.storage.engine import Database
from participation.storage.migrate import migrate, refuse_unmigrated
from participation.workshops.operations import finish_closing


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of an installation."""
    made = subparsers.add_parser("serve", help="serve the product until it is stopped")
    made.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    made.add_argument("--port", type=port, default=8000, help="port to listen on (%(default)s)")
    made.set_defaults(handler=handle_serve)
    made = subparsers.add_parser("migrate", help="bring the database up to date")
    made.set_defaults(handler=handle_migrate)
    made = subparsers.add_parser("check", help="look the installation over")
    made.set_defaults(handler=handle_check)


def port(typed: str) -> int:
    """A port that can be listened on."""
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= 65_535):
        raise argparse.ArgumentTypeError(f"{typed} is not a port: write a number from 1 to 65535")
    return int(typed)


def handle_migrate(_asked: argparse.Namespace) -> int:
    """Make the data folder and its secret when they are missing, then migrate."""
    prepare_data_folder(Path(os.environ.get("PARTICIPATION_DATA") or CHECKOUT / "data"))
    settings = Settings.from_environ(os.environ)
    migrate(Database(settings.database_url))
    print("The database is up to date.")
    return 0


def handle_check(_asked: argparse.Namespace) -> int:
    """Say of each part of the installation how it is; 1 when one of them must be mended."""
    findings = look_over(Settings.from_environ(os.environ), os.environ)
    for finding in findings:
        print(finding.line)
    faults = [finding for finding in findings if finding.is_fault]
    if faults:
        print(f"participation: to mend: {len(faults)}", file=sys.stderr)
    return 1 if faults else 0


def handle_serve(asked: argparse.Namespace) -> int:
    """Serve; refuse to start on a bad setting or an unmigrated database."""
    # Only the server needs the web; the other commands start without it.
    from participation.app import create_app  # noqa: PLC0415
    from participation.cli.serving import run_server  # noqa: PLC0415

    settings = Settings.from_environ(os.environ)
    greeting = greeting_of(settings, asked.host, asked.port)
    finish_counts(Database(settings.database_url))
    run_server(
        lambda: create_app(settings),
        host=asked.host,
        port=asked.port,
        is_sqlite=settings.is_sqlite,
        when_ready=lambda: print(greeting, flush=True),
    )
    return 0


def finish_counts(database: Database) -> None:
    """Copy the count of a vote that a crash left beside its urn, and clean the urns after it."""
    with database.write() as session, database.write_urn() as urns:
        copied = finish_closing(session, urns, at=clock.now())
    if copied:
        database.vacuum_urns()
    database.close()


def greeting_of(settings: Settings, host: str, port: int) -> str:
    """Where to go; on an empty database, the link that sets it up. Raises NotMigrated."""
    from participation.web.people.setting_up import set_up_token  # noqa: PLC0415  # As above.

    database = Database(settings.database_url)
    refuse_unmigrated(database)
    with database.session() as session:
        is_new = not is_set_up(session)
    database.close()
    address = settings.public_url or address_of(host, port)
    if not is_new:
        return f"Serving at {address}/ (stop with Ctrl+C)"
    return (
        f"Serving at {address}/ (stop with Ctrl+C)\n"
        "Nothing is set up yet. Open this link, once, to create the first structure and its "
        f"administrator:\n{address}/fr/setup/{set_up_token(settings)}"
    )


def address_of(host: str, port: int) -> str:
    """An address for a browser on this machine."""
    known = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104  # Only compared.
    return f"http://{known}:{port}"
