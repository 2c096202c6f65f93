"""`participation export`: the results of a campaign as a file, without a browser."""

import argparse
from pathlib import Path

from participation.languages import STAFF

FORMATS = ("csv", "xlsx", "ods", "json")


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    made = subparsers.add_parser(
        "export",
        help="write the results of a campaign as a table or as JSON",
        description="Write what everybody sees of a campaign's questionnaires: figures of five"
        " responses or more, who took part, published words, and what was asked. As CSV, a file"
        " that ends in .zip holds every table; any other holds the figures alone.",
    )
    made.add_argument("campaign", metavar="CAMPAIGN", help="short name or id")
    made.add_argument("--format", required=True, choices=FORMATS, help="format of the file")
    made.add_argument(
        "--language",
        default="fr",
        choices=[one.tag for one in STAFF],
        help="language of the names of columns (default: %(default)s)",
    )
    made.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="file to write, replaced if it is there (default: CAMPAIGN-DAY in this folder)",
    )
    made.set_defaults(handler=handle)


def handle(asked: argparse.Namespace) -> int:
    """Write the file."""
    # Only this command needs the web, for its words; the others start without it.
    from participation.cli.exporting import write_export  # noqa: PLC0415

    return write_export(asked)
