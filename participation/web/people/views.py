"""Every view of people: importing this module puts them on the blueprint."""

from participation.web.people import accounts, refusals, setting_up, signing_in
from participation.web.people.blueprint import people

__all__ = ["accounts", "people", "refusals", "setting_up", "signing_in"]
