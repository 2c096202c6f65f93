"""Every view of campaigns: importing this module puts them on the blueprint."""

from participation.web.campaigns import home
from participation.web.campaigns.blueprint import campaigns

__all__ = ["campaigns", "home"]
