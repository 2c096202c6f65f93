"""Stories in a real Chromium, against the real server on a demonstration of their own."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from participation import clock
from participation.demo.start import ready
from tests.stories.world import Visitor, World

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
PATIENCE = 60.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every story needs a browser; where there is none it is skipped by name."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The demonstration, loaded once and served by the command that serves for real."""
    folder = tmp_path_factory.mktemp("stories")
    found = ready(folder, {}, today=clock.today())
    with served(folder) as address:
        yield World(address, folder, found)


@contextmanager
def served(folder: Path, host: str = "127.0.0.1") -> Iterator[str]:
    """`participation serve` on a free port, until the block ends."""
    port = free_port()
    environ = {name: value for name, value in os.environ.items() if "PARTICIPATION" not in name}
    command = [sys.executable, "-m", "participation", "serve", "--host", host, "--port", str(port)]
    with subprocess.Popen(
        command, env={**environ, "PARTICIPATION_DATA": str(folder)}, stdout=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(server, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def wait_for(server: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until the server answers."""
    limit = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < limit:
        with suppress(OSError, HTTPException):
            connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.request("GET", "/v")
            connection.getresponse().read()
            connection.close()
            return
        time.sleep(0.05)
    raise RuntimeError("the server did not start")


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        found: int = tried.getsockname()[1]
        return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all stories; each person has a context of their own in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(world: World, chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """Somebody with a browser: `visitor("phone")`, `"tablet"`, `"desk"`, `"projector"`."""
    with ExitStack() as leaving:

        def come(device: str, language: str = "fr") -> Visitor:
            made = Visitor.with_device(chromium, world.address, device, language)
            leaving.callback(made.leave)
            return made

        yield come
