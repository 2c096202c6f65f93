"""`participation report` and `poster`, where they refuse."""

import subprocess
import sys
from pathlib import Path

import pytest

from participation.cli import main
from participation.settings import Settings


@pytest.fixture
def _installation(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of a migrated installation without any campaign."""
    monkeypatch.setenv("PARTICIPATION_DATA", str(settings.data))
    monkeypatch.setenv("PARTICIPATION_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("PARTICIPATION_SECRET_KEY", settings.secret_key)


@pytest.mark.usefixtures("_installation", "database")
@pytest.mark.parametrize("command", ["report", "poster"])
def test_an_unknown_campaign_is_named_in_one_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = tmp_path / "x.pdf"
    assert main([command, "nowhere", "-o", str(wanted)]) == 1
    assert capsys.readouterr().err == "participation: There is no campaign nowhere.\n"
    assert not wanted.exists()


@pytest.mark.parametrize("command", ["report", "poster"])
def test_a_language_that_is_not_offered_is_malformed(command: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "nowhere", "--language", "xx", "-o", str(tmp_path / "x.pdf")])
    assert stopped.value.code == 2


@pytest.mark.parametrize("command", ["report", "poster"])
def test_the_help_says_what_each_option_is(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "language of the document (default: fr)" in said
    assert "file to write; one that is already there is replaced" in said


def test_a_synthesis_is_written_for_staff_only_in_their_languages(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["report", "nowhere", "--language", "ar", "-o", str(tmp_path / "x.pdf")])
    assert stopped.value.code == 2


def test_the_other_commands_start_without_the_web() -> None:
    asked = "import sys, participation.cli; print('participation.app' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
