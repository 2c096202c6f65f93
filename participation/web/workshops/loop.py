"""What votes put on a campaign's page."""

from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext as _

from participation.campaigns.models import Campaign
from participation.clock import day_of
from participation.web.access import staff
from participation.web.database import session
from participation.web.languages import language
from participation.web.regions import StepLink, Wait, leads, waits
from participation.web.workshops.planning import RUNNERS
from participation.workshops import queries
from participation.workshops.rules import PollState


@leads("choose")
def choosing(campaign: Campaign) -> StepLink | None:
    """The workshops and votes, for those who run them."""
    if not staff().has(*RUNNERS):
        return None
    polls = queries.polls_of(session(), campaign.id)
    is_open = any(poll.state is PollState.OPEN for poll in polls)
    text = _("A vote is open now") if is_open else _("Votes: %(n)s", n=len(polls))
    return StepLink(url_for("workshops.list_workshops", short_name=campaign.short_name), text)


@waits
def counted_votes(campaign: Campaign) -> Iterable[Wait]:
    """A vote that was counted waits for its reveal."""
    if not staff().has(*RUNNERS):
        return
    for poll in queries.polls_of(session(), campaign.id):
        if poll.state is PollState.CLOSED and poll.closed_at is not None:
            yield Wait(
                since=day_of(poll.closed_at),
                title=poll.question.best(language().tag).text,
                text=_("The vote is counted and not revealed."),
                address=url_for("workshops.run_poll", poll_id=poll.id),
            )
