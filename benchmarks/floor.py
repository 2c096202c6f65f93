"""The floor of `benchmarks.respond`: the same bytes and the same rows with nothing in between.

A bare WSGI function on the same server. The pages are taken once from the product itself; an
answer is parsed and written with raw SQL in one transaction, with the same durability. It checks
nothing that the product checks: it is a floor, not an example.
"""

import argparse
import hashlib
import hmac
import os
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from benchmarks.form import GESTURE_LENGTH, LANGUAGES, new_gesture
from participation.app import create_app
from participation.cli.serving import run_server
from participation.settings import Settings
from participation.storage.types import random_id

Start = Callable[[str, list[tuple[str, str]]], object]
PRAGMAS = "journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "foreign_keys=ON"


class Floor:
    """The WSGI function, with its pages in memory and one connection under one lock."""

    def __init__(self, settings: Settings) -> None:
        """Take the pages from the product and open the same database."""
        self.lock = threading.Lock()
        self.database = sqlite3.connect(
            settings.database_url.removeprefix("sqlite:///"),
            check_same_thread=False,
            isolation_level=None,
        )
        for pragma in PRAGMAS:
            self.database.execute(f"PRAGMA {pragma}")
        [(self.opening, token)] = self.database.execute("SELECT id, token FROM opening").fetchall()
        client = create_app(settings).test_client()
        self.forms: dict[str, tuple[bytes, bytes]] = {}
        self.thanks: dict[str, bytes] = {}
        for tag in LANGUAGES:
            path = f"/{tag}/q/{token}"
            page = client.get(path).data
            found = re.search(rb'name="gesture"[^>]*value="', page)
            hole = found.end() if found else 0
            self.forms[path] = page[:hole], page[hole + GESTURE_LENGTH :]
            self.thanks[f"{path}/thanks"] = client.get(f"{path}/thanks").data
        self.options = dict(
            self.database.execute(
                "SELECT q.key || '/' || o.key, o.id FROM question_option o"
                " JOIN question q ON q.id = o.question_id"
            ).fetchall()
        )
        self.questions = self.database.execute("SELECT key, id FROM question").fetchall()

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer one request."""
        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] == "POST":
            self.write(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])), path)
            start("303 SEE OTHER", [("Location", f"{path}/thanks"), ("Content-Length", "0")])
            return [b""]
        if path in self.thanks:
            page = self.thanks[path]
        else:
            before, after = self.forms[path]
            page = b"".join((before, new_gesture().encode(), after))
        start(
            "200 OK",
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))],
        )
        return [page]

    def write(self, body: bytes, path: str) -> None:
        """One transaction: the receipt, the response, its answers."""
        sent = parse_qsl(body.decode())
        gesture = UUID(dict(sent)["gesture"]).bytes
        mac = hmac.new(gesture, body, hashlib.sha256).digest()
        response = random_id()
        rows = []
        for name, value in sent[1:]:
            for key, question in self.questions:
                if name.endswith(key):
                    option = self.options.get(f"{key}/{value}")
                    rows.append((random_id(), response, self.opening, question, option))
        tag = path.split("/")[1]
        with self.lock:
            run = self.database.execute
            run("BEGIN IMMEDIATE")
            digest = hashlib.sha256(gesture).digest()
            run("INSERT INTO received VALUES ('response', ?, ?)", (digest, mac))
            run(
                "INSERT INTO response (id, opening_id, language, read_in, channel, day)"
                " VALUES (?, ?, ?, ?, 'link', date())",
                (response, self.opening, tag, tag),
            )
            self.database.executemany(
                "INSERT INTO answer (id, response_id, opening_id, question_id, option_id)"
                " VALUES (?, ?, ?, ?, ?)",
                rows,
            )
            run("COMMIT")


def main() -> None:
    """Serve the floor as the product is served."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    asked = parser.parse_args()
    settings = Settings.from_environ(os.environ)
    run_server(lambda: Floor(settings), host=asked.host, port=asked.port, is_sqlite=True)


if __name__ == "__main__":
    main()
