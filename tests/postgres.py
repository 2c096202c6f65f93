"""A PostgreSQL cluster for each worker of the tests, gone when the worker ends."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

PATIENCE = 30.0  # seconds for the server to start or stop
OWNER = "participation"

# The shell holds the server: when the tests end, even killed, its input closes and it stops it.
HOLD = '"$@" </dev/null & read -r _; kill -INT $!; wait $!'

SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """As a plugin (`-p tests.postgres`): keep what uses a database; the rest ran before."""
    spared = [item for item in items if not uses_database(item)]
    config.hook.pytest_deselected(items=spared)
    items[:] = [item for item in items if uses_database(item)]


def uses_database(item: pytest.Item) -> bool:
    """Whether a test works on the migrated database or asks for PostgreSQL."""
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return "migrated" in fixtures or item.get_closest_marker("postgres") is not None


def binaries() -> Path | None:
    """The newest folder that holds initdb and postgres, if PostgreSQL is installed."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: each.parent.name, reverse=True
    )
    return next((each for each in folders if (each / "postgres").exists()), None)


@contextmanager
def temporary_cluster() -> Iterator[str]:
    """Start a cluster that nobody else can reach and give its address; stop it at the end.

    It listens on a socket in its own folder. Raises RuntimeError when it does not start.
    """
    programs = binaries()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="participation-postgres-") as name:
        folder = Path(name)
        identity = lend(folder)
        make_cluster(programs, folder, identity)
        with running(programs, folder, identity):
            url = f"postgresql+psycopg://{OWNER}@/postgres?host={folder}"
            wait_until_ready(url, folder)
            yield url


def lend(folder: Path) -> dict[str, Any]:
    """Give the folder to an account that PostgreSQL accepts: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    account = ordinary_account()
    os.chown(folder, account.pw_uid, account.pw_gid)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def ordinary_account() -> pwd.struct_passwd:
    """The account that the package of PostgreSQL makes, else nobody."""
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def make_cluster(programs: Path, folder: Path, identity: dict[str, Any]) -> None:
    """Initialise the cluster, whose only account needs no password behind its private socket."""
    made = subprocess.run(
        [
            *(programs / "initdb", "--pgdata", folder / "data", "--username", OWNER),
            *("--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        **identity,
    )
    if made.returncode != 0:
        raise RuntimeError(made.stderr)


@contextmanager
def running(programs: Path, folder: Path, identity: dict[str, Any]) -> Iterator[None]:
    """Run the server until the block ends."""
    settings = [
        f"-c{each}" for each in (*SPEED, "listen_addresses=", f"unix_socket_directories={folder}")
    ]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            ["sh", "-c", HOLD, "sh", programs / "postgres", "-D", folder / "data", *settings],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=folder,
            **identity,
        )
    try:
        yield
    finally:
        server.communicate(timeout=PATIENCE)


def wait_until_ready(url: str, folder: Path) -> None:
    """Wait for the server to answer; raise RuntimeError with its log when it does not."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        try:
            psycopg.connect(plain(url)).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((folder / "log").read_text("utf-8"))


def plain(url: str) -> str:
    """The address as PostgreSQL's own library reads it."""
    return url.replace("postgresql+psycopg:", "postgresql:", 1)


@contextmanager
def database_of_worker() -> Iterator[str]:
    """An empty database in a cluster that this worker shares with no other."""
    with temporary_cluster() as url:
        yield new_database(url, "participation")


def new_database(url: str, name: str) -> str:
    """Make an empty database in the cluster and give its address."""
    with psycopg.connect(plain(url), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return make_url(url).set(database=name).render_as_string(hide_password=False)
