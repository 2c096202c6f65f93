"""Ten wrong cards in a minute pause a desk: six digits alone could be guessed."""

import threading
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import cast

from flask import current_app

from participation.web.workshops.blueprint import workshops
from participation.workshops.rules import TooManyTries, UnknownCard

NAME = "participation.tries"
MOST = 10
PAUSE = timedelta(minutes=1)


class Tries:
    """The wrong cards of each desk in the last minute; in memory, in this process."""

    def __init__(self) -> None:
        """Nobody has tried anything yet."""
        self._lock = threading.Lock()
        self._wrong: dict[int, deque[datetime]] = defaultdict(deque)

    @contextmanager
    def at_desk(self, account_id: int, *, now: datetime) -> Iterator[None]:
        """Let one card be tried, and remember a wrong one. Raises TooManyTries."""
        self.refuse_many(account_id, now)
        try:
            yield
        except UnknownCard:
            with self._lock:
                self._wrong[account_id].append(now)
            raise

    def refuse_many(self, account_id: int, now: datetime) -> None:
        """Forget what is older than a minute, then count. Raises TooManyTries."""
        with self._lock:
            wrong = self._wrong[account_id]
            while wrong and wrong[0] <= now - PAUSE:
                wrong.popleft()
            if len(wrong) >= MOST:
                raise TooManyTries(seconds=int((wrong[0] + PAUSE - now).total_seconds()) + 1)


workshops.record_once(lambda state: state.app.extensions.update({NAME: Tries()}))


def tries() -> Tries:
    """The wrong cards of this application."""
    return cast(Tries, current_app.extensions[NAME])
