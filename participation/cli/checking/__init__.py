"""`participation demo --check`: the whole loop over HTTP, as each role would do it."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from socket import AF_INET, SOCK_STREAM, socket

from participation import clock
from participation.app import create_app
from participation.cli.checking import answering, documents, listening, proposing, voting
from participation.cli.checking.pages import Broken
from participation.cli.checking.play import Play, Step
from participation.cli.progress import working
from participation.cli.serving import run_server
from participation.demo.start import ready
from participation.settings import Settings

DONE, BROKEN = 0, 1
HOST = "127.0.0.1"
PATIENCE = 30
STEPS: tuple[Step, ...] = (
    *listening.STEPS,
    *proposing.STEPS,
    *voting.STEPS,
    *answering.STEPS,
    *documents.STEPS,
)


def check(folder: Path) -> int:
    """Load the demonstration anew, serve it, play every step; 1 when one is broken."""
    with working("Loading the demonstration"):
        found = ready(folder, os.environ, today=clock.today(), anew=True)
    print("ok  the demonstration is loaded", flush=True)
    try:
        with served(found.settings) as address:
            is_played = play(Play(address, folder, found.loaded.sign_ins), STEPS)
    except Broken as error:
        return broken("the server starts", error)
    if not is_played:
        return BROKEN
    print("ok  the server is stopped")
    return DONE


def play(stage: Play, steps: Sequence[Step]) -> bool:
    """Play the steps in order, a line for each; stop at the first that is broken."""
    for step in steps:
        try:
            found = step.act(stage)
        except Exception as error:  # Whatever goes wrong, the step is what must be named.
            broken(step.said, error)
            return False
        print(f"ok  {step.said}{f' ({found})' if found else ''}", flush=True)
    return True


def broken(said: str, error: Exception) -> int:
    """Name what is broken, and why, in one sentence."""
    print(f"BROKEN  {said}", flush=True)
    reason = str(error) if isinstance(error, Broken) else repr(error)
    print(f"participation: {said}: {reason}", file=sys.stderr)
    return BROKEN


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The demonstration served by a process of its own, on a free port of this machine."""
    port, forking = free_port(), get_context("fork")
    is_up = forking.Event()
    server = forking.Process(
        target=run_server,
        args=(partial(create_app, settings),),
        kwargs={
            "host": HOST,
            "port": port,
            "is_sqlite": settings.is_sqlite,
            "when_ready": is_up.set,
        },
    )
    sys.stdout.flush()
    server.start()
    try:
        if not is_up.wait(PATIENCE):
            raise Broken("the server did not start")
        yield f"http://{HOST}:{port}"
    finally:
        server.terminate()
        server.join(PATIENCE)
        server.close()


def free_port() -> int:
    """A port that nobody uses now."""
    with socket(AF_INET, SOCK_STREAM) as tried:
        tried.bind((HOST, 0))
        found: int = tried.getsockname()[1]
        return found
