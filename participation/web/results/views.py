"""Every view of results: importing this module puts them on the blueprint."""

from participation.web.results import exports, file_refusals, loop, refusals, rows
from participation.web.results.blueprint import results
from participation.web.results.breaking import break_down
from participation.web.results.opening import show_opening, show_questionnaire, show_results

__all__ = [
    "break_down",
    "exports",
    "file_refusals",
    "loop",
    "refusals",
    "results",
    "rows",
    "show_opening",
    "show_questionnaire",
    "show_results",
]
