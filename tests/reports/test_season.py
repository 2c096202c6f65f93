"""The synthesis and the poster of a whole season, read back from the database."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.demo.loader import load
from participation.languages import INTERFACE
from participation.people.passwords import passwords_of
from participation.reports import queries
from participation.reports.posters import poster_of
from participation.reports.synthesis import Synthesis
from participation.storage.engine import Database

TODAY = date(2027, 3, 22)


@pytest.fixture(scope="module")
def season(migrated: Database) -> Iterator[Database]:
    """The demonstration, loaded once inside an outer transaction that is rolled back."""
    with migrated.engine.connect() as main, migrated.urn_engine.connect() as urns:
        outer, outer_urns = main.begin(), urns.begin()
        migrated.bound, migrated.bound_urn = main, urns
        load(migrated, passwords=passwords_of(64), card_key=b"a key for tests", today=TODAY)
        yield migrated
        migrated.bound = migrated.bound_urn = None
        outer.rollback()
        outer_urns.rollback()


@pytest.fixture
def opened(season: Database) -> Iterator[Session]:
    """A session on the season."""
    with season.session() as made:
        yield made


@pytest.fixture
def campaign(opened: Session) -> Campaign:
    """The finished campaign."""
    return queries.campaign_named(opened, "a-vous-la-parole")


@pytest.fixture
def synthesis(opened: Session, campaign: Campaign) -> Synthesis:
    """What it says."""
    return queries.synthesis_of(opened, campaign, on=TODAY)


def test_page_one_has_three_priorities_with_all_that_is_asked(synthesis: Synthesis) -> None:
    priorities = synthesis.decision.priorities
    assert [(one.rank, one.votes) for one in priorities] == [(1, 19), (2, 17), (3, 15)]
    for one in priorities:
        assert one.ask is not None
        assert all((one.ask.what, one.ask.of_whom, one.ask.before, one.ask.cost))


def test_every_proposal_has_its_line(synthesis: Synthesis) -> None:
    assert {one.number for one in synthesis.answers} == set(range(1, 13))
    assert synthesis.decision.proposals == 12
    assert synthesis.decision.answered == 12
    assert synthesis.decision.median_days == 28


def test_what_waits_is_counted_in_days_the_longest_first(synthesis: Synthesis) -> None:
    days = [one.days for one in synthesis.decision.waiting]
    assert days == sorted(days, reverse=True)
    assert days[0] == (TODAY - date(2026, 10, 15)).days


def test_the_vote_counts_what_was_not_placed(synthesis: Synthesis) -> None:
    [vote] = synthesis.votes
    assert (vote.ballots, vote.placed, vote.unplaced) == (23, 114, 1)
    assert vote.rows[-1].votes is None


def test_minority_views_stand_beside_the_vote_and_by_themselves(synthesis: Synthesis) -> None:
    assert synthesis.votes[0].rows[0].minority
    assert {one.number for one in synthesis.disagreements} >= {1, 2, 3, 4}


def test_the_rows_of_a_question_add_up_to_its_responses(synthesis: Synthesis) -> None:
    for figure in synthesis.figures:
        if figure.at_most == 1:
            told = sum(row.count for row in figure.rows)
            assert told + figure.declined + figure.without_answer == figure.total


def test_no_group_is_smaller_than_what_may_be_shown(synthesis: Synthesis) -> None:
    breakdown = synthesis.turnout.breakdown
    assert breakdown is not None
    for rows in (breakdown.languages, breakdown.assistance, breakdown.channels):
        assert sum(row.count for row in rows) == breakdown.responses
        assert all(row.count >= 5 for row in rows)
    for split in synthesis.splits:
        assert all(row.responses >= 11 and 1 <= row.tenths <= 9 for row in split.rows)


def test_no_word_that_was_not_published_is_quoted(opened: Session, synthesis: Synthesis) -> None:
    from sqlalchemy import select

    from participation.voices.models import Utterance

    hidden = opened.scalars(
        select(Utterance.text).where(~Utterance.is_publishable).order_by(Utterance.id)
    ).all()
    quoted = {one.french for one in synthesis.verbatims} | {
        one.original for one in synthesis.verbatims
    }
    assert hidden
    assert not quoted & set(hidden)


def test_a_promise_that_is_late_says_so(synthesis: Synthesis) -> None:
    late = [one for one in synthesis.commitments if one.progress == "late"]
    assert late
    assert all(one.result for one in late)


def test_the_open_campaign_says_nothing_of_anybody_yet(opened: Session) -> None:
    campaign = queries.campaign_named(opened, "a-vous-de-jouer")
    found = queries.synthesis_of(opened, campaign, on=TODAY)
    assert found.cover.is_draft
    assert found.figures == ()
    assert found.turnout.breakdown is None
    assert found.decision.priorities == ()


@pytest.mark.parametrize("language", [one.tag for one in INTERFACE])
def test_the_poster_speaks_the_language_of_its_reader(
    opened: Session, campaign: Campaign, language: str
) -> None:
    poster = poster_of(opened, campaign, language, on=TODAY)
    assert len(poster.changes) == 6
    lines = [line for change in poster.changes for line in (change.asked, change.done)]
    assert {line.language for line in lines} == {language}
    assert all(line.text for line in lines)
    assert poster.ongoing
    assert poster.refused
    assert poster.unanswered
    assert poster.is_demonstration


def test_a_synthesis_costs_the_same_with_more_responses(
    season: Database, opened: Session, campaign: Campaign
) -> None:
    from sqlalchemy import event

    asked: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(season.engine, "before_cursor_execute", note)
    queries.synthesis_of(opened, campaign, on=TODAY)
    event.remove(season.engine, "before_cursor_execute", note)
    assert not [one for one in asked if "FROM response" in one and "count" not in one]
    assert not [one for one in asked if "FROM answer" in one and "count" not in one]
