"""Serving the demonstration, with the addresses and sign-ins that the terminal shows."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from participation import clock
from participation.app import create_app
from participation.cli.private import shown_host
from participation.cli.progress import working
from participation.cli.serving import refuse_taken_address, run_server
from participation.cli.tour import Stop, stops
from participation.demo.start import Ready, ready
from participation.storage.engine import Database
from participation.workshops.urns import PrintedCard


def show(folder: Path, host: str, port: int) -> None:
    """Load the demonstration where it is not there yet, then serve it until a signal."""
    refuse_taken_address(host, port)
    with working("Loading the demonstration"):
        found = ready(folder, os.environ, today=clock.today())
    address = found.settings.public_url or f"http://{shown_host(host)}:{port}"
    text = "\n".join(lines(found, tour_of(found, address)))
    run_server(
        partial(create_app, found.settings),
        host=host,
        port=port,
        is_sqlite=found.settings.is_sqlite,
        when_ready=lambda: print(text, flush=True),
    )


def tour_of(found: Ready, address: str) -> list[Stop]:
    """What there is to open."""
    database = Database(found.settings.database_url)
    try:
        return stops(database, address)
    finally:
        database.close()


def lines(found: Ready, tour: list[Stop]) -> Iterator[str]:
    """What the terminal shows: where to look, and how to sign in."""
    yield "The demonstration is served. Everything in it is invented."
    yield ""
    for stop in tour:
        yield f"  {stop.what:<38} {stop.address}"
    yield ""
    yield "Sign in to the desk as"
    for one in found.loaded.sign_ins:
        yield f"  {one.role:<14} {one.sign_in_name:<8} {one.password}   {one.name}, {one.title}"
    yield from card_lines(found.cards)
    yield ""
    yield "Stop with Ctrl+C."


def card_lines(cards: tuple[PrintedCard, ...]) -> Iterator[str]:
    """The codes of the cards, which only the run that loaded them knows."""
    if not cards:
        return
    yield ""
    yield "Cards of the vote that is prepared (shown this once; the desk prints more)"
    for is_test, said in ((False, "real"), (True, "test")):
        codes = [card.code for card in cards if card.is_test is is_test]
        for start in range(0, len(codes), 5):
            yield f"  {said}  {'  '.join(codes[start : start + 5])}"
