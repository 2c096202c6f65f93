"""When a commitment is late: computed, never typed."""

from datetime import date, timedelta

import pytest

from participation.commitments.rules import Progress, is_late

TODAY = date(2027, 3, 15)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=20)


@pytest.mark.parametrize("progress", [Progress.TO_DO, Progress.IN_PROGRESS, Progress.BLOCKED])
def test_what_is_not_over_is_late_after_its_date(progress: Progress) -> None:
    assert is_late(progress, due_on=BEFORE, on=TODAY)
    assert not is_late(progress, due_on=TODAY, on=TODAY)


def test_what_is_put_off_is_late_at_once() -> None:
    later = AFTER + timedelta(days=30)
    assert is_late(Progress.IN_PROGRESS, due_on=AFTER, on=TODAY, new_due_on=later)
    assert not is_late(Progress.IN_PROGRESS, due_on=AFTER, on=TODAY, new_due_on=AFTER)


@pytest.mark.parametrize("progress", [Progress.DONE, Progress.GIVEN_UP, Progress.PARTLY_DONE])
def test_what_is_over_or_partly_done_is_not_late(progress: Progress) -> None:
    assert not is_late(progress, due_on=BEFORE, on=TODAY, new_due_on=AFTER)
