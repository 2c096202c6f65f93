"""`participation demo`: what it refuses, what it prints, and a check that notices faults."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from participation import clock
from participation.cli import main
from participation.cli.checking import STEPS, play
from participation.cli.checking.play import Play, Step, need
from participation.cli.private import PublicAddress, refuse_public, shown_host
from participation.demo.start import ready

PATIENCE = 180
ENVIRON = {name: value for name, value in os.environ.items() if "PARTICIPATION" not in name}

RUN = """
import sys
from pathlib import Path
from participation.cli import checking
from participation.demo import start
{fault}
checking.ready = lambda folder, environ, *, today, anew: start.ready(folder, environ, today=today)
sys.exit(checking.check(Path(sys.argv[1])))
"""
"""The check on a folder that is loaded already, with a fault planted first."""

NO_SCREEN = """
from flask import abort
make = checking.create_app
def without_screen(settings):
    app = make(settings)
    def gone(**_): abort(404)
    gone.open_to = frozenset({"anyone"})
    app.view_functions["workshops.show_screen"] = gone
    return app
checking.create_app = without_screen
"""
COUNTS_TWICE = """
from uuid import uuid4
from participation.ideas import operations
once = operations.support_idea
operations.support_idea = lambda s, i, *, gesture, on: once(s, i, gesture=uuid4(), on=on)
"""
TOLD_EARLY = """
from participation.workshops import operations
close = operations.close_poll
def close_and_reveal(session, urns, poll, *, at):
    close(session, urns, poll, at=at)
    operations.reveal_poll(session, poll, at=at)
operations.close_poll = close_and_reveal
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration; tests work on copies."""
    folder = tmp_path_factory.mktemp("demonstration")
    ready(folder, {}, today=clock.today())
    return folder


@pytest.fixture
def folder(loaded: Path, tmp_path: Path) -> Path:
    """A copy of the loaded demonstration."""
    return Path(shutil.copytree(loaded, tmp_path / "copy"))


@pytest.mark.parametrize("more", [[], ["--check"]])
def test_a_folder_that_no_demonstration_made_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    (tmp_path / "participation.sqlite3").write_text("real")
    assert main(["demo", "--data", str(tmp_path), "--port", str(free_port()), *more]) == 1
    shown = capsys.readouterr()
    assert len(shown.err.splitlines()) == 1
    assert "no demonstration made" in shown.err
    assert [file.name for file in tmp_path.iterdir()] == ["participation.sqlite3"]


@pytest.mark.parametrize("port", ["0", "65536", "http", "8o80"])
def test_a_port_that_is_none_is_malformed(port: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["demo", "--port", port])
    assert stopped.value.code == 2


@pytest.mark.parametrize("host", ["8.8.8.8", "2606:4700::1111"])
def test_a_public_address_is_refused(host: str) -> None:
    with pytest.raises(PublicAddress):
        refuse_public(host, "")
    named = f"[{host}]" if ":" in host else host
    with pytest.raises(PublicAddress):
        refuse_public("127.0.0.1", f"https://{named}/")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "192.168.1.20", "10.0.0.3", "localhost"])
def test_this_machine_and_private_networks_are_not(host: str) -> None:
    refuse_public(host, "http://192.168.1.20:8000")


def test_addresses_name_a_host_that_can_be_opened() -> None:
    assert shown_host("::1") == "[::1]"
    assert shown_host("127.0.0.1") == "127.0.0.1"
    assert shown_host("0.0.0.0") != "0.0.0.0"  # noqa: S104  # What is asked, not what is served.


def test_it_serves_what_it_prints_and_says_how_to_sign_in(folder: Path) -> None:
    command = [sys.executable, "-m", "participation", "demo", "--data", str(folder)]
    with subprocess.Popen(
        [*command, "--port", str(free_port())],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRON,
    ) as served:
        shown = read_until_ready(served)
        addresses = re.findall(r"http://\S+", shown)
        answered = {address: status_of(address) for address in addresses}
        served.send_signal(signal.SIGTERM)
        served.communicate(timeout=PATIENCE)
    assert len(addresses) >= 8
    assert {status for one, status in answered.items() if is_for_all(one)} == {200}
    for role in ("manager", "worker", "reception", "volunteer", "administrator"):
        assert re.search(rf"^  {role} +\w+ +(\w{{4}}-){{2}}\w{{4}}", shown, re.MULTILINE), role


def is_for_all(address: str) -> bool:
    """Neither the desk, which asks to sign in first, nor the tablet, which is none yet."""
    return "/desk" not in address and not address.endswith("/kiosk")


def read_until_ready(served: "subprocess.Popen[str]") -> str:
    """What is printed until the server is up."""
    shown = ""
    assert served.stdout is not None
    for line in served.stdout:
        shown += line
        if "Ctrl+C" in line:
            return shown
    raise AssertionError(f"the server ended: {shown}")


def status_of(address: str) -> int:
    """The status that an address answers with."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=PATIENCE)
    connection.request("GET", parts.path)
    status = connection.getresponse().status
    connection.close()
    return status


def test_a_broken_step_is_named_and_ends_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    def good(_play: Play) -> str:
        return "as it should"

    def bad(_play: Play) -> str:
        need(False, "the lamp is out")
        return ""

    stage = Play("http://127.0.0.1:1", Path(), ())
    steps = (Step("somebody comes in", good), Step("the lamp burns", bad), Step("later", good))
    assert play(stage, steps) is False
    shown = capsys.readouterr()
    assert shown.out == "ok  somebody comes in (as it should)\nBROKEN  the lamp burns\n"
    assert shown.err == "participation: the lamp burns: the lamp is out\n"


def test_a_server_that_does_not_answer_is_a_broken_step(capsys: pytest.CaptureFixture[str]) -> None:
    assert play(Play(f"http://127.0.0.1:{free_port()}", Path(), ()), STEPS) is False
    assert f"BROKEN  {STEPS[0].said}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (COUNTS_TWICE, "“me too” sent twice counts once"),
        (NO_SCREEN, "seven phones vote in five languages"),
        (TOLD_EARLY, "no total is shown anywhere before the reveal"),
    ],
    ids=["counts twice", "no screen", "told early"],
)
def test_the_check_notices_what_is_broken(folder: Path, fault: str, named: str) -> None:
    done = check(folder, fault)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == f"BROKEN  {named}"
    assert named in done.stderr


@pytest.mark.pdf
def test_the_check_plays_everything(folder: Path) -> None:
    done = check(folder, "")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == len(STEPS) + 2
    assert {line[:4] for line in lines} == {"ok  "}
    for name in ("synthesis-fr.pdf", "check-fr.pdf"):
        assert (folder / name).read_bytes().startswith(b"%PDF-")


def check(folder: Path, fault: str) -> "subprocess.CompletedProcess[str]":
    """Run the check in a process of its own, as the command does."""
    return subprocess.run(
        [sys.executable, "-c", RUN.format(fault=fault), str(folder)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env=ENVIRON,
    )


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        found: int = tried.getsockname()[1]
        return found
