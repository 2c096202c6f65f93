"""What changed thanks to you: the screen that gives back."""

from collections.abc import Iterable

from flask import url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from participation import clock
from participation.campaigns.models import Campaign
from participation.commitments import queries
from participation.commitments.rules import Outcome, Progress
from participation.commitments.standing import CommitmentLine, DecisionLine, Standing
from participation.errors import NotFound
from participation.languages import INTERFACE, Language
from participation.web.access import open_to
from participation.web.commitments.blueprint import commitments
from participation.web.commitments.pages import ChangedLine, ChangedPage, Surface
from participation.web.database import session
from participation.web.devices import current_device, idle_seconds
from participation.web.languages import language
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
    return render(page_of(campaign, found, surface_asked()))


def surface_asked() -> Surface:
    """The tablet's frame when a tablet of the service asks, else a telephone's."""
    if current_device() is None:
        return Surface("layout/phone.html")
    return Surface(
        "layout/kiosk.html",
        home=url_for("kiosk.show_home"),
        start=url_for("kiosk.show_languages"),
        idle_seconds=idle_seconds(),
    )


def page_of(campaign: Campaign, found: Iterable[Standing], surface: Surface) -> ChangedPage:
    """Each part of each proposal under one of four headings."""
    lines = [line for standing in found for line in lines_of(standing)]
    return ChangedPage(
        campaign,
        done=[line for line in lines if line.progress in {"done", "partly_done"}],
        begun=[line for line in lines if line.progress in {"begun", "forwarded"}],
        refused=[line for line in lines if line.progress == "refused"],
        waiting=[line for line in lines if line.progress == "waiting"],
        surface=surface,
        languages=other_languages(campaign),
    )


def other_languages(campaign: Campaign) -> list[tuple[Language, str]]:
    """The campaign's other languages that have screens, each with its address."""
    here = language().tag
    return [
        (one, url_for(".show_changed", short_name=campaign.short_name, language=one.tag))
        for one in INTERFACE
        if one.tag in campaign.languages and one.tag != here
    ]


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
