"""Voting on a phone, over plain http: no cookie, no account, nothing kept about who asks."""

from uuid import uuid4

from flask import Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from participation.errors import BrokenForm, NotFound, Refused
from participation.languages import INTERFACE
from participation.web.access import open_to
from participation.web.database import rest, session, writing_urn
from participation.web.errors import sentence
from participation.web.live import live
from participation.web.numbers import whole
from participation.web.render import render
from participation.web.security import gesture_of
from participation.web.workshops.blueprint import workshops
from participation.web.workshops.pages import (
    BallotPage,
    CheckPage,
    CodePage,
    LanguagesPage,
    SentBallot,
    StatePage,
    StatePart,
)
from participation.web.workshops.sentences import why_sentence
from participation.web.workshops.settings import card_key
from participation.workshops import queries
from participation.workshops.models import Poll
from participation.workshops.rules import Method, PollState
from participation.workshops.urns import Ballots, cast

WAITING, VOTING, VOTED, TRIED = PLACES = ("waiting", "voting", "voted", "tried")
MARK = "mark-"
"""Each proposal sends one field, chosen or not, so that the size of what is sent tells nothing."""


@workshops.get("/v")
@open_to("anyone")
def ask_code() -> ResponseReturnValue:
    """The short code of the screen, typed by hand."""
    typed = request.args.get("code", "")[:20]
    if not typed:
        return render(CodePage())
    poll = queries.poll_by_code(session(), typed_code(typed))
    if poll is None:
        return render(CodePage(typed, is_unknown=True)), 404
    return redirect(url_for(".choose_language", code=poll.code))


def typed_code(raw: str) -> str:
    """A short code as polls keep it, out of what was typed."""
    return "".join(sign for sign in raw.upper() if sign.isascii() and sign.isalnum())


@workshops.get("/v/<code>")
@open_to("anyone")
def choose_language(code: str) -> ResponseReturnValue:
    """The languages of the campaign; a card's code stays behind the # of the address."""
    poll = poll_called(code)
    offered = [one for one in INTERFACE if one.tag in poll.campaign.languages]
    addresses = {
        one.tag: url_for(".show_ballot", code=poll.code, language=one.tag) for one in offered
    }
    return render(LanguagesPage(offered, addresses))


@workshops.get("/<language>/v/<code>")
@open_to("anyone")
def show_ballot(code: str) -> ResponseReturnValue:
    """The ballot while the poll is open, or with `try` before it; else where the vote stands."""
    poll = poll_called(code)
    if poll.state is PollState.OPEN or is_rehearsal(poll):
        return private(render(ballot_page(poll, SentBallot(str(uuid4())))))
    return private(render(state_page(poll, at=WAITING)))


@workshops.post("/<language>/v/<code>/check")
@open_to("anyone")
def check_ballot(code: str) -> ResponseReturnValue:
    """Look at the choices once more, in pictures, before they are cast."""
    poll, sent = poll_called(code), sent_ballot()
    try:
        given = Ballots.of(poll).read(sent.marks)
    except Refused as error:
        return again(poll, sent, error)
    return private(render(CheckPage(poll, sent, given, is_rehearsal(poll))))


@workshops.post("/<language>/v/<code>/change")
@open_to("anyone")
def change_ballot(code: str) -> ResponseReturnValue:
    """Back to the ballot, with the choices as they were."""
    return private(render(ballot_page(poll_called(code), sent_ballot())))


@workshops.post("/<language>/v/<code>")
@open_to("anyone")
def cast_ballot(code: str) -> ResponseReturnValue:
    """Cast the ballot with the card; a refusal keeps what was chosen."""
    poll, sent = poll_called(code), sent_ballot()
    rest()
    try:
        with writing_urn() as urns:
            cast(
                urns,
                Ballots.of(poll),
                key=card_key(),
                code=sent.card,
                gesture=gesture_of(sent.gesture),
                given=sent.marks,
            )
    except BrokenForm:
        raise
    except Refused as error:
        return again(poll, sent, error)
    at = TRIED if poll.state is PollState.PREPARED else VOTED
    return private(redirect(url_for(".show_voted", code=poll.code, at=at), 303))


@workshops.get("/<language>/v/<code>/<any(voted, tried):at>")
@open_to("anyone")
def show_voted(code: str, at: str) -> ResponseReturnValue:
    """Thank you; the result comes here after the reveal."""
    return private(render(state_page(poll_called(code), at=at)))


@workshops.get("/<language>/v/<code>/state")
@open_to("anyone")
def show_state(code: str) -> ResponseReturnValue:
    """The part that phones ask for again every two seconds; `at` says from which page."""
    asked = request.args.get("at", WAITING)
    at = asked if asked in PLACES else WAITING
    return live(render(state_page(poll_called(code), at=at, kind=StatePart)))


def poll_called(code: str) -> Poll:
    """The poll with this short code. Raises NotFound."""
    found = queries.poll_by_code(session(), code)
    if found is None:
        raise NotFound
    return found


def is_rehearsal(poll: Poll) -> bool:
    """Whether a test card may be tried: before the vote, where somebody asks for it."""
    return poll.state is PollState.PREPARED and "try" in request.values


def sent_ballot() -> SentBallot:
    """What the phone sent. A mark that is no number counts as one too many."""
    marks = {
        name.removeprefix(MARK): whole(value, otherwise=-1)
        for name, value in request.form.items()
        if name.startswith(MARK)
    }
    form = request.form
    return SentBallot(form.get("gesture", "")[:40], form.get("card", "")[:40], marks)


def ballot_page(poll: Poll, sent: SentBallot, problem: str = "") -> BallotPage:
    """The ballot with what was chosen so far."""
    return BallotPage(poll, sent, choices_of(poll), is_rehearsal(poll), problem)


def choices_of(poll: Poll) -> range:
    """The marks that one proposal may get."""
    return range(poll.cap + 1 if poll.method is Method.DOTS else 2)


def again(poll: Poll, sent: SentBallot, error: Refused) -> Response:
    """The ballot again, with the reason and everything that was chosen."""
    return private(render(ballot_page(poll, sent, sentence(error))), 409)


def state_page(poll: Poll, *, at: str, kind: type[StatePage] = StatePage) -> StatePage:
    """Where the vote stands; the result once it was revealed."""
    found = queries.result(session(), poll)
    why = why_sentence(found.why, poll.method) if found else ""
    return kind(poll, at, found, why)


def private(answer: ResponseReturnValue, status: int | None = None) -> Response:
    """An answer that nobody keeps and no proxy squeezes: its size must not tell the choice."""
    response = make_response(answer)
    response.status_code = status or response.status_code
    response.headers["Cache-Control"] = "no-store, no-transform"
    return response
