"""The board for residents: read it, propose, say "me too", take part. No account and no cookie."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import uuid4

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import BrokenForm, KeptAside, NotFound, Refused
from participation.ideas import operations, queries
from participation.ideas.models import Board, Idea, Theme
from participation.ideas.rules import IdeaKind
from participation.languages import INTERFACE, SPOKEN
from participation.voices.rules import LONGEST
from participation.web.access import open_to
from participation.web.database import session, writing
from participation.web.errors import sentence
from participation.web.ideas.blueprint import ideas
from participation.web.ideas.pages import BoardPage, Place, ProposePage, ThanksPage, Typed
from participation.web.ideas.surface import surface
from participation.web.languages import language
from participation.web.numbers import LONG_DIGITS, number_asked
from participation.web.render import render
from participation.web.security import gesture_of

LAST_PAGE = 10_000


@ideas.get("/<language>/b/<int:board_id>")
@open_to("anyone")
def show_board(board_id: int) -> ResponseReturnValue:
    """What people proposed, most supported first, a few at a time."""
    board, where = board_to_read(session(), board_id), surface()
    theme = theme_named(board, request.args.get("theme", ""))
    page = min(max(number_asked("page"), 1), LAST_PAGE)
    view = queries.ideas_on_board(
        session(), board, theme_id=theme.id if theme else None, page=page, size=where.page_size
    )
    return render(
        BoardPage(
            surface=where,
            place=place_of(board),
            themes=board.themes,
            theme=theme.key if theme else "",
            ideas=view.ideas,
            total=view.total,
            page=page,
            pages=max(-(-view.total // where.page_size), 1),
            supported=number_asked("supported", digits=LONG_DIGITS),
            joined=number_asked("joined", digits=LONG_DIGITS),
            gesture=uuid4,
        )
    )


@ideas.get("/<language>/b/<int:board_id>/propose")
@open_to("anyone")
def show_propose(board_id: int) -> ResponseReturnValue:
    """The page to propose an idea in any language."""
    typed = Typed(gesture=str(uuid4()), language=language().tag)
    return render(propose_page(board_to_read(session(), board_id), typed))


@ideas.post("/<language>/b/<int:board_id>/propose")
@open_to("anyone")
def propose(board_id: int) -> ResponseReturnValue:
    """Keep an idea, once for each gesture; what was typed comes back when it is refused."""
    typed = typed_in(request.form)
    try:
        with writing() as written:
            keep(written, board_to_read(written, board_id), typed)
    except (KeptAside, BrokenForm):
        raise
    except Refused as error:
        board = board_to_read(session(), board_id)
        return render(propose_page(board, typed, sentence(error))), 409
    return redirect(url_for(".show_thanks", board_id=board_id), 303)


@ideas.get("/<language>/b/<int:board_id>/thanks")
@open_to("anyone")
def show_thanks(board_id: int) -> ResponseReturnValue:
    """The idea arrived; what happens to it now."""
    board = board_to_read(session(), board_id)
    reply_by = board.campaign.reply_by
    day = format_date(reply_by, "long") if reply_by else ""
    return render(ThanksPage(surface(), place_of(board), board.campaign.read_when, day))


@ideas.post("/<language>/b/<int:board_id>/ideas/<long:idea_id>/support")
@open_to("anyone")
def support(board_id: int, idea_id: int) -> ResponseReturnValue:
    """Count one more "me too"."""
    gesture = gesture_of(request.form.get("gesture"))
    with writing() as written:
        idea = idea_on(written, board_id, idea_id)
        operations.support_idea(written, idea, gesture=gesture, on=clock.today())
    return back_to_board(board_id, "supported", idea_id)


@ideas.post("/<language>/b/<int:board_id>/ideas/<long:idea_id>/take-part")
@open_to("anyone")
def take_part(board_id: int, idea_id: int) -> ResponseReturnValue:
    """Count one more who wants to take part; who it is stands on paper only."""
    gesture = gesture_of(request.form.get("gesture"))
    with writing() as written:
        idea = idea_on(written, board_id, idea_id)
        operations.take_part(written, idea, gesture=gesture, on=clock.today())
    return back_to_board(board_id, "joined", idea_id)


def back_to_board(board_id: int, counted: str, idea_id: int) -> ResponseReturnValue:
    """The same page of the board, at the idea that was counted."""
    values = {name: request.form[name] for name in ("theme", "page") if request.form.get(name)}
    values[counted] = str(idea_id)
    return redirect(
        f"{url_for('.show_board', board_id=board_id)}?{urlencode(values)}#idea-{idea_id}", 303
    )


def board_to_read(opened: Session, board_id: int) -> Board:
    """A board; its address is public."""
    board = opened.get(Board, board_id)
    if board is None:
        raise NotFound
    return board


def idea_on(opened: Session, board_id: int, idea_id: int) -> Idea:
    """An idea of a board."""
    idea = opened.get(Idea, idea_id)
    if idea is None or idea.board_id != board_id:
        raise NotFound
    return idea


def keep(written: Session, board: Board, typed: Typed) -> None:
    """Propose what was typed."""
    where = surface()
    operations.propose_idea(
        written,
        board,
        gesture=gesture_of(typed.gesture),
        language=typed.language,
        text=typed.text,
        channel=where.channel,
        day=clock.today(),
        theme=theme_named(board, typed.theme),
        kind=kind_named(typed.kind),
        service_id=where.service_id if where.service_id in board.service_ids else None,
    )


def typed_in(form: Mapping[str, str]) -> Typed:
    """What was sent; a part that is missing is empty."""
    return Typed(
        gesture=form.get("gesture", ""),
        language=form.get("written_in", ""),
        text=form.get("text", ""),
        theme=form.get("theme", ""),
        kind=form.get("kind", IdeaKind.WISH),
    )


def theme_named(board: Board, key: str) -> Theme | None:
    """A theme of the board; an unknown key is no theme."""
    return next((theme for theme in board.themes if theme.key == key), None)


def kind_named(name: str) -> IdeaKind:
    """A wish, a problem or an offer; raise BrokenForm for anything else."""
    try:
        return IdeaKind(name)
    except ValueError as error:
        raise BrokenForm from error


def place_of(board: Board) -> Place:
    """A board as its pages name it."""
    campaign, today = board.campaign, clock.today()
    services = campaign.services
    return Place(
        id=board.id,
        title=board.title,
        service=services[0].name if len(services) == 1 else campaign.structure.name,
        is_open=board.is_open(today) and campaign.closed_at is None,
        opens_on=board.opens_on if board.opens_on > today else None,
        languages=[one for one in INTERFACE if one.tag in campaign.languages],
    )


def propose_page(board: Board, typed: Typed, problem: str = "") -> ProposePage:
    """The page to propose, empty or with what was typed."""
    return ProposePage(
        surface=surface(),
        place=place_of(board),
        themes=board.themes,
        typed=typed,
        problem=problem,
        longest=LONGEST,
        written=SPOKEN,
        emergency=board.campaign.emergency or board.campaign.structure.emergency,
        read_when=board.campaign.read_when,
    )
