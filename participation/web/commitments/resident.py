"""What changed thanks to you: the screen that gives back."""

from collections.abc import Iterable

from flask import request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from participation import clock
from participation.campaigns.models import Campaign
from participation.commitments import queries
from participation.commitments.rules import Outcome, Progress
from participation.commitments.standing import CommitmentLine, DecisionLine, Standing
from participation.errors import NotFound
from participation.web.access import open_to
from participation.web.commitments.blueprint import commitments
from participation.web.commitments.pages import ChangedLine, ChangedPage
from participation.web.database import session
from participation.web.render import render
from participation.wording import Words


@commitments.get("/<language>/c/<short_name>/changed")
@open_to("anyone")
def show_changed(short_name: str) -> ResponseReturnValue:
    """For residents: what is done, what is begun, what is refused and why, what still waits."""
    campaign = session().scalar(select(Campaign).where(Campaign.short_name == short_name))
    if campaign is None:
        raise NotFound
    found = queries.standings(session(), campaign, on=clock.today())
    return render(page_of(campaign, found, layout_asked()))


def layout_asked() -> str:
    """The tablet's frame when the tablet asks, else a phone's."""
    return "layout/kiosk.html" if request.args.get("on") == "kiosk" else "layout/phone.html"


def page_of(campaign: Campaign, found: Iterable[Standing], layout: str) -> ChangedPage:
    """Each part of each proposal under one of four headings."""
    lines = [line for standing in found for line in lines_of(standing)]
    return ChangedPage(
        campaign,
        done=[line for line in lines if line.progress in {"done", "partly_done"}],
        begun=[line for line in lines if line.progress in {"begun", "forwarded"}],
        refused=[line for line in lines if line.progress == "refused"],
        waiting=[line for line in lines if line.progress == "waiting"],
        layout=layout,
    )


def lines_of(standing: Standing) -> Iterable[ChangedLine]:
    """One line for each answer of a proposal; one that says that it waits when there is none."""
    if not standing.current:
        yield line_of(standing, None, None)
    for decision in standing.current:
        yield line_of(standing, decision, shown_commitment(decision))


def shown_commitment(decision: DecisionLine) -> CommitmentLine | None:
    """The commitment whose result is told: the furthest one that has a result."""
    told = [line for line in decision.commitments if line.result]
    done = [line for line in told if line.progress is Progress.DONE]
    found = done or told or decision.commitments
    return found[0] if found else None


def line_of(
    standing: Standing, decision: DecisionLine | None, commitment: CommitmentLine | None
) -> ChangedLine:
    """One line in the words of the service for residents."""
    return ChangedLine(
        number=standing.number,
        title=standing.title,
        pictogram=standing.pictogram,
        outcome=decision.outcome.value if decision else "",
        message=decision.message if decision else Words(),
        progress=heading_of(decision, commitment),
        result=commitment.result if commitment else Words(),
        answer_on=commitment.new_due_on or commitment.due_on if commitment else None,
    )


def heading_of(decision: DecisionLine | None, commitment: CommitmentLine | None) -> str:
    """Under which heading a line stands: what was done comes before what was decided."""
    if commitment and commitment.progress in {Progress.DONE, Progress.PARTLY_DONE}:
        return commitment.progress.value
    if decision is None or decision.outcome is Outcome.UNDER_STUDY:
        return "waiting"
    if decision.outcome is Outcome.NOT_RETAINED:
        return "refused"
    return "forwarded" if decision.outcome is Outcome.FORWARDED else "begun"
