"""The demonstration as it stands in the database once it was loaded."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignState
from participation.commitments import queries as commitments
from participation.commitments.models import Decision, Means
from participation.commitments.rules import Outcome
from participation.demo.folder import NotADemonstration
from participation.demo.loader import Demonstration, load
from participation.ideas import queries as ideas
from participation.ideas.models import Board, Idea, Proposal, Support
from participation.people.models import Account, Membership, Structure
from participation.people.passwords import passwords_of
from participation.people.sign_in import Shown, examine
from participation.questionnaires.models import Opening, Response
from participation.storage.engine import Database
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from participation.workshops.models import Card, PlannedCards, Poll, Workshop
from participation.workshops.rules import CardState, PollState

TODAY = date(2029, 6, 1)
KEY = b"a key for tests"
CHEAP = passwords_of(64)


@pytest.fixture(scope="module")
def loaded(migrated: Database) -> Iterator[tuple[Database, Demonstration]]:
    """The demonstration, loaded once inside an outer transaction that is rolled back."""
    with migrated.engine.connect() as main, migrated.urn_engine.connect() as urns:
        outer, outer_urns = main.begin(), urns.begin()
        migrated.bound, migrated.bound_urn = main, urns
        yield migrated, load(migrated, passwords=CHEAP, card_key=KEY, today=TODAY)
        migrated.bound = migrated.bound_urn = None
        outer.rollback()
        outer_urns.rollback()


@pytest.fixture
def session(loaded: tuple[Database, Demonstration]) -> Iterator[Session]:
    with loaded[0].session() as opened:
        yield opened


@pytest.fixture
def season(session: Session) -> Campaign:
    return campaign_named(session, "a-vous-la-parole")


@pytest.fixture
def running(session: Session) -> Campaign:
    return campaign_named(session, "a-vous-de-jouer")


def campaign_named(session: Session, name: str) -> Campaign:
    return session.scalars(select(Campaign).where(Campaign.short_name == name)).one()


def test_a_second_load_is_refused(loaded: tuple[Database, Demonstration]) -> None:
    with pytest.raises(NotADemonstration):
        load(loaded[0], passwords=CHEAP, card_key=KEY, today=TODAY)


def test_the_structure_says_that_it_is_invented(session: Session) -> None:
    structure = session.scalars(select(Structure)).one()
    assert structure.is_demonstration
    assert "tout est inventé" in structure.contact


def test_everybody_of_the_staff_can_sign_in(
    loaded: tuple[Database, Demonstration], session: Session
) -> None:
    at = clock.now()
    sign_ins = loaded[1].sign_ins
    shown = {
        examine(session, CHEAP, sign_in_name=one.sign_in_name, secret=one.password, at=at).shown
        for one in sign_ins
    }
    assert shown == {Shown.PASSWORD}
    assert len({one.password for one in sign_ins}) == len(sign_ins) == 9
    assert {one.role for one in sign_ins} == {
        "manager",
        "worker",
        "reception",
        "volunteer",
        "administrator",
    }


def test_only_the_director_publishes(session: Session) -> None:
    names = session.scalars(
        select(Account.name).join(Membership).where(Membership.may_publish)
    ).all()
    assert names == ["Hélène Marchetti"]


def test_the_season_is_closed_and_the_other_runs(season: Campaign, running: Campaign) -> None:
    assert season.state(TODAY) is CampaignState.CLOSED
    assert season.closed_at is not None
    assert season.closes_on == TODAY - timedelta(days=7)
    assert running.state(TODAY) is CampaignState.OPEN
    assert (TODAY - running.opens_on, running.closes_on - TODAY) == (
        timedelta(days=7),
        timedelta(days=21),
    )
    assert season.notice == running.notice
    assert len(season.notice) == 6


def test_every_response_arrived_and_nothing_tells_of_few(
    session: Session, season: Campaign
) -> None:
    counted = session.execute(
        select(Opening.version_id, func.count())
        .join(Response, Response.opening_id == Opening.id)
        .where(Opening.campaign_id == season.id)
        .group_by(Opening.version_id)
        .order_by(Opening.version_id)
    ).all()
    assert [count for _, count in counted] == [86, 64, 19]
    assert session.scalars(select(Response.day).distinct()).all() == [None]
    spoken = Counter(
        session.scalars(
            select(Response.language)
            .join(Opening)
            .where(Opening.version_id == counted[0][0])
            .order_by(Response.id)
        )
    )
    assert spoken == {"fr": 38, "ar": 17, "fa-AF": 11, "uk": 8, "en": 7, "other": 5}


def test_the_board_shows_the_ideas_and_never_the_complaint(
    session: Session, season: Campaign
) -> None:
    board = session.scalars(select(Board).where(Board.campaign_id == season.id)).one()
    shown = ideas.ideas_on_board(session, board).ideas
    assert len(shown) == 18
    assert "Devaux" not in repr(shown)
    states = Counter(
        session.scalars(
            select(Utterance.moderation)
            .join(Idea, Idea.utterance_id == Utterance.id)
            .order_by(Utterance.id)
        )
    )
    assert states == {Moderation.PUBLISHED: 20, Moderation.REROUTED: 1}
    assert max(idea.support for idea in shown) == 18
    assert session.scalar(select(func.count()).select_from(Support)) == sum(
        idea.support for idea in shown
    )


def test_an_oral_idea_keeps_its_language(session: Session) -> None:
    [oral] = session.scalars(select(Utterance).where(Utterance.is_oral)).all()
    assert (oral.language, oral.written_in) == ("snk", "fr")
    assert (oral.text or "").startswith("Nous les hommes de la résidence")


def test_the_vote_has_the_totals_of_the_story(session: Session, season: Campaign) -> None:
    poll = session.scalars(select(Poll).where(Poll.campaign_id == season.id)).one()
    assert poll.state is PollState.REVEALED
    assert poll.tally is not None
    assert poll.tally.figures["totals"] == [19, 17, 15, 14, 12, 10, 8, 7, 6, 4, 2]
    assert (poll.tally.figures["ballots"], poll.tally.figures["blank"]) == (23, 0)
    meeting = session.scalars(select(Workshop)).one()
    assert (meeting.people_present, meeting.languages_spoken, meeting.interpreters) == (23, 9, 2)
    assert poll.workshop_id == meeting.id


def test_every_proposal_has_a_published_answer(session: Session, season: Campaign) -> None:
    found = commitments.standings(session, season, on=TODAY)
    assert [one.number for one in found] == list(range(1, 13))
    assert [one.rank for one in found] == [*range(1, 12), None]
    assert all(one.current and not one.drafts for one in found)
    assert sum(len(one.decisions) for one in found) == 19
    waiting = [
        line for line in commitments.owed(session, season, found, on=TODAY) if not line.is_means
    ]
    assert sorted((line.number, line.part, line.days) for line in waiting) == [
        (3, "Machine à laver", 130),
        (5, "Permis de conduire", 130),
        (10, "Sport des femmes, jeudi matin", 81),
    ]
    assert all(line.owed_by for line in waiting)


def test_sixteen_commitments_stand_as_the_story_says(session: Session, season: Campaign) -> None:
    lines = [
        line for one in commitments.standings(session, season, on=TODAY) for line in one.commitments
    ]
    states = Counter("late" if line.is_late else line.progress.value for line in lines)
    assert states == {"done": 9, "in_progress": 5, "late": 1, "partly_done": 1}
    assert [line.what.get("fr") for line in lines if line.is_late] == [
        "Deux plaques de cuisson de plus à la cuisine de la résidence"
    ]
    assert sum(line.residents > 0 for line in lines) == 8


def test_a_refused_means_has_words_and_silence_has_none(session: Session) -> None:
    means = session.scalars(select(Means).order_by(Means.id)).all()
    assert [
        one.asked.split("\N{NO-BREAK SPACE}:")[0] for one in means if one.is_granted is False
    ] == ["Garde d’enfants pendant les ateliers"]
    assert sum(one.is_granted is None for one in means) == 1
    assert len(commitments.asks(session, session.scalars(select(Proposal)).first().campaign)) == 3


def test_the_bus_was_refused_for_want_of_competence(session: Session) -> None:
    refused = session.scalars(
        select(Decision).where(Decision.outcome == Outcome.NOT_RETAINED).order_by(Decision.id)
    ).all()
    assert [(one.part, one.forwarded_to) for one in refused] == [
        ("Bus du soir", "Val Mobilités"),
        ("Armoire à vêtements", ""),
    ]


def test_the_open_campaign_is_empty_and_ready(
    loaded: tuple[Database, Demonstration], session: Session, running: Campaign
) -> None:
    [opening] = session.scalars(select(Opening).where(Opening.campaign_id == running.id)).all()
    assert opening.channels == ["kiosk", "link"]
    assert opening.is_open(TODAY)
    [board] = session.scalars(select(Board).where(Board.campaign_id == running.id)).all()
    assert board.is_open(TODAY)
    assert len(board.themes) == 11
    for model, column in ((Response, Response.opening_id), (Idea, Idea.board_id)):
        here = opening.id if model is Response else board.id
        assert session.scalar(select(func.count()).select_from(model).where(column == here)) == 0
    poll = session.scalars(select(Poll).where(Poll.campaign_id == running.id)).one()
    assert (poll.state, poll.dots, poll.cap, poll.lines) == (PollState.PREPARED, 5, 3, [])
    planned = session.get_one(PlannedCards, poll.id)
    assert (planned.real, planned.test) == (30, 10)
    with loaded[0].urn_session() as urns:
        kept = urns.scalars(
            select(Card.state).where(Card.poll_id == poll.id).order_by(Card.code_mac)
        )
        assert Counter(kept) == {CardState.UNUSED: 30, CardState.TEST: 10}
    assert Counter(card.is_test for card in loaded[1].cards) == {False: 30, True: 10}
