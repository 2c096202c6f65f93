"""A demonstration never writes over something else."""

from datetime import date
from pathlib import Path

import pytest

from participation.demo.folder import (
    Loaded,
    NotADemonstration,
    SignIn,
    claim,
    clear,
    recall,
    remember,
)

MARC = SignIn("Marc Devaux", "agent d’accueil", "reception", "marc", "a random password")


def test_an_empty_folder_is_claimed_and_may_be_claimed_again(tmp_path: Path) -> None:
    claim(tmp_path / "new")
    claim(tmp_path / "new")
    assert recall(tmp_path / "new") is None


def test_a_folder_that_holds_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "participation.sqlite3").write_text("real")
    for refused in (claim, clear):
        with pytest.raises(NotADemonstration):
            refused(tmp_path)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [
        ("participation.sqlite3", "real")
    ]


def test_sign_ins_are_remembered_for_the_owner_alone(tmp_path: Path) -> None:
    claim(tmp_path)
    remember(tmp_path, [MARC], on=date(2027, 3, 22))
    assert recall(tmp_path) == Loaded(date(2027, 3, 22), (MARC,))
    assert {file.stat().st_mode & 0o077 for file in tmp_path.iterdir()} == {0}


def test_clearing_takes_the_databases_and_keeps_the_secret(tmp_path: Path) -> None:
    claim(tmp_path)
    remember(tmp_path, [MARC], on=date(2027, 3, 22))
    for name in (
        "participation.sqlite3",
        "participation.sqlite3-wal",
        "participation.urns.sqlite3",
        "settings.env",
    ):
        (tmp_path / name).write_text("")
    clear(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "demonstration.json",
        "settings.env",
    ]
    assert recall(tmp_path) is None
