"""Every view of workshops and votes: importing this module puts them on the blueprint."""

from participation.web.workshops import (
    cards,
    choosing,
    loop,
    paper,
    planning,
    resident,
    running,
    screen,
    sentences,
)
from participation.web.workshops.blueprint import workshops

__all__ = [
    "cards",
    "choosing",
    "loop",
    "paper",
    "planning",
    "resident",
    "running",
    "screen",
    "sentences",
    "workshops",
]
