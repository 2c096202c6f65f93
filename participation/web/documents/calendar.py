"""Where promises stand on a drawn calendar, in hundredths of its length."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from participation.reports.promises import CommitmentLine
from participation.web.documents.say import Say


@dataclass(frozen=True, slots=True)
class Span:
    """One promise: where it begins, how long it runs, when it was due, done, or put off."""

    starts: int
    length: int
    due: int
    done: int | None = None
    delay: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """The months along the top, the day of the edition, and each promise with its span."""

    months: tuple[tuple[int, str], ...]
    now: int
    lines: tuple[tuple[CommitmentLine, Span], ...]


def calendar_of(lines: Sequence[CommitmentLine], now: date, say: Say) -> Calendar | None:
    """The calendar that holds every promise and the day of the edition, in whole months."""
    if not lines:
        return None
    days = [day for line in lines for day in (line.promised_on, line.due_on, line.ends_on)]
    first = min([*days, now]).replace(day=1)
    after = _next_month(max([*days, now]))
    scale = Scale(first, (after - first).days)
    return Calendar(
        tuple((scale.at(month), _month_name(month, first, say)) for month in scale.months()),
        scale.at(now),
        tuple((line, scale.span(line, now)) for line in lines),
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """A length of days that stands for a hundred."""

    first: date
    days: int

    def at(self, day: date) -> int:
        """The place of a day."""
        return round(100 * (day - self.first).days / self.days)

    def months(self) -> list[date]:
        """The first day of each month, or of every other one when there are many."""
        found, month = [], self.first
        while month < self.first + timedelta(self.days):
            found.append(month)
            month = _next_month(month)
        return found[:: 1 + len(found) // 14]

    def span(self, line: CommitmentLine, now: date) -> Span:
        """Where one promise is drawn: it runs until it is done, or until its date."""
        starts, due = self.at(line.promised_on), self.at(line.due_on)
        done = self.at(line.done_on) if line.done_on else None
        until = done if done is not None else due
        put_off = self.at(line.new_due_on or now) if line.progress == "late" else due
        return Span(starts, max(until - starts, 0), due, done, max(put_off - due, 0))


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _month_name(month: date, first: date, say: Say) -> str:
    """January is named by its year: that is where the reader needs it."""
    return str(month.year) if month.month == 1 and month != first else say.month(month)
