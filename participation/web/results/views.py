"""Every view of results: importing this module puts them on the blueprint."""

from participation.web.results import refusals
from participation.web.results.blueprint import results
from participation.web.results.opening import show_opening

__all__ = ["refusals", "results", "show_opening"]
