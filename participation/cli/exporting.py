"""What `participation export` does once it is asked: read, put in sheets, write."""

import argparse
from pathlib import Path

from flask import Flask, g
from sqlalchemy.orm import Session

from participation.cli.printing import CannotWrite, installation
from participation.cli.progress import working
from participation.exchange.comma import csv_file
from participation.exchange.formats import File, Format
from participation.languages import REGISTRY
from participation.questionnaires.queries import openings_of
from participation.reports.exported import exported
from participation.reports.queries import campaign_named
from participation.web.results.export_sheets import results_sheet
from participation.web.results.exports import named, results_file

ZIP = "zip"


def write_export(asked: argparse.Namespace) -> int:
    """Write the figures that everybody sees today."""
    with installation() as (app, session), working("Reading the results"):
        name, made = made_of(app, session, asked)
    output = asked.output or Path(f"{name}.{made.suffix}")
    try:
        output.write_bytes(made.content)
    except OSError as error:
        raise CannotWrite(file=output, why=error.strerror) from error
    print(f"Wrote {output} ({-(-len(made.content) // 1000)} kB).")
    if made.suffix == Format.CSV:
        print("It holds the figures; a name that ends in .zip would hold every table.")
    return 0


def made_of(app: Flask, session: Session, asked: argparse.Namespace) -> tuple[str, File]:
    """The name of the campaign and the day, and the file."""
    campaign = campaign_named(session, asked.campaign)
    found = exported(session, campaign, openings_of(session, campaign))
    wanted = Format(asked.format)
    with app.test_request_context():
        g.language = REGISTRY[asked.language]
        is_one_table = asked.output is not None and asked.output.suffix.lower() != f".{ZIP}"
        if wanted is Format.CSV and is_one_table:
            return named(campaign.short_name), File(
                csv_file(results_sheet(found)), "csv", "text/csv"
            )
        return named(campaign.short_name), results_file(found, wanted)
