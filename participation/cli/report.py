"""`participation report` and `poster`: the documents, without a browser."""

import argparse
from pathlib import Path

from participation.languages import INTERFACE, STAFF


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add both commands."""
    report = subparsers.add_parser("report", help="write the synthesis of a campaign as PDF")
    poster = subparsers.add_parser("poster", help="write the poster of a campaign as PDF")
    for made, known, handler in (
        (report, STAFF, handle_report),
        (poster, INTERFACE, handle_poster),
    ):
        made.add_argument("campaign", metavar="CAMPAIGN", help="short name or id")
        made.add_argument(
            "--language",
            default="fr",
            choices=[one.tag for one in known],
            help="language of the document (default: %(default)s)",
        )
        made.add_argument(
            "-o",
            "--output",
            metavar="FILE.pdf",
            type=Path,
            required=True,
            help="file to write; one that is already there is replaced",
        )
        made.set_defaults(handler=handler)


def handle_report(asked: argparse.Namespace) -> int:
    """Write the synthesis as it stands today."""
    # Only these two commands need the web; the others start without it.
    from participation.cli.printing import write_report  # noqa: PLC0415

    return write_report(asked)


def handle_poster(asked: argparse.Namespace) -> int:
    """Write the poster as it stands today."""
    from participation.cli.printing import write_poster  # noqa: PLC0415  # As above.

    return write_poster(asked)
