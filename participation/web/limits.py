"""How often one address may try what could be guessed: in memory, in this process, never stored.

Only the pages that ask for a secret pay for it; a limit that looks at every request would cost a
resident's answer more than storing it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from flask import abort, request
from limits import parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

TRIES = parse_many("60 per minute; 600 per hour")
"""Generous: everybody in a residence may stand behind one address."""

storage = MemoryStorage()
limiter = MovingWindowRateLimiter(storage)
View = TypeVar("View", bound=Callable[..., Any])


def few_tries(view: View) -> View:
    """Answer 429 to an address that sends more than TRIES to this view."""

    @wraps(view)
    def counted(*arguments: Any, **named: Any) -> Any:
        if request.method == "POST":
            asking = request.remote_addr or ""
            if not all(limiter.hit(each, view.__name__, asking) for each in TRIES):
                abort(429)
        return view(*arguments, **named)

    return cast(View, counted)
