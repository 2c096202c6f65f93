"""Participation: accompanied people propose, vote, and are answered."""

__version__ = "0.1.0"
