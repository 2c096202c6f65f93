"""Write a questionnaire, open it, receive responses, close."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignClosed, Channel, DatesReversed, ShortNameTaken
from participation.people.models import Service
from participation.people.rules import refuse_bad_short_name
from participation.questionnaires.cuts import advance_cut
from participation.questionnaires.folding import fold_responses
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.models import Opening, Option, Question, Questionnaire, Version
from participation.questionnaires.ready import Ready
from participation.questionnaires.receiving import respond
from participation.questionnaires.rules import (
    AlreadyPublished,
    KeyTaken,
    NothingToAsk,
    NotPublished,
    OptionDraft,
    QuestionNotWorded,
    WrongService,
    new_token,
    twice,
)
from participation.wording import Words

__all__ = [
    "add_question",
    "close_opening",
    "create_questionnaire",
    "draft_version",
    "fold_responses",
    "open_questionnaire",
    "publish_version",
    "respond",
    "take_ready",
]


def create_questionnaire(
    session: Session, structure_id: int, *, short_name: str, title: Words
) -> Questionnaire:
    """Begin a questionnaire, without any version. Raises BadShortName, ShortNameTaken."""
    refuse_bad_short_name(short_name)
    if session.scalar(select(Questionnaire.id).where(Questionnaire.short_name == short_name)):
        raise ShortNameTaken(name=short_name)
    made = Questionnaire(structure_id=structure_id, short_name=short_name, title=title)
    session.add(made)
    session.flush()
    return made


def draft_version(session: Session, questionnaire: Questionnaire) -> Version:
    """Begin the next version, empty."""
    last = session.scalar(
        select(func.max(Version.number)).where(Version.questionnaire_id == questionnaire.id)
    )
    version = Version(
        structure_id=questionnaire.structure_id,
        questionnaire_id=questionnaire.id,
        number=(last or 0) + 1,
    )
    session.add(version)
    session.flush()
    return version


def add_question(  # noqa: PLR0913  # A question is all of this.
    session: Session,
    version: Version,
    *,
    key: str,
    kind: str,
    words: Words,
    options: Sequence[OptionDraft] = (),
    maximum: int | None = None,
    hint: Words = Words(),  # noqa: B008  # Words is immutable.
    pictogram: str = "",
) -> Question:
    """Ask one more question at the end of a draft.

    Raises AlreadyPublished, UnknownKind, KeyTaken, QuestionNotWorded, and what the kind refuses.
    """
    if version.published_at is not None:
        raise AlreadyPublished
    position = len(version.questions) + 1
    offered = kind_named(kind).offered(options, number=position)
    refuse_unworded(version, key, words, offered)
    question = Question(
        version_id=version.id,
        key=key,
        position=position,
        kind=kind,
        words=words,
        hint=hint,
        pictogram=pictogram,
        maximum=maximum,
        options=[stored(option, place) for place, option in enumerate(offered, start=1)],
    )
    version.questions.append(question)
    session.flush()
    return question


def refuse_unworded(
    version: Version, key: str, words: Words, options: Sequence[OptionDraft]
) -> None:
    """Every key is used once, and everything is worded in French at least."""
    taken = twice([*(question.key for question in version.questions), key])
    taken = taken or twice([option.key for option in options])
    if taken:
        raise KeyTaken(key=taken)
    for name, worded in ((key, words), *((option.key, option.words) for option in options)):
        if not worded.get("fr"):
            raise QuestionNotWorded(key=name)


def stored(option: OptionDraft, position: int) -> Option:
    """An option as the database keeps it."""
    return Option(
        key=option.key,
        position=position,
        role=option.role,
        words=option.words,
        pictogram=option.pictogram,
    )


def publish_version(session: Session, version: Version, *, at: datetime) -> None:
    """Freeze a version, for good. Raises AlreadyPublished, NothingToAsk."""
    if version.published_at is not None:
        raise AlreadyPublished
    if not version.questions:
        raise NothingToAsk
    version.published_at = at
    session.flush()


def take_ready(session: Session, structure_id: int, ready: Ready, *, at: datetime) -> Version:
    """Make a ready model the structure's own, and publish it as it is."""
    made = create_questionnaire(
        session,
        structure_id,
        short_name=free_short_name(session, ready.short_name),
        title=ready.title,
    )
    version = draft_version(session, made)
    for one in ready.questions:
        add_question(
            session,
            version,
            key=one.key,
            kind=one.kind,
            words=one.words,
            options=one.options,
            maximum=one.maximum,
            pictogram=one.pictogram,
        )
    publish_version(session, version, at=at)
    return version


def free_short_name(session: Session, wanted: str) -> str:
    """The name itself, or with the first number that no structure has taken."""
    taken = set(
        session.scalars(
            select(Questionnaire.short_name)
            .where(Questionnaire.short_name.startswith(wanted, autoescape=True))
            .order_by(Questionnaire.short_name)
        )
    )
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def open_questionnaire(
    session: Session,
    version: Version,
    campaign: Campaign,
    service: Service,
    *,
    channels: Sequence[Channel],
    opens_on: date,
    closes_on: date,
) -> Opening:
    """Let people answer a version, in a campaign, at a service.

    Raises NotPublished, CampaignClosed, WrongService and DatesReversed.
    """
    if version.published_at is None:
        raise NotPublished
    if campaign.closed_at is not None:
        raise CampaignClosed
    if service.id not in campaign.service_ids or version.structure_id != campaign.structure_id:
        raise WrongService
    if closes_on < opens_on:
        raise DatesReversed
    opening = Opening(
        structure_id=campaign.structure_id,
        token=new_token(),
        channels=[Channel(channel).value for channel in channels],
        opens_on=opens_on,
        closes_on=closes_on,
        version=version,
        campaign=campaign,
        service=service,
    )
    session.add(opening)
    session.flush()
    return opening


def close_opening(session: Session, opening: Opening, *, at: datetime) -> None:
    """Take no more responses, and show all that came. Closing twice changes nothing more."""
    if opening.closed_at is None:
        opening.closed_at = at
        session.flush()
        advance_cut(session, opening.id, at=at, is_last=True)
