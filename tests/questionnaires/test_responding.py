"""One response: stored once, whole, and without anybody's name."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.errors import TooLong, UnknownLanguage
from participation.questionnaires import operations, queries
from participation.questionnaires.models import Answer, Cut, FreeText, Opening, Response
from participation.questionnaires.rules import (
    ArrivedAfterClosing,
    Assistance,
    BadAnswer,
    BadAnswers,
    ChannelNotOpen,
    ContradictoryChoices,
    NothingAnswered,
    OpeningClosed,
    OpeningNotYet,
    TooManyChoices,
)
from participation.receipts.models import Aside
from participation.receipts.operations import OtherContent
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from tests.questionnaires.counted import counted

WHOLE = {
    "welcome": ["good"],
    "understood": ["dont_know"],
    "improve": ["waiting", "place"],
}


def answer(session: Session, opening: Opening, gesture: UUID | None = None, **changes: Any) -> bool:
    """Respond in Arabic at the kiosk, unless said otherwise."""
    values: dict[str, Any] = {
        "language": "ar",
        "read_in": "ar",
        "channel": Channel.KIOSK,
        "assistance": Assistance.ALONE,
        "answers": WHOLE,
        "texts": {"add": "شكرًا لكم"},
        "day": clock.today(),
    }
    return operations.respond(session, opening, gesture=gesture or uuid4(), **{**values, **changes})


def stored(session: Session) -> int:
    """How many responses there are."""
    return session.scalar(select(func.count()).select_from(Response)) or 0


def test_everything_that_was_said_is_stored(session: Session, opening: Opening) -> None:
    assert answer(session, opening)
    response = session.scalars(select(Response)).one()
    assert (response.language, response.channel, response.assistance, response.day) == (
        "ar",
        Channel.KIOSK,
        Assistance.ALONE,
        clock.today(),
    )
    figures = counted(session, opening)
    assert {one.key: one.count for one in figures["improve"].options} == {
        "waiting": 1,
        "language": 0,
        "place": 1,
        "nothing": 0,
    }
    assert figures["improve"].answered == 1
    assert figures["add"].texts == 1
    assert session.scalar(select(func.count()).select_from(Answer)) == 5


def test_own_words_wait_to_be_read_and_lead_to_nobody(session: Session, opening: Opening) -> None:
    answer(session, opening, told_original_may_show=True)
    words = session.scalars(select(Utterance)).one()
    assert words.text == "شكرًا لكم"
    assert words.language == "ar"
    assert words.moderation is Moderation.WAITING
    assert words.told_original_may_show
    assert session.scalars(select(FreeText)).one().utterance_id == words.id
    assert not [one for one in FreeText.__table__.columns if "response" in one.name]


def test_the_same_gesture_counts_once(session: Session, opening: Opening) -> None:
    gesture = uuid4()
    assert answer(session, opening, gesture)
    assert not answer(session, opening, gesture)
    assert stored(session) == 1
    assert session.scalar(select(func.count()).select_from(Utterance)) == 1


def test_other_content_under_a_gesture_is_kept_aside_once(
    session: Session, opening: Opening
) -> None:
    gesture = uuid4()
    answer(session, opening, gesture)
    for _again in range(2):
        with pytest.raises(OtherContent):
            answer(session, opening, gesture, answers={"welcome": ["bad"]})
    assert stored(session) == 1
    aside = session.scalars(select(Aside)).one()
    assert aside.subject == opening.token
    assert aside.content["answers"] == {"welcome": ["bad"]}  # type: ignore[index]  # a JSON value


@pytest.mark.parametrize(
    ("answers", "texts", "key", "refusal"),
    [
        ({"understood": ["perhaps"]}, {}, "understood", BadAnswer),
        ({"understood": ["yes", "no"]}, {}, "understood", BadAnswer),
        ({"understood": ["yes", "dont_know"]}, {}, "understood", ContradictoryChoices),
        ({"welcome": ["neutral"]}, {}, "welcome", BadAnswer),
        ({"improve": ["waiting", "language", "place"]}, {}, "improve", TooManyChoices),
        ({"improve": ["nothing", "place"]}, {}, "improve", ContradictoryChoices),
        ({"age": ["30"]}, {}, "age", BadAnswer),
        ({}, {"add": "x" * 2001}, "add", TooLong),
    ],
)
def test_an_answer_that_was_not_offered_changes_nothing(
    session: Session,
    opening: Opening,
    answers: dict[str, list[str]],
    texts: dict[str, str],
    key: str,
    refusal: type[Exception],
) -> None:
    with pytest.raises(BadAnswers) as refused:
        answer(session, opening, answers=answers, texts=texts)
    assert type(refused.value.found[key]) is refusal
    assert stored(session) == 0


def test_choosing_the_same_option_twice_is_choosing_it_once(
    session: Session, opening: Opening
) -> None:
    answer(session, opening, answers={"understood": ["yes", "yes"]}, texts={})
    assert session.scalar(select(func.count()).select_from(Answer)) == 1


@pytest.mark.parametrize("texts", [{}, {"add": ""}, {"add": " \u200b\n "}])
def test_nothing_answered_is_nothing_stored(
    session: Session, opening: Opening, texts: dict[str, str]
) -> None:
    with pytest.raises(NothingAnswered):
        answer(session, opening, answers={"welcome": []}, texts=texts)
    assert stored(session) == 0


def test_a_language_that_the_campaign_does_not_have_is_refused(
    session: Session, opening: Opening
) -> None:
    for language, read_in in (("xx", "fr"), ("ti", "ti")):
        with pytest.raises(UnknownLanguage):
            answer(session, opening, language=language, read_in=read_in)


def test_somebody_may_speak_a_language_that_has_no_page(session: Session, opening: Opening) -> None:
    assert answer(session, opening, language="tr", read_in="fr", channel=Channel.PAPER)


def test_a_channel_that_is_not_open_is_refused(session: Session, opening: Opening) -> None:
    with pytest.raises(ChannelNotOpen):
        answer(session, opening, channel=Channel.ROOM)


def test_before_the_first_day_nothing_is_taken(session: Session, opening: Opening) -> None:
    with pytest.raises(OpeningNotYet):
        answer(session, opening, day=opening.opens_on - timedelta(days=1))


def test_after_the_last_day_nothing_is_taken(session: Session, opening: Opening) -> None:
    with pytest.raises(OpeningClosed):
        answer(session, opening, day=opening.closes_on + timedelta(days=1))


def end_of(opening: Opening) -> datetime:
    """The moment when the last day of an opening ends where the services are."""
    day = opening.closes_on + timedelta(days=1)
    return datetime.combine(day, time(), tzinfo=clock.LOCAL)


def test_what_was_made_before_the_closing_counts_for_a_day(
    session: Session, opening: Opening
) -> None:
    at = end_of(opening) + timedelta(hours=23)
    assert answer(session, opening, day=clock.day_of(at), at=at)
    assert session.scalars(select(Response.day)).one() == opening.closes_on


def test_later_it_is_kept_aside_and_said(session: Session, opening: Opening) -> None:
    at, gesture = end_of(opening) + timedelta(hours=25), uuid4()
    for _again in range(2):
        with pytest.raises(ArrivedAfterClosing):
            answer(session, opening, gesture, day=clock.day_of(at), at=at)
    assert stored(session) == 0
    assert session.scalars(select(Aside.kind)).all() == ["late response"]


def test_a_response_that_had_counted_is_not_late(session: Session, opening: Opening) -> None:
    gesture = uuid4()
    answer(session, opening, gesture)
    at = end_of(opening) + timedelta(days=3)
    assert not answer(session, opening, gesture, day=clock.day_of(at), at=at)


def test_an_opening_closed_by_hand_takes_what_was_on_its_way(
    session: Session, opening: Opening
) -> None:
    operations.close_opening(session, opening, at=clock.now())
    assert answer(session, opening, at=clock.now() + timedelta(hours=1))
    with pytest.raises(ArrivedAfterClosing):
        answer(session, opening, at=clock.now() + timedelta(hours=25))


def test_a_late_response_to_a_closed_campaign_is_folded_at_once(
    session: Session, opening: Opening, campaign: Campaign
) -> None:
    campaign.closed_at = clock.now()
    assert answer(session, opening, at=clock.now() + timedelta(hours=1))
    response = session.scalars(select(Response)).one()
    assert (response.language, response.day) == ("other", None)


def test_figures_advance_by_five_responses(session: Session, opening: Opening) -> None:
    seen = []
    for _one in range(11):
        answer(session, opening)
        cut = session.get(Cut, opening.id)
        seen.append(cut.responses if cut else 0)
    assert seen == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]
    operations.close_opening(session, opening, at=clock.now())
    assert queries.cut_of(session, opening.id).responses == 11  # type: ignore[union-attr]  # it is there
