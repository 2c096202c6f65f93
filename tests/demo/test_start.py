"""From an empty folder to something that can be served, and back to the same on a second run."""

from datetime import date
from pathlib import Path

import pytest

from participation.demo.folder import NotADemonstration
from participation.demo.start import ready
from participation.people import operations as people
from participation.storage.engine import Database
from tests.postgres import temporary_cluster

TODAY = date(2029, 6, 1)


def test_a_folder_is_loaded_once_and_again_only_when_asked(tmp_path: Path) -> None:
    first = ready(tmp_path, {}, today=TODAY)
    again = ready(tmp_path, {}, today=TODAY)
    assert again.loaded == first.loaded
    assert again.settings.secret_key == first.settings.secret_key
    assert (len(first.cards), again.cards) == (40, ())
    anew = ready(tmp_path, {}, today=TODAY, anew=True)
    assert anew.loaded.sign_ins != first.loaded.sign_ins
    assert len(anew.cards) == 40


def test_a_folder_with_something_real_is_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.env").write_text("PARTICIPATION_PUBLIC_URL=https://valbrenne.example\n")
    with pytest.raises(NotADemonstration):
        ready(tmp_path, {}, today=TODAY, anew=True)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.env"]


def test_a_database_elsewhere_that_holds_a_structure_is_refused(tmp_path: Path) -> None:
    ready(tmp_path / "one", {}, today=TODAY)
    elsewhere = {
        "PARTICIPATION_DATABASE_URL": f"sqlite:///{tmp_path / 'one' / 'participation.sqlite3'}"
    }
    with pytest.raises(NotADemonstration):
        ready(tmp_path / "two", elsewhere, today=TODAY)


@pytest.mark.postgres
def test_a_postgresql_database_is_loaded_anew_only_over_a_demonstration(tmp_path: Path) -> None:
    with temporary_cluster() as url:
        environ = {"PARTICIPATION_DATABASE_URL": url}
        first = ready(tmp_path / "one", environ, today=TODAY)
        assert ready(tmp_path / "one", environ, today=TODAY).loaded == first.loaded
        elsewhere = ready(tmp_path / "two", environ, today=TODAY)
        assert elsewhere.loaded.sign_ins != first.loaded.sign_ins
        database = Database(elsewhere.settings.database_url)
        with database.write() as session:
            people.create_structure(session, short_name="valbrenne", name="A real one")
        database.close()
        with pytest.raises(NotADemonstration):
            ready(tmp_path / "two", environ, today=TODAY, anew=True)


def test_a_folder_is_loaded_again_for_another_database(tmp_path: Path) -> None:
    first = ready(tmp_path / "one", {}, today=TODAY)
    elsewhere = {"PARTICIPATION_DATABASE_URL": f"sqlite:///{tmp_path / 'other.sqlite3'}"}
    other = ready(tmp_path / "one", elsewhere, today=TODAY)
    assert other.loaded.sign_ins != first.loaded.sign_ins
    assert ready(tmp_path / "one", elsewhere, today=TODAY).loaded == other.loaded
