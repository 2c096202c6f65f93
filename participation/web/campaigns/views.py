"""Every view of campaigns: importing this module puts them on the blueprint."""

from participation.web.campaigns import closing, desk, editing, home, refusals, sentences
from participation.web.campaigns.blueprint import campaigns

__all__ = ["campaigns", "closing", "desk", "editing", "home", "refusals", "sentences"]
