"""What the room sees: the question, how to vote, how many have voted, then the result."""

from flask.typing import ResponseReturnValue

from participation.web.access import open_to
from participation.web.database import session, urn_session
from participation.web.live import live
from participation.web.render import render
from participation.web.workshops.blueprint import workshops
from participation.web.workshops.pages import ScreenPage, ScreenPart
from participation.web.workshops.resident import poll_called
from participation.web.workshops.sentences import invitations, why_sentence
from participation.web.workshops.settings import qr_drawing, vote_address
from participation.workshops import queries
from participation.workshops.models import Poll

SYMBOLS = ("sun", "seed", "housing", "cloud", "garden", "food", "french", "transport")
"""One is printed on every card of a poll and shown on its screen: this card is for this vote."""


@workshops.get("/<language>/screen/<code>")
@open_to("anyone")
def show_screen(code: str) -> ResponseReturnValue:
    """The projected page of a poll."""
    return render(screen_page(poll_called(code)))


@workshops.get("/<language>/screen/<code>/live")
@open_to("anyone")
def show_screen_part(code: str) -> ResponseReturnValue:
    """The part that the projector asks for again: cards used, never a choice before the reveal."""
    return live(render(screen_page(poll_called(code), ScreenPart)))


def screen_page(poll: Poll, kind: type[ScreenPage] = ScreenPage) -> ScreenPage:
    """Everything on the screen of a poll."""
    counted = queries.turnout(session(), urn_session(), poll.id)
    found = queries.result(session(), poll)
    present = poll.workshop.people_present if poll.workshop else 0
    address = vote_address(poll)
    return kind(
        poll=poll,
        used=counted.used,
        expected=max(present, counted.used) if present else counted.used + counted.ready,
        has_people=bool(present),
        address=address.partition("://")[2],
        drawing=qr_drawing(address),
        symbol=symbol_of(poll),
        invitations=invitations(poll.campaign.languages),
        result=found,
        why=why_sentence(found.why, poll.method) if found else "",
    )


def symbol_of(poll: Poll) -> str:
    """The pictogram that the cards and the screen of a poll share."""
    return SYMBOLS[poll.id % len(SYMBOLS)]
