"""People's own words as a synthesis quotes them: published ones only, and never beside a figure."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.commitments.standing import Standing
from participation.ideas import queries as ideas
from participation.ideas.models import Board, Proposal, Remark
from participation.questionnaires.models import FreeText, Opening
from participation.reports.figures import Disagreement, Verbatim
from participation.voices.models import Utterance
from participation.voices.queries import QUOTE, Quote, quote

MOST_IDEAS, MOST_ANSWERS = 10, 2


def verbatims(
    session: Session, campaign: Campaign, standings: Iterable[Standing]
) -> tuple[Verbatim, ...]:
    """A few own words: one for each proposal by rank, then more; then answers to questionnaires.

    Nothing is said twice: an idea may stand in several proposals, and come from an answer.
    """
    told: set[tuple[str, str]] = set()
    return (
        *islice(not_yet(told, of_ideas(session, campaign, standings)), MOST_IDEAS),
        *islice(not_yet(told, of_answers(session, campaign)), MOST_ANSWERS),
    )


def not_yet(told: set[tuple[str, str]], found: Iterable[Verbatim]) -> Iterator[Verbatim]:
    """Those whose words and language were not told before; adds them to what was told."""
    for one in found:
        if (one.language, one.french) not in told:
            told.add((one.language, one.french))
            yield one


def wordings(session: Session, campaign: Campaign) -> dict[int, list[Quote]]:
    """Proposal id -> the words that it comes from and that may be read in French."""
    return {
        proposal.id: [one.quote for one in proposal.wordings if one.quote and in_french(one.quote)]
        for proposal in ideas.proposals(session, campaign.id)
    }


def of_ideas(
    session: Session, campaign: Campaign, standings: Iterable[Standing]
) -> Iterator[Verbatim]:
    """Ideas of proposals, first voted first; where nothing is grouped yet, ideas of the board."""
    said = wordings(session, campaign)
    ranked = [(one.number, said.get(one.proposal_id, [])) for one in standings]
    for turn in range(max((len(quotes) for _, quotes in ranked), default=0)):
        for number, quotes in ranked:
            if turn < len(quotes):
                yield verbatim(quotes[turn], "idea", number)
    if not any(quotes for _, quotes in ranked):
        yield from of_boards(session, campaign)


def of_boards(session: Session, campaign: Campaign) -> Iterator[Verbatim]:
    """What stands on the boards, most supported first."""
    boards = select(Board).where(Board.campaign_id == campaign.id).order_by(Board.id)
    for board in session.scalars(boards).all():
        for idea in ideas.ideas_on_board(session, board, size=MOST_IDEAS).ideas:
            if in_french(idea.quote):
                yield verbatim(idea.quote, "idea", None)


def of_answers(session: Session, campaign: Campaign) -> Iterator[Verbatim]:
    """Own words given to a question."""
    statement = (
        select(FreeText.question_id)
        .add_columns(*QUOTE, ideas.may_show_own(campaign.id).label("may_show_own"))
        .join(Utterance, Utterance.id == FreeText.utterance_id)
        .join(Opening, Opening.id == FreeText.opening_id)
        .where(Opening.campaign_id == campaign.id, Utterance.is_publishable)
        .order_by(Utterance.id)
    )
    for row in session.execute(statement):
        said = quote(row, may_show_own=bool(row.may_show_own))
        if in_french(said):
            yield verbatim(said, "answer", None)


def in_french(said: Quote) -> bool:
    """Whether a reader of French can read it."""
    return bool(french(said))


def french(said: Quote) -> str:
    """The French: their own when they spoke or dictated it, else the translation."""
    return said.own if said.own and said.written_in == "fr" else said.french


def verbatim(said: Quote, source: str, number: int | None) -> Verbatim:
    """Own words as they are printed."""
    return Verbatim(
        french=french(said),
        language=said.language,
        original=said.own if said.written_in != "fr" else "",
        state=said.french_state.value,
        source=source,
        number=number,
        is_spoken=said.language != said.written_in,
    )


def disagreements(session: Session, campaign: Campaign) -> tuple[Disagreement, ...]:
    """Minority views about proposals, with how many held them where they were counted."""
    statement = (
        select(Proposal.number, Proposal.title_fr, Remark.people)
        .add_columns(*QUOTE, ideas.may_show_own(campaign.id).label("may_show_own"))
        .join(Remark, Remark.proposal_id == Proposal.id)
        .join(Utterance, Utterance.id == Remark.utterance_id)
        .where(Proposal.campaign_id == campaign.id, Utterance.is_publishable)
        .order_by(Proposal.number, Utterance.id)
    )
    found = (
        (row, french(quote(row, may_show_own=bool(row.may_show_own))))
        for row in session.execute(statement)
    )
    return tuple(
        Disagreement(row.number, row.title_fr, text, row.people) for row, text in found if text
    )
