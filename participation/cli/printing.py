"""What `participation report` and `poster` do once they are asked: read, render, write."""

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy.orm import Session

from participation import clock
from participation.app import create_app
from participation.campaigns.models import Campaign
from participation.errors import Refused
from participation.reports import posters, queries
from participation.settings import Settings
from participation.storage.engine import Database
from participation.storage.migrate import refuse_unmigrated
from participation.web.documents.renderer import DocumentBroken, renderer
from participation.web.documents.writing import poster_html, synthesis_html
from participation.web.reports.addresses import changes_address


class CannotRender(Refused):
    """The document holds something that cannot be printed for everybody."""


class CannotWrite(Refused):
    """The file cannot be written there."""


def write_report(asked: argparse.Namespace) -> int:
    """Write the synthesis as it stands today."""

    def html(session: Session, campaign: Campaign) -> str:
        found = queries.synthesis_of(session, campaign, on=clock.today())
        return synthesis_html(found, asked.language)

    return write(asked, html)


def write_poster(asked: argparse.Namespace) -> int:
    """Write the poster as it stands today."""

    def html(session: Session, campaign: Campaign) -> str:
        address = changes_address(campaign, asked.language, from_browser=False)
        poster = posters.poster_of(
            session, campaign, asked.language, on=clock.today(), address=address
        )
        return poster_html(poster)

    return write(asked, html)


def write(asked: argparse.Namespace, html_of: Callable[[Session, Campaign], str]) -> int:
    """Read the campaign, render, and write the file."""
    with installation() as (app, session):
        campaign = queries.campaign_named(session, asked.campaign)
        with app.test_request_context("/"):
            html = html_of(session, campaign)
    try:
        document = renderer().pdf(html)
    except DocumentBroken as error:
        raise CannotRender(why=error) from error
    finally:
        renderer().close()
    try:
        asked.output.write_bytes(document)
    except OSError as error:
        raise CannotWrite(file=asked.output, why=error.strerror) from error
    print(f"Wrote {asked.output} ({len(document) // 1000} kB).")
    return 0


@contextmanager
def installation() -> Iterator[tuple[Flask, Session]]:
    """The application and a session on the installation's database."""
    settings = Settings.from_environ(os.environ)
    database = Database(settings.database_url)
    refuse_unmigrated(database)
    try:
        with database.session() as session:
            yield create_app(settings, database), session
    finally:
        database.close()
