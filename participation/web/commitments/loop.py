"""What answers and commitments put on a campaign's page."""

from collections.abc import Iterable

from flask import g, get_template_attribute, url_for
from flask_babel import gettext as _

from participation import clock
from participation.campaigns.models import Campaign
from participation.commitments import queries
from participation.commitments.owed import Unanswered
from participation.commitments.standing import Standing
from participation.web.access import staff
from participation.web.database import session
from participation.web.languages import language
from participation.web.regions import Wait, fills, waits

ANSWERING = ("worker", "manager", "administrator")
GRANTING = ("manager", "administrator")


def standings_of(campaign: Campaign) -> list[Standing]:
    """Where the proposals stand today, read once for a page."""
    known: dict[int, list[Standing]] = g.setdefault("standings", {})
    if campaign.id not in known:
        known[campaign.id] = queries.standings(session(), campaign, on=clock.today())
    return known[campaign.id]


def unanswered_in(campaign: Campaign) -> list[Unanswered]:
    """What waits for a final answer today."""
    return queries.owed(session(), campaign, standings_of(campaign), on=clock.today())


@fills("campaign", 10)
def show_standings(campaign: Campaign) -> str | None:
    """The ledger: where each proposal stands."""
    found = standings_of(campaign)
    if not found or not staff().has(*ANSWERING):
        return None
    ledger = get_template_attribute("commitments/_ledger.html", "standings_ledger")
    return str(ledger(found))


@fills("campaign-side", 10)
def show_waiting(campaign: Campaign) -> str | None:
    """What has no final answer, since when, and who owes it."""
    if not staff().has(*ANSWERING):
        return None
    waiting = unanswered_in(campaign)
    if not standings_of(campaign) and not waiting:
        return None
    box = get_template_attribute("commitments/_waiting.html", "waiting_box")
    return str(box(waiting))


@waits
def waiting_answers(campaign: Campaign) -> Iterable[Wait]:
    """Each missing answer, on the first page of those who may write it."""
    if not staff().has(*ANSWERING):
        return
    for line in unanswered_in(campaign):
        if line.is_means and not staff().has(*GRANTING):
            continue
        if line.is_means:
            text = _("These means were asked for, and nobody has answered.")
            address = url_for("commitments.show_means", short_name=campaign.short_name)
        else:
            text = _("A final answer is owed.")
            address = url_for("commitments.show_proposal", proposal_id=line.proposal_id)
        title = line.part or line.title.best(language().tag).text
        yield Wait(since=line.since, title=title, text=text, address=address)
