"""The board as it is read, and proposals with where they come from."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from participation.ideas.models import (
    Board,
    Idea,
    Proposal,
    Provenance,
    Remark,
    Support,
    TakePart,
    Theme,
)
from participation.ideas.rules import Competence, IdeaKind, ProposalState
from participation.people.models import Service
from participation.questionnaires.models import Opening, Response
from participation.voices.models import Utterance
from participation.voices.queries import QUOTE, Quote, quote
from participation.voices.rules import COMMON_LANGUAGE
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class IdeaView:
    """An idea on the board, with how many said "me too" and how many want to take part."""

    id: int
    quote: Quote
    kind: IdeaKind
    theme: Words
    pictogram: str
    service: str
    support: int
    takes_part: int


@dataclass(frozen=True, slots=True)
class BoardView:
    """One page of the board, most supported first."""

    ideas: list[IdeaView]
    total: int


@dataclass(frozen=True, slots=True)
class Wording:
    """An idea that a proposal comes from; `quote` is None once the words may not be shown."""

    idea_id: int
    quote: Quote | None
    theme: Words


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal with every wording that it comes from."""

    id: int
    number: int
    title: Words
    label: str
    pictogram: str
    competence: Competence
    state: ProposalState
    is_frozen: bool
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A minority view on a proposal; `quote` is None until it was read and published."""

    quote: Quote | None
    people: int | None


def ideas_on_board(
    session: Session,
    board: Board,
    *,
    theme_id: int | None = None,
    page: int = 1,
    size: int = 500,
) -> BoardView:
    """A page of the ideas that may be shown, most supported first: two statements in all."""
    wanted = showable(board)
    if theme_id is not None:
        wanted = wanted.where(Idea.theme_id == theme_id)
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    statement = (
        wanted.order_by(support_count().desc(), Idea.id).limit(size).offset((page - 1) * size)
    )
    return BoardView([idea_view(row) for row in session.execute(statement)], total)


def other_wordings(session: Session, board: Board) -> dict[int, list[Quote]]:
    """Idea -> the other wordings of it that may be shown, in the order of their keys."""
    statement = (
        select(Idea.same_as_id, may_show_own(board.campaign_id).label("may_show_own"))
        .add_columns(*QUOTE)
        .join(Utterance, Utterance.id == Idea.utterance_id)
        .where(Idea.board_id == board.id, Idea.same_as_id.is_not(None), Utterance.is_publishable)
        .order_by(Idea.id)
    )
    found: dict[int, list[Quote]] = {}
    for row in session.execute(statement):
        found.setdefault(row.same_as_id, []).append(quote(row, may_show_own=bool(row.may_show_own)))
    return found


def idea_ids_in_proposals(session: Session, campaign_id: int) -> dict[int, list[int]]:
    """Idea -> the numbers of the proposals of a campaign that come from it."""
    statement = (
        select(Provenance.idea_id, Proposal.number)
        .join(Proposal, Proposal.id == Provenance.proposal_id)
        .where(Proposal.campaign_id == campaign_id, Proposal.state != ProposalState.WITHDRAWN)
        .order_by(Proposal.number, Provenance.idea_id)
    )
    found: dict[int, list[int]] = {}
    for idea_id, number in session.execute(statement):
        found.setdefault(idea_id, []).append(number)
    return found


def proposals(session: Session, campaign_id: int) -> list[ProposalView]:
    """Every proposal of a campaign by number, with its wordings: one statement."""
    statement = (
        select(Proposal, Idea.id.label("idea_id"), Theme.words.label("theme"))
        .add_columns(*QUOTE, Utterance.is_publishable.label("is_publishable"))
        .add_columns(may_show_own(campaign_id).label("may_show_own"))
        .outerjoin(Provenance, Provenance.proposal_id == Proposal.id)
        .outerjoin(Idea, Idea.id == Provenance.idea_id)
        .outerjoin(Utterance, Utterance.id == Idea.utterance_id)
        .outerjoin(Theme, Theme.id == Idea.theme_id)
        .where(Proposal.campaign_id == campaign_id)
        .order_by(Proposal.number, Provenance.grouped_on, Idea.id)
    )
    rows: dict[int, list[Row[Any]]] = {}
    for row in session.execute(statement):
        rows.setdefault(row.Proposal.id, []).append(row)
    return [proposal_view(of_one) for of_one in rows.values()]


def remarks(session: Session, proposal_id: int) -> list[RemarkView]:
    """What was said about a proposal in disagreement or on conditions."""
    statement = (
        select(Remark.people, Utterance.is_publishable.label("is_publishable"))
        .add_columns(*QUOTE)
        .join(Utterance, Utterance.id == Remark.utterance_id)
        .where(Remark.proposal_id == proposal_id, Utterance.erased_cause == "")
        .order_by(Remark.people.desc(), Remark.utterance_id)
    )
    return [
        RemarkView(quote(row) if row.is_publishable else None, row.people)
        for row in session.execute(statement)
    ]


def board_of(session: Session, campaign_id: int) -> Board | None:
    """The board of a campaign; the latest when there are several."""
    statement = select(Board).where(Board.campaign_id == campaign_id).order_by(Board.id.desc())
    return session.scalars(statement).first()


def showable(board: Board) -> Select[Any]:
    """Ideas of a board that may be shown: published, and in words that may be read."""
    own = may_show_own(board.campaign_id)
    return (
        select(Idea.id, Idea.kind, Theme.words, Theme.pictogram, Service.name.label("service"))
        .add_columns(*QUOTE, own.label("may_show_own"))
        .add_columns(support_count().label("support"), part_count().label("takes_part"))
        .join(Utterance, Utterance.id == Idea.utterance_id)
        .outerjoin(Theme, Theme.id == Idea.theme_id)
        .outerjoin(Service, Service.id == Idea.service_id)
        .where(Idea.board_id == board.id, Idea.same_as_id.is_(None), Utterance.is_publishable)
        .where(or_(Utterance.is_oral, Utterance.language == "fr", Utterance.french != "", own))
    )


def may_show_own(campaign_id: int) -> ColumnElement[bool]:
    """The rule `may_show_original`; responses are only counted where the author was not told."""
    return case(
        (Utterance.told_original_may_show, True),
        else_=responses_in_language(campaign_id) >= COMMON_LANGUAGE,
    )


def responses_in_language(campaign_id: int) -> ColumnElement[int]:
    """How many responses of the campaign came in the language of the words."""
    return (
        select(func.count(Response.id))
        .join(Opening, Opening.id == Response.opening_id)
        .where(Opening.campaign_id == campaign_id, Response.language == Utterance.language)
        .correlate(Utterance)
        .scalar_subquery()
    )


def support_count() -> ColumnElement[int]:
    """How many said "me too" to the idea, in any of its wordings."""
    return counted(Support)


def part_count() -> ColumnElement[int]:
    """How many want to take part in the idea, in any of its wordings."""
    return counted(TakePart)


def counted(kind: type[Support] | type[TakePart]) -> ColumnElement[int]:
    """The rows of a kind that belong to an idea or to another wording of it."""
    wording = aliased(Idea)
    rows = (
        select(func.count(kind.id))
        .join(wording, wording.id == kind.idea_id)
        .where(or_(wording.id == Idea.id, wording.same_as_id == Idea.id))
    )
    return rows.correlate(Idea).scalar_subquery()


def idea_view(row: Row[Any]) -> IdeaView:
    """An idea out of a row of `showable`."""
    return IdeaView(
        id=row.id,
        quote=quote(row, may_show_own=bool(row.may_show_own)),
        kind=row.kind,
        theme=row.words or Words(),
        pictogram=row.pictogram or "idea",
        service=row.service or "",
        support=row.support,
        takes_part=row.takes_part,
    )


def proposal_view(rows: list[Row[Any]]) -> ProposalView:
    """A proposal out of its rows, one for each wording, or one without an idea."""
    proposal = rows[0].Proposal
    return ProposalView(
        id=proposal.id,
        number=proposal.number,
        title=proposal.title,
        label=proposal.label,
        pictogram=proposal.pictogram,
        competence=proposal.competence,
        state=proposal.state,
        is_frozen=proposal.frozen_at is not None,
        wordings=tuple(wording(row) for row in rows if row.idea_id is not None),
    )


def wording(row: Row[Any]) -> Wording:
    """A wording; without its words when they were taken back or erased."""
    own = bool(row.may_show_own)
    shown = quote(row, may_show_own=own) if row.is_publishable else None
    return Wording(idea_id=row.idea_id, quote=shown, theme=row.theme or Words())
