"""Receive one response: exactly once, whole, and without anybody's name."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID, uuid5

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from participation.campaigns.rules import Channel
from participation.clock import now
from participation.errors import Refused, UnknownLanguage
from participation.languages import is_known
from participation.media.rules import Medium
from participation.questionnaires import conditions
from participation.questionnaires.asked import QuestionAsked, VersionAsked
from participation.questionnaires.cuts import advance_cut
from participation.questionnaires.folding import fold_opening
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.kinds.base import Given, Raw
from participation.questionnaires.models import Answer, FreeText, Opening, Response
from participation.questionnaires.queries import asked
from participation.questionnaires.rules import (
    AnswerMissing,
    ArrivedAfterClosing,
    Assistance,
    BadAnswer,
    BadAnswers,
    ChannelNotOpen,
    NothingAnswered,
    OpeningClosed,
    OpeningNotYet,
    closing_moment,
    counts_still,
)
from participation.receipts import operations as receipts
from participation.storage.types import random_id
from participation.voices import operations as voices

KIND = "response"
LATE = "late response"
OTHER = "other response"
Answered = tuple[QuestionAsked, Given]
NO_SOUNDS: Mapping[str, Medium] = {}


def respond(  # noqa: PLR0913  # A response is all of this, and nothing may be forgotten.
    session: Session,
    opening: Opening,
    *,
    gesture: UUID,
    language: str,
    read_in: str,
    channel: Channel,
    assistance: Assistance | None,
    answers: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
    day: date,
    sounds: Mapping[str, Medium] = NO_SOUNDS,
    told_original_may_show: bool = False,
    at: datetime | None = None,
    version: VersionAsked | None = None,
) -> bool:
    """Store one response; False when the same gesture with the same content came before.

    `answers`: question key -> what was chosen (see `Raw`); `texts`: question key -> what was typed;
    `sounds`: question key -> a recording; `at` is when it arrived: with it, what was made before a
    closing still counts for 24 hours. `version` spares reading what is asked. Answers to questions
    that are not asked, given the answers before them, are dropped.

    Raises OpeningClosed, OpeningNotYet, ArrivedAfterClosing, ChannelNotOpen, UnknownLanguage,
    BadAnswers, NothingAnswered and OtherContent.
    """
    refuse_unknown(opening, channel, language, read_in)
    version = version or asked(session, opening.version_id)
    given = read(version, answers, texts, sounds)
    sent: dict[str, Any] = {
        "opening": opening.id,
        "language": language,
        "read_in": read_in,
        "channel": channel,
        "assistance": assistance,
        "answers": {key: list(values) for key, values in answers.items()},
        "texts": dict(texts),
    }
    if sounds:
        sent["sounds"] = {key: sound.digest for key, sound in sounds.items()}
    if not counts(opening, day=day, at=at):
        return came_late(session, opening, gesture, sent, day)
    if not first_time(session, opening, gesture, sent, day):
        return False
    row = {
        "id": random_id(),
        "opening_id": opening.id,
        "language": language,
        "read_in": read_in,
        "channel": channel,
        "assistance": assistance,
        "day": min(day, opening.closes_on),
    }
    store(session, opening, row, given)
    say(session, opening, row, given, told_original_may_show=told_original_may_show)
    advance_cut(session, opening.id, at=at or now(), version=version)
    if opening.campaign.closed_at is not None:
        fold_opening(session, opening.id)
    return True


def refuse_unknown(opening: Opening, channel: Channel, language: str, read_in: str) -> None:
    """The channel is one of the opening, and the page was read in a language of the campaign."""
    if channel not in opening.channels:
        raise ChannelNotOpen
    if not is_known(language) or read_in not in (*opening.campaign.languages, opening.reading):
        raise UnknownLanguage


def read(
    version: VersionAsked,
    answers: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
    sounds: Mapping[str, Medium] = NO_SOUNDS,
) -> list[Answered]:
    """What was answered to each question asked; raise BadAnswers with every refusal.

    A question whose condition is not met is not asked: whatever came for it is dropped. Raises
    NothingAnswered when no question was answered.
    """
    found: dict[str, Given] = {}
    refused: dict[str, Refused] = {}
    for question in version.questions:
        key = question.key
        try:
            raw = Raw(answers.get(key, ()), texts.get(key, ""), sounds.get(key))
            found[key] = read_one_answer(raw, question)
        except Refused as refusal:
            refused[key] = refusal
    shown = questions_asked(version, found)
    given = [(one, found[one.key]) for one in shown if found.get(one.key)]
    refusals = {one.key: refused[one.key] for one in shown if one.key in refused}
    refusals.update(not_asked(version, answers, texts, sounds))
    if refusals:
        raise BadAnswers(refusals)
    if not given:
        raise NothingAnswered
    return given


def questions_asked(version: VersionAsked, found: Mapping[str, Given]) -> list[QuestionAsked]:
    """The questions whose conditions are met by the answers to those before them."""
    answers = {
        one.key: found[one.key].answered(one) for one in version.questions if one.key in found
    }
    keys = set(conditions.asked(((one.key, one.condition) for one in version.questions), answers))
    return [one for one in version.questions if one.key in keys]


def read_one_answer(raw: Raw, question: QuestionAsked) -> Given:
    """What was answered to one question; raise AnswerMissing where the service asks for one."""
    kind = kind_named(question.kind)
    if raw.typed and not kind.types:
        raise BadAnswer(question=question.number)
    given = kind.read(raw, question)
    if question.is_required and not given:
        raise AnswerMissing(question=question.number)
    return given


def not_asked(version: VersionAsked, *sent: Mapping[str, object]) -> dict[str, Refused]:
    """Answers to questions that this version does not have."""
    keys = {question.key for question in version.questions}
    return {key: BadAnswer(question=0) for one in sent for key in one if key not in keys}


def counts(opening: Opening, *, day: date, at: datetime | None) -> bool:
    """Whether a response counts; False when it came too late to count, though it was made before.

    Raises OpeningNotYet, and OpeningClosed when nobody says when it arrived.
    """
    if day < opening.opens_on:
        raise OpeningNotYet(opens_on=opening.opens_on)
    if opening.is_open(day) and opening.campaign.closed_at is None:
        return True
    if at is None:
        raise OpeningClosed
    closed = closing_moment(opening.closes_on, opening.closed_at, opening.campaign.closed_at)
    return counts_still(closed=closed, at=at)


def first_time(
    session: Session, opening: Opening, gesture: UUID, sent: dict[str, Any], day: date
) -> bool:
    """Whether the gesture is new; other content under it is kept aside, once, then refused."""
    try:
        return receipts.first_time(session, kind=KIND, gesture=gesture, content=sent)
    except receipts.OtherContent:
        name = uuid5(gesture, receipts.canonical(sent).decode())
        if receipts.first_time(session, kind=OTHER, gesture=name, content=sent):
            keep_aside(session, opening, OTHER, sent, day)
        raise


def came_late(
    session: Session, opening: Opening, gesture: UUID, sent: dict[str, Any], day: date
) -> bool:
    """False for a response that had counted; any other is kept aside, once, then refused."""
    if receipts.came_before(session, kind=KIND, gesture=gesture, content=sent):
        return False
    if receipts.first_time(session, kind=LATE, gesture=gesture, content=sent):
        keep_aside(session, opening, LATE, sent, day)
    raise ArrivedAfterClosing


def keep_aside(
    session: Session, opening: Opening, kind: str, sent: dict[str, Any], day: date
) -> None:
    """Show what was sent to staff, without counting it."""
    receipts.keep_aside(
        session,
        structure_id=opening.structure_id,
        kind=kind,
        subject=opening.token,
        content=sent,
        day=day,
    )


def store(
    session: Session,
    opening: Opening,
    row: Mapping[str, Any],
    given: Sequence[Answered],
) -> None:
    """One row for the response, and one for each mark."""
    chosen = [
        {
            "id": random_id(),
            "response_id": row["id"],
            "opening_id": opening.id,
            "question_id": question.id,
            "option_id": mark.option.id if mark.option else None,
            "statement_id": mark.statement.id if mark.statement else None,
            "value": mark.value,
        }
        for question, answer in given
        for mark in answer.marks
    ]
    connection = session.connection()
    connection.execute(insert(table(Response)), row)
    connection.execute(insert(table(Answer)), chosen)


def say(
    session: Session,
    opening: Opening,
    row: Mapping[str, Any],
    given: Sequence[Answered],
    *,
    told_original_may_show: bool,
) -> None:
    """Own words become utterances that wait to be read; nothing leads back to the response."""
    for question, answer in given:
        if answer.text or answer.sound:
            utterance = voices.say(
                session,
                structure_id=opening.structure_id,
                language=row["language"],
                text=answer.text,
                sound=answer.sound,
                day=row["day"],
                told_original_may_show=told_original_may_show,
            )
            free = FreeText(
                utterance_id=utterance.id, opening_id=opening.id, question_id=question.id
            )
            session.add(free)
            session.flush()


def table(model: type[Response] | type[Answer]) -> Table:
    """The table of a model: rows written this way cost a third of objects."""
    return cast(Table, model.__table__)
