"""Run a vote: one button for the next step; numbers of cards, never a choice, till the reveal."""

from collections.abc import Callable

from flask import Response, make_response, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import Refused
from participation.web.access import open_to, within_reach
from participation.web.database import database, session, urn_session, writing, writing_urn
from participation.web.errors import sentence
from participation.web.journaling import noted
from participation.web.live import live
from participation.web.render import render
from participation.web.workshops.blueprint import workshops
from participation.web.workshops.forms import CardsForm, DigitsForm, RevealForm, StepForm
from participation.web.workshops.pages import RunPage, RunPart
from participation.web.workshops.planning import RUNNERS
from participation.web.workshops.settings import is_out_of_reach, vote_address
from participation.workshops import operations, queries
from participation.workshops.models import Poll

AT_POLL = "/<language>/desk/polls/<int:poll_id>"


@workshops.get(AT_POLL)
@open_to(*RUNNERS)
def run_poll(poll_id: int) -> ResponseReturnValue:
    """Where a vote stands, and what to press next."""
    return render(run_page(within_reach(session(), Poll, poll_id)))


@workshops.get(f"{AT_POLL}/live")
@open_to(*RUNNERS)
def show_run_part(poll_id: int) -> ResponseReturnValue:
    """The numbers of cards, asked for again every two seconds."""
    return live(render(run_page(within_reach(session(), Poll, poll_id), kind=RunPart)))


@workshops.post(f"{AT_POLL}/open")
@open_to(*RUNNERS)
def open_poll(poll_id: int) -> ResponseReturnValue:
    """Prepared: take ballots from now on."""

    def act(written: Session, urns: Session, poll: Poll) -> None:
        operations.open_poll(written, urns, poll, at=clock.now())
        noted(written, "poll_opened", poll.code)

    return step(poll_id, act)


@workshops.post(f"{AT_POLL}/close")
@open_to(*RUNNERS)
def close_poll(poll_id: int) -> ResponseReturnValue:
    """Open: count, delete the ballots, and leave no trace of them in the file of the urns."""

    def act(written: Session, urns: Session, poll: Poll) -> None:
        operations.close_poll(written, urns, poll, at=clock.now())
        noted(written, "poll_closed", poll.code)

    answer = step(poll_id, act)
    if answer.location:
        urn_session().close()
        database().vacuum_urns()
    return answer


@workshops.post(f"{AT_POLL}/reveal")
@open_to(*RUNNERS)
def reveal_poll(poll_id: int) -> ResponseReturnValue:
    """Closed: show the result on every screen at once."""
    agrees = bool(RevealForm().group_agrees.data)

    def act(written: Session, _urns: Session, poll: Poll) -> None:
        operations.reveal_poll(written, poll, at=clock.now(), group_agrees=agrees)
        noted(written, "poll_revealed", poll.code)

    return step(poll_id, act)


def step(poll_id: int, act: Callable[[Session, Session, Poll], None]) -> Response:
    """One step forward, or the page with the reason: somebody else may have pressed first."""
    poll = within_reach(session(), Poll, poll_id)
    try:
        with writing() as written, writing_urn() as urns:
            act(written, urns, poll)
    except Refused as error:
        return make_response(render(run_page(poll, sentence(error))), 409)
    return make_response(redirect(url_for(".run_poll", poll_id=poll.id)))


def run_page(poll: Poll, problem: str = "", kind: type[RunPage] = RunPage) -> RunPage:
    """Everything that the page of a running vote shows."""
    return kind(
        poll=poll,
        turnout=queries.turnout(session(), urn_session(), poll.id),
        ballots=queries.ballots_counted(poll),
        is_rehearsed=queries.rehearsed(urn_session(), poll.id),
        is_out_of_reach=is_out_of_reach(poll),
        address=vote_address(poll),
        result=queries.result(session(), poll),
        form=StepForm(),
        cards_form=CardsForm(formdata=None),
        void_form=DigitsForm(formdata=None),
        reveal_form=RevealForm(formdata=None),
        problem=problem,
    )
