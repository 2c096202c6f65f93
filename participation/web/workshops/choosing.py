"""Say what a prepared vote is about: its proposals may be known after its cards."""

from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from participation.errors import Refused
from participation.ideas.models import Proposal
from participation.web.access import open_to, within_reach
from participation.web.database import session, writing, writing_urn
from participation.web.errors import sentence
from participation.web.journaling import noted
from participation.web.render import render
from participation.web.workshops.blueprint import workshops
from participation.web.workshops.forms import ProposalsForm
from participation.web.workshops.pages import ChoosePage
from participation.web.workshops.planning import RUNNERS
from participation.web.workshops.running import AT_POLL
from participation.workshops import operations, queries
from participation.workshops.models import Poll


@workshops.route(f"{AT_POLL}/proposals", methods=["GET", "POST"])
@open_to(*RUNNERS)
def choose_proposals(poll_id: int) -> ResponseReturnValue:
    """Tick the proposals of a prepared vote, in order."""
    poll = within_reach(session(), Poll, poll_id)
    proposals = queries.votable(session(), poll.campaign_id)
    form = ProposalsForm()
    form.offer_proposals(proposals)
    if form.validate_on_submit() and chosen(poll, form, proposals):
        return redirect(url_for(".run_poll", poll_id=poll.id), 303)
    return render(ChoosePage(poll, proposals, form)), 409 if request.method == "POST" else 200


def chosen(poll: Poll, form: ProposalsForm, proposals: Sequence[Proposal]) -> bool:
    """Put them on the ballot; when it is refused, the reason stands on the form."""
    try:
        with writing() as written, writing_urn() as urns:
            operations.choose_proposals(written, urns, poll, form.chosen(proposals))
            noted(written, "poll_proposals_chosen", poll.code)
    except Refused as error:
        form.problems.append(sentence(error))
        return False
    return True
