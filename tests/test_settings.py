"""Settings are frozen, and a bad one stops the start with a sentence that names it."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from participation.errors import BadSettings
from participation.settings import KNOWN, Settings

SECRET = "x" * 32


def read(tmp_path: Path, **given: str) -> Settings:
    """Settings from an environment that names a folder and a secret, and what is given."""
    environ = {"PARTICIPATION_DATA": str(tmp_path), "PARTICIPATION_SECRET_KEY": SECRET}
    return Settings.from_environ({**environ, **given})


def test_every_setting_has_a_default_but_the_secret(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert found.database_url == f"sqlite:///{tmp_path / 'participation.sqlite3'}"
    assert (found.public_url, found.secure_cookies) == ("", False)
    assert (found.trusted_proxies, found.idle_seconds) == (0, 75)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARTICIPATION_SECRET_KEY", "short"),
        ("PARTICIPATION_SECRET_KEY", ""),
        ("PARTICIPATION_DATABASE_URL", "mysql://host/base"),
        ("PARTICIPATION_DATABASE_URL", "base.sqlite3"),
        ("PARTICIPATION_PUBLIC_URL", "avis.example.org"),
        ("PARTICIPATION_PUBLIC_URL", "ftp://avis.example.org"),
        ("PARTICIPATION_SECURE_COOKIES", "true"),
        ("PARTICIPATION_TRUSTED_PROXIES", "6"),
        ("PARTICIPATION_TRUSTED_PROXIES", "-1"),
        ("PARTICIPATION_TRUSTED_PROXIES", "one"),
        ("PARTICIPATION_IDLE_SECONDS", "74"),
        ("PARTICIPATION_IDLE_SECONDS", "301"),
        ("PARTICIPATION_IDLE_SECONDS", "٧٥"),
        ("PARTICIPATION_SECRET_KEYS", SECRET),
    ],
)
def test_a_bad_setting_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(BadSettings, match=name):
        read(tmp_path, **{name: value})


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    (tmp_path / "settings.env").write_text(
        "# A comment\nPARTICIPATION_IDLE_SECONDS=120\n\nPARTICIPATION_TRUSTED_PROXIES = 1\n"
    )
    found = read(tmp_path, PARTICIPATION_IDLE_SECONDS="90")
    assert (found.idle_seconds, found.trusted_proxies) == (90, 1)


def test_a_misspelt_name_in_the_file_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "settings.env").write_text("PARTICIPATION_IDLE=120\n")
    with pytest.raises(BadSettings, match="PARTICIPATION_IDLE "):
        read(tmp_path)


def test_settings_cannot_change_while_serving(tmp_path: Path) -> None:
    with pytest.raises(FrozenInstanceError):
        read(tmp_path).idle_seconds = 300  # type: ignore[misc]  # This is what is refused.


def test_postgresql_gets_the_driver_that_is_installed(tmp_path: Path) -> None:
    for given in ("postgresql://u@h/b", "postgres://u@h/b", "postgresql+psycopg://u@h/b"):
        found = read(tmp_path, PARTICIPATION_DATABASE_URL=given)
        assert found.database_url == "postgresql+psycopg://u@h/b"
        assert not found.is_sqlite


def test_every_setting_says_what_it_means() -> None:
    assert all(setting.meaning for setting in KNOWN)
