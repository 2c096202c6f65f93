"""The only source of "now": a test or a replay changes the time here and nowhere else."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Paris")
"""The services are in France: a "day" is a day there, whatever the server's own zone."""


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The present day where the services are."""
    return now().astimezone(LOCAL).date()


def day_of(moment: datetime) -> date:
    """The local day on which an aware moment falls."""
    return moment.astimezone(LOCAL).date()
