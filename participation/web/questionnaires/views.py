"""Every view of questionnaires: importing this module puts them on the blueprint."""

from participation.web.questionnaires import (
    code,
    loop,
    paper,
    poster,
    preview,
    refusals,
    resident,
    sentences,
)
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.forms import register_memory
from participation.web.questionnaires.opening import close_early, open_here, show_openings

questionnaires.record_once(lambda state: register_memory(state.app))

__all__ = [
    "close_early",
    "code",
    "loop",
    "open_here",
    "paper",
    "poster",
    "preview",
    "questionnaires",
    "refusals",
    "resident",
    "sentences",
    "show_openings",
]
