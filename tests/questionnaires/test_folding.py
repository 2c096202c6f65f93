"""What the first screen promised, kept when the campaign closes."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.disclosure.groups import merge_participation
from participation.questionnaires import operations, queries
from participation.questionnaires.counting import figures_of
from participation.questionnaires.models import Answer, Opening, Response
from participation.questionnaires.rules import Assistance
from tests.questionnaires.test_responding import answer

LANGUAGES = ["fr"] * 9 + ["ar"] * 6 + ["uk"] * 3 + ["en"] * 2


def fill(session: Session, opening: Opening, languages: Sequence[str] = LANGUAGES) -> None:
    """One response for each language; one of the first ones with a channel of its own."""
    for n, language in enumerate(languages):
        answer(
            session,
            opening,
            language=language,
            read_in=language,
            channel=Channel.PAPER if n == 0 else Channel.KIOSK,
            assistance=Assistance.ALONE if n % 2 else None,
            texts={},
        )


def test_rare_values_become_other_and_the_day_goes(
    session: Session, opening: Opening, campaign: Campaign
) -> None:
    fill(session, opening)
    before = figures_of(session, opening.id)
    folded = operations.fold_responses(session, campaign)
    assert queries.participation_by(session, [opening.id], "language") == {
        "fr": 9,
        "ar": 6,
        "other": 5,
    }
    assert queries.participation_by(session, [opening.id], "read_in") == {
        "fr": 9,
        "ar": 6,
        "other": 5,
    }
    assert queries.participation_by(session, [opening.id], "channel") == {"other": 20}
    assert queries.participation_by(session, [opening.id], "assistance") == {"alone": 10, "": 10}
    assert session.scalars(select(Response.day)).all() == [None] * 20
    assert figures_of(session, opening.id) == before
    assert {(one.column, one.values, one.responses) for one in folded} == {
        ("language", ("en", "uk"), 5),
        ("read_in", ("en", "uk"), 5),
        ("channel", ("kiosk", "paper"), 20),
    }


def test_rows_get_new_keys_and_answers_follow(
    session: Session, opening: Opening, campaign: Campaign
) -> None:
    fill(session, opening)
    before = said(session)
    keys = set(session.scalars(select(Response.id)))
    operations.fold_responses(session, campaign)
    after = said(session)
    assert not keys & set(session.scalars(select(Response.id)))
    assert sorted(before) == sorted(after)
    assert len(after) == len(LANGUAGES)


def said(session: Session) -> list[tuple[int, ...]]:
    """What each response answered, without saying which one it is."""
    found: dict[int, list[int]] = {}
    for response_id, option_id in session.execute(
        select(Answer.response_id, Answer.option_id).order_by(Answer.option_id)
    ):
        found.setdefault(response_id, []).append(option_id)
    return [tuple(options) for options in found.values()]


def test_the_order_of_rows_tells_nothing(
    session: Session, opening: Opening, campaign: Campaign
) -> None:
    for n in range(40):
        answer(session, opening, answers={"welcome": ["good" if n < 20 else "bad"]}, texts={})
    operations.fold_responses(session, campaign)
    table = Answer.__table__
    stored = session.connection().execute(select(table.c.option_id)).scalars().all()
    assert list(stored) != sorted(stored)


def test_folding_twice_changes_no_figure(
    session: Session, opening: Opening, campaign: Campaign
) -> None:
    fill(session, opening)
    operations.fold_responses(session, campaign)
    shown = queries.participation_by(session, [opening.id], "language")
    assert operations.fold_responses(session, campaign) == []
    assert queries.participation_by(session, [opening.id], "language") == shown


def test_an_opening_without_responses_is_left_alone(
    session: Session, opening: Opening, campaign: Campaign
) -> None:
    assert operations.fold_responses(session, campaign) == []
    assert queries.answered(session, [opening.id]) == 0


@given(some.dictionaries(some.sampled_from(["fr", "ar", "uk", "en", ""]), some.integers(1, 30)))
def test_nothing_kept_is_held_by_fewer_than_five(held: dict[str, int]) -> None:
    shown = merge_participation(held)
    if shown is not None:
        assert all(size >= 5 for _name, size in shown.groups)
        assert shown.other == 0 or shown.other >= 5
