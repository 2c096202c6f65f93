"""A ballot on paper, keyed in at the desk with the six digits of its card."""

from uuid import uuid4

from flask import flash, make_response, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from participation import clock
from participation.errors import Refused
from participation.web.access import open_to, staff, within_reach
from participation.web.database import session, writing_urn
from participation.web.errors import sentence
from participation.web.render import render
from participation.web.security import gesture_of
from participation.web.workshops.blueprint import workshops
from participation.web.workshops.forms import StepForm
from participation.web.workshops.pages import PaperPage, SentBallot
from participation.web.workshops.planning import RUNNERS
from participation.web.workshops.resident import choices_of, sent_ballot
from participation.web.workshops.running import AT_POLL
from participation.web.workshops.settings import card_key
from participation.web.workshops.tries import tries
from participation.workshops.models import Poll
from participation.workshops.urns import Ballots, cast


@workshops.get(f"{AT_POLL}/paper")
@open_to(*RUNNERS)
def show_paper(poll_id: int) -> ResponseReturnValue:
    """An empty ballot to copy a paper one into."""
    poll = within_reach(session(), Poll, poll_id)
    return render(paper_page(poll, SentBallot(str(uuid4()))))


@workshops.post(f"{AT_POLL}/paper")
@open_to(*RUNNERS)
def key_in_paper(poll_id: int) -> ResponseReturnValue:
    """Cast a paper ballot; a refusal keeps what was typed."""
    poll, sent = within_reach(session(), Poll, poll_id), sent_ballot()
    try:
        with tries().at_desk(staff().account_id, now=clock.now()), writing_urn() as urns:
            cast(
                urns,
                Ballots.of(poll),
                key=card_key(),
                code=sent.card,
                gesture=gesture_of(sent.gesture),
                given=sent.marks,
                by_digits=True,
            )
    except Refused as error:
        return make_response(render(paper_page(poll, sent, sentence(error))), 409)
    flash(gettext("This ballot is in the urn. Key in the next one."))
    return redirect(url_for(".show_paper", poll_id=poll.id))


def paper_page(poll: Poll, sent: SentBallot, problem: str = "") -> PaperPage:
    """The page with what was typed so far."""
    return PaperPage(poll, sent, choices_of(poll), StepForm(), problem)
