"""`participation demo`: an invented service with a finished season and a campaign that is open."""

import argparse
import os
from pathlib import Path

from participation.cli.installation import port
from participation.cli.private import refuse_public
from participation.settings import CHECKOUT

FOLDER = CHECKOUT / "data-demo"


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    made = subparsers.add_parser(
        "demo",
        help="show the main job on a full demonstration",
        description=(
            "Loads an invented service with two campaigns, serves it, and prints the addresses "
            "and how to sign in for each role."
        ),
    )
    made.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    made.add_argument("--port", type=port, default=8000, help="port to listen on (%(default)s)")
    made.add_argument(
        "--data", type=Path, default=FOLDER, help="folder of the demonstration (%(default)s)"
    )
    made.add_argument(
        "--check",
        action="store_true",
        help="load the demonstration anew, play the whole loop over HTTP as each role would, stop",
    )
    made.set_defaults(handler=handle)


def handle(asked: argparse.Namespace) -> int:
    """Serve the demonstration, or play it through."""
    # Only these two need the web; the other commands start without it.
    from participation.cli.checking import check  # noqa: PLC0415
    from participation.cli.showing import show  # noqa: PLC0415

    refuse_public(asked.host, os.environ.get("PARTICIPATION_PUBLIC_URL", ""))
    folder: Path = asked.data.absolute()
    if asked.check:
        return check(folder)
    show(folder, asked.host, asked.port)
    return 0
