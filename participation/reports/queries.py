"""A synthesis and a poster out of the database: a fixed number of reads, each an aggregate."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignState
from participation.clock import day_of
from participation.commitments import queries as commitments
from participation.commitments.models import Means
from participation.commitments.standing import Standing, median_delay
from participation.disclosure.thresholds import FEWEST_CROSSED, FEWEST_SHOWN
from participation.errors import NotFound
from participation.ideas.models import Board, Idea
from participation.reports import ballots, followed, quotes, responses
from participation.reports.models import Snapshot
from participation.reports.promises import CommitmentLine
from participation.reports.synthesis import (
    Breakdown,
    Cover,
    DecisionPage,
    Meeting,
    Method,
    Milestone,
    Synthesis,
    Turnout,
)
from participation.voices.models import Utterance
from participation.workshops.models import Workshop

SYNTHESIS = "synthesis"


@dataclass(frozen=True, slots=True)
class Edition:
    """A synthesis that was published and never changes."""

    number: int
    language: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Read:
    """What several sections need, read once."""

    standings: list[Standing]
    means: list[Means]
    asked: list[responses.Asked]
    breakdown: Breakdown | None
    asked_on: date
    on: date


def campaign_named(session: Session, name: str) -> Campaign:
    """A campaign by its short name or its id; raise NotFound."""
    wanted = select(Campaign).where(Campaign.short_name == name)
    found = session.scalar(wanted)
    if found is None and name.isdigit():
        found = session.get(Campaign, int(name))
    if found is None:
        raise NotFound(f"campaign {name}")
    return found


def synthesis_of(session: Session, campaign: Campaign, *, on: date, edition: int = 0) -> Synthesis:
    """Everything that a synthesis of a campaign says on a day; `edition` 0 is not published."""
    read = read_of(session, campaign, on=on)
    done = followed.done_on(session, campaign, on=on)
    promised = followed.commitments(read.standings, done)
    return Synthesis(
        cover=cover(campaign, on=on, edition=edition),
        decision=decision_page(session, campaign, read, promised),
        turnout=turnout(session, campaign, read),
        method=method(campaign, read.breakdown),
        figures=tuple(figure for one in read.asked for figure in responses.figures(session, one)),
        splits=tuple(
            found for one in read.asked if (found := responses.split(session, one)) is not None
        ),
        verbatims=quotes.verbatims(session, campaign, read.standings),
        disagreements=quotes.disagreements(session, campaign),
        votes=ballots.votes(session, campaign, read.standings),
        ways=followed.ways(read.standings, quotes.wordings(session, campaign)),
        answers=followed.answers(read.standings, asked_on=read.asked_on, on=on),
        commitments=promised,
        means=followed.means_lines(read.means, on=on),
        changed=followed.changed(read.standings),
        unchanged=followed.unchanged(read.standings),
    )


def read_of(session: Session, campaign: Campaign, *, on: date) -> Read:
    """Read what several sections need."""
    asked = responses.asked_in(session, campaign, on=on)
    return Read(
        standings=commitments.standings(session, campaign, on=on),
        means=commitments.means(session, campaign),
        asked=asked,
        breakdown=responses.breakdown(session, asked),
        asked_on=min(commitments.asked_on(session, campaign), on),
        on=on,
    )


def cover(campaign: Campaign, *, on: date, edition: int) -> Cover:
    """Who writes to whom, in which edition."""
    later = [one.on for one in campaign.milestones if one.on > on]
    return Cover(
        structure=campaign.structure.name,
        services=tuple(service.name for service in campaign.services),
        campaign=campaign.title.best("fr").text,
        edition=edition,
        on=on,
        is_draft=campaign.state(on) is not CampaignState.CLOSED,
        is_demonstration=campaign.structure.is_demonstration,
        contact=campaign.structure.contact,
        next_meeting=min(later, default=None),
    )


def last_edition(session: Session, campaign: Campaign, language: str) -> int:
    """The number of the last edition in a language, 0 without any."""
    wanted = select(func.max(Snapshot.edition)).where(
        Snapshot.campaign_id == campaign.id,
        Snapshot.kind == SYNTHESIS,
        Snapshot.language == language,
    )
    return session.scalar(wanted) or 0


def editions(session: Session, campaign: Campaign) -> list[Edition]:
    """Every edition that was published, the latest first; a correction stands beside the others."""
    found = session.execute(
        select(Snapshot.edition, Snapshot.language, Snapshot.published_at, Snapshot.published_by)
        .where(Snapshot.campaign_id == campaign.id, Snapshot.kind == SYNTHESIS)
        .order_by(Snapshot.published_at.desc(), Snapshot.id.desc())
    )
    return [Edition(number, tag, day_of(at), by) for number, tag, at, by in found]


def edition_pdf(session: Session, campaign: Campaign, language: str, number: int) -> bytes:
    """A published document, byte for byte; raise NotFound."""
    found = session.scalar(
        select(Snapshot.pdf).where(
            Snapshot.campaign_id == campaign.id,
            Snapshot.kind == SYNTHESIS,
            Snapshot.language == language,
            Snapshot.edition == number,
        )
    )
    if found is None:
        raise NotFound(f"edition {number}")
    return found


def decision_page(
    session: Session, campaign: Campaign, read: Read, promised: Sequence[CommitmentLine]
) -> DecisionPage:
    """Page one."""
    owed = followed.waiting(read.standings, read.means, asked_on=read.asked_on, on=read.on)
    last = ballots.last_result(session, campaign)
    states = Counter(line.progress for line in promised)
    return DecisionPage(
        priorities=followed.priorities(read.standings, commitments.asks(session, campaign), owed),
        waiting=owed,
        states=tuple(sorted(states.items(), key=lambda one: (one[0] != "done", -one[1], one[0]))),
        proposals=len(read.standings),
        answered=sum(1 for one in read.standings if one.decisions),
        median_days=median_delay(read.standings, asked_on=read.asked_on),
        voters=last.ballots if last else 0,
        voted_on=last.on if last else None,
    )


def turnout(session: Session, campaign: Campaign, read: Read) -> Turnout:
    """Who took part, and who is missing."""
    received, published, languages = idea_counts(session, campaign)
    levels = Counter(
        decision.level for one in read.standings for decision in one.current if decision.level
    )
    return Turnout(
        level_aimed=campaign.level_aimed.value,
        levels_stated=tuple(levels.most_common()),
        responses=tuple((one.title, one.responses) for one in read.asked),
        ideas_received=received,
        ideas_published=published,
        idea_languages=languages,
        meetings=tuple(meetings(session, campaign, read.on)),
        milestones=tuple(
            Milestone(one.on, one.words.best("fr").text) for one in campaign.milestones
        ),
        breakdown=read.breakdown,
        missing=lines_of(campaign.missing_people),
        council=campaign.instance,
    )


def idea_counts(session: Session, campaign: Campaign) -> tuple[int, int, int]:
    """Ideas received, ideas published, and the languages of the published ones."""
    ideas = (
        select(func.count(Idea.id))
        .join(Board, Board.id == Idea.board_id)
        .join(Utterance, Utterance.id == Idea.utterance_id)
        .where(Board.campaign_id == campaign.id)
    )
    shown = ideas.where(Utterance.is_publishable, Idea.same_as_id.is_(None))
    languages = shown.with_only_columns(func.count(distinct(Utterance.language)))
    return (
        session.scalar(ideas) or 0,
        session.scalar(shown) or 0,
        session.scalar(languages) or 0,
    )


def meetings(session: Session, campaign: Campaign, on: date) -> list[Meeting]:
    """The workshops that took place."""
    found = session.scalars(
        select(Workshop)
        .where(Workshop.campaign_id == campaign.id, Workshop.on <= on, Workshop.people_present > 0)
        .order_by(Workshop.on, Workshop.id)
    )
    return [
        Meeting(one.on, one.people_present, one.languages_spoken, one.interpreters) for one in found
    ]


def method(campaign: Campaign, breakdown: Breakdown | None) -> Method:
    """The rules that were applied, and how many were helped where that may be told."""
    total = breakdown.responses if breakdown else 0
    by = {row.label: row.count for row in breakdown.assistance} if breakdown else {}
    alone = by.get("alone", 0)
    return Method(
        smallest_shown=FEWEST_SHOWN,
        smallest_split=FEWEST_CROSSED,
        responses=total if alone else 0,
        assisted=total - alone - by.get(responses.NOT_SAID, 0) if alone else 0,
        biases=lines_of(campaign.biases),
    )


def lines_of(text: str) -> tuple[str, ...]:
    """What staff wrote, line by line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
