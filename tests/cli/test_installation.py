"""An installation from the command line: first steps, and what is refused, in plain sentences."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from sqlalchemy import select

from participation import clock
from participation.cli import main
from participation.people.models import Account, Structure
from participation.people.passwords import Passwords
from participation.people.sign_in import Shown, come_in, examine
from participation.storage.engine import Database

CODE = re.compile(r"^One-time code: (\w{5}-\w{5})$", re.MULTILINE)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, and nothing else in the environment."""
    for name in [name for name in os.environ if name.startswith("PARTICIPATION_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "data"
    monkeypatch.setenv("PARTICIPATION_DATA", str(folder))
    return folder


@pytest.fixture
def database(data: Path) -> Iterator[Database]:
    """The migrated database of that folder."""
    assert main(["migrate"]) == 0
    opened = Database(f"sqlite:///{data / 'participation.sqlite3'}")
    yield opened
    opened.close()


def test_the_secret_is_made_once_and_is_its_owners_alone(data: Path) -> None:
    assert main(["migrate"]) == 0
    file = data / "settings.env"
    first = file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert main(["migrate"]) == 0
    assert file.read_text() == first


def test_nothing_is_served_before_the_first_migration(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve"]) == 2
    assert "PARTICIPATION_SECRET_KEY" in capsys.readouterr().err


def test_an_unmigrated_database_is_not_served(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data.mkdir()
    monkeypatch.setenv("PARTICIPATION_SECRET_KEY", "x" * 40)
    assert main(["serve"]) == 1
    assert "participation migrate" in capsys.readouterr().err
    assert main(["create-structure", "ccas", "CCAS"]) == 1


def test_check_lists_every_setting_without_its_secrets(
    database: Database, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check"])
    said = capsys.readouterr().out
    assert said.count("PARTICIPATION_") >= 7
    secret = (data / "settings.env").read_text().partition("=")[2].strip()
    assert secret not in said


def test_check_names_what_must_be_mended(
    database: Database,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (data / "settings.env").chmod(0o644)
    monkeypatch.setenv("PARTICIPATION_PUBLIC_URL", "https://avis.example.org")
    assert main(["check"]) == 1
    faults = [line for line in capsys.readouterr().out.splitlines() if line.startswith("MEND")]
    assert len(faults) == 2
    assert "chmod 600" in faults[0]
    assert "PARTICIPATION_SECURE_COOKIES" in faults[1]


def test_a_structure_and_its_administrator_are_created(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["create-structure", "ccas", "CCAS de Valbrenne"]) == 0
    assert main(["create-account", "ccas", "claire", "--name", "Claire Vasseur"]) == 0
    [code] = CODE.findall(capsys.readouterr().out)
    with database.session() as session:
        tried = examine(session, Passwords(64), sign_in_name="claire", secret=code, at=clock.now())
    assert tried.shown is Shown.CODE


def test_the_last_administrator_comes_back_by_a_new_code(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["create-structure", "ccas", "CCAS"])
    main(["create-account", "ccas", "claire"])
    with database.write() as session:
        claire = session.scalars(select(Account)).one()
        claire.is_open, claire.code_hash = False, ""
    capsys.readouterr()
    assert main(["create-account", "ccas", "claire"]) == 0
    [code] = CODE.findall(capsys.readouterr().out)
    with database.write() as session:
        tried = examine(session, Passwords(64), sign_in_name="claire", secret=code, at=clock.now())
        assert come_in(session, tried, at=clock.now()).is_open


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["create-structure", "Bad Name", "X"], "short name"),
        (["create-structure", "ccas", "Again"], "exists already"),
        (["create-account", "ailleurs", "marc"], "no structure called ailleurs"),
        (["create-account", "ccas", "Marc!"], "sign-in name"),
        (["create-account", "ccas", "marc", "--role", "worker", "--service", "x"], "no service"),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(
    database: Database, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    main(["create-structure", "ccas", "CCAS"])
    capsys.readouterr()
    assert main(arguments) == 1
    spoken = capsys.readouterr()
    assert said in spoken.err
    assert "Traceback" not in spoken.err
    with database.session() as session:
        assert len(session.scalars(select(Structure).order_by(Structure.id)).all()) == 1
        assert session.scalars(select(Account).order_by(Account.id)).all() == []


@pytest.mark.parametrize("typed", ["0", "65536", "abc", "-1", "80.5"])
def test_a_port_is_a_port(data: Path, typed: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", "--port", typed])
    assert stopped.value.code == 2


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def test_a_new_installation_prints_a_link_that_sets_it_up(database: Database, data: Path) -> None:
    port = free_port()
    served = subprocess.Popen(
        [sys.executable, "-m", "participation", "serve", "--port", str(port)],
        env={**os.environ, "PARTICIPATION_DATA": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert served.stdout is not None
        said = [served.stdout.readline().strip() for _ in range(3)]
        assert said[0] == f"Serving at http://127.0.0.1:{port}/ (stop with Ctrl+C)"
        path = said[2].removeprefix(f"http://127.0.0.1:{port}")
        assert asked(port, path) == 200
        assert asked(port, path + "0") == 404
        with socket.socket() as held, pytest.raises(OSError, match="in use"):
            held.bind(("127.0.0.1", port))
        assert main(["serve", "--port", str(port)]) == 2
    finally:
        served.send_signal(signal.SIGTERM)
        _out, err = served.communicate(timeout=20)
    assert served.returncode == 0
    assert err == ""


def asked(port: int, path: str) -> int:
    """The status of a page."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status
