"""The web server: gunicorn in this process, without a word about who asked for what."""

import ctypes
import gc
import socket
from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from participation.errors import BadSettings

THREADS_EMBEDDED, THREADS_SHARED = 64, 128
M_ARENA_MAX = -8
"""The name of the setting in malloc.h."""


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn with options given by name instead of a command line."""

    def __init__(self, make_app: Callable[[], Flask], options: dict[str, Any]) -> None:
        """Keep what to serve and how."""
        self.make_app = make_app
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Called by gunicorn."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Called by gunicorn, once for each process that serves."""
        return self.make_app()


def run_server(
    make_app: Callable[[], Flask],
    *,
    host: str,
    port: int,
    is_sqlite: bool,
    when_ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve until a signal; `when_ready` is called once, when requests can come in.

    Never returns: gunicorn ends the process. On SQLite one process writes; on PostgreSQL two
    serve. Raises BadSettings when the address cannot be used.
    """
    refuse_taken_address(host, port)
    keep_memory_small()
    Server(make_app, options(host, port, is_sqlite, when_ready)).run()


def keep_memory_small() -> None:
    """Let the C library share two heaps between all threads, instead of one for each.

    With 64 threads it would keep up to eight heaps for each processor. Elsewhere than on glibc
    there is nothing to set.
    """
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(M_ARENA_MAX, 2)


def options(
    host: str, port: int, is_sqlite: bool, when_ready: Callable[[], None]
) -> dict[str, Any]:
    """What gunicorn must know. No access log: nothing is kept about who opened which page.

    Its warnings are left out too: for a request that it cannot read, they name the address.
    """
    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "worker_class": "gthread",
        "workers": 1 if is_sqlite else 2,
        "threads": THREADS_EMBEDDED if is_sqlite else THREADS_SHARED,
        "keepalive": 10,
        "graceful_timeout": 3,
        "timeout": 60,
        "preload_app": True,
        "control_socket_disable": True,
        "accesslog": None,
        "loglevel": "error",
        "proc_name": "participation",
        "when_ready": lambda _server: when_ready(),
        "pre_fork": lambda _server, _worker: gc.freeze(),
    }


def refuse_taken_address(host: str, port: int) -> None:
    """Say at once that an address cannot be used, instead of trying for five seconds."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadSettings(f"cannot serve at {host}, port {port}: {reason}") from error
