"""`participation export`: what it writes, and where it refuses."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from python_calamine import load_workbook
from sqlalchemy.orm import Session

from participation import clock
from participation.cli import main
from participation.people.models import Service, Structure
from participation.settings import Settings
from participation.storage.engine import Database
from participation.storage.migrate import migrate
from tests import builders
from tests.questionnaires import every_kind


@pytest.fixture
def folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own with a campaign and twelve responses; an empty folder."""
    database = Database(f"sqlite:///{tmp_path / 'participation.sqlite3'}")
    migrate(database)
    with database.session() as session:
        fill(session)
    database.close()
    monkeypatch.setenv("PARTICIPATION_DATA", str(tmp_path))
    monkeypatch.setenv(
        "PARTICIPATION_DATABASE_URL", f"sqlite:///{tmp_path / 'participation.sqlite3'}"
    )
    monkeypatch.setenv("PARTICIPATION_SECRET_KEY", settings.secret_key)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def fill(session: Session) -> None:
    """A campaign in which every kind of question was asked."""
    structure: Structure = builders.a_structure(session)
    service: Service = builders.a_service(session, structure)
    opens_on = clock.today() - timedelta(days=30)
    campaign = builders.a_campaign(session, service, opens_on=opens_on)
    version = every_kind.a_version(session, structure.id)
    opening = every_kind.an_opening(session, version, campaign, service)
    every_kind.send_all(session, opening, 12)
    session.commit()


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command; what it returned, printed, and said on standard error."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["export", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


Said = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("wanted", ["xlsx", "ods"])
def test_a_workbook_of_every_table(folder: Path, said: Said, wanted: str) -> None:
    code, out, err = said("printemps", "--format", wanted, "-o", f"x.{wanted}")
    assert (code, err) == (0, "")
    assert out.startswith(f"Wrote x.{wanted} (")
    book = load_workbook(folder / f"x.{wanted}")
    assert book.sheet_names[0] == "Résultats"
    assert len(book.get_sheet_by_index(0).to_python()) > 40


def test_json(folder: Path, said: Said) -> None:
    assert said("1", "--format", "json", "-o", "x.json")[0] == 0
    [one] = json.loads((folder / "x.json").read_text())["questionnaires"]
    assert one["responses"] == 10


def test_csv_is_one_table_or_all_of_them(folder: Path, said: Said) -> None:
    code, out, _err = said("printemps", "--format", "csv", "--language", "en", "-o", "x.csv")
    assert code == 0
    assert ".zip" in out
    rows = csv.reader(io.StringIO((folder / "x.csv").read_text("utf-8-sig")), delimiter=";")
    assert next(rows)[:3] == ["Questionnaire", "Question number", "Question key"]
    assert said("printemps", "--format", "csv", "-o", "x.zip")[0] == 0
    assert len(zipfile.ZipFile(folder / "x.zip").namelist()) == 5


def test_without_a_name_the_file_stands_here(folder: Path, said: Said) -> None:
    assert said("printemps", "--format", "xlsx")[0] == 0
    assert [one.name for one in folder.iterdir()] == [f"printemps-{clock.today().isoformat()}.xlsx"]


def test_an_unknown_campaign_is_named_in_one_sentence(folder: Path, said: Said) -> None:
    code, out, err = said("nowhere", "--format", "ods", "-o", "x.ods")
    assert (code, out) == (1, "")
    assert err == "participation: There is no campaign nowhere.\n"
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(folder: Path, said: Said) -> None:
    code, _out, err = said("printemps", "--format", "ods", "-o", "no/x.ods")
    assert code == 1
    assert err.startswith("participation: The file cannot be written there.")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "words", [["printemps"], ["printemps", "--format", "pdf"], ["--format", "csv"]]
)
def test_a_malformed_request(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["export", *words])
    assert stopped.value.code == 2
