"""Write a questionnaire, open it, receive responses, close."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignClosed, Channel, DatesReversed, ShortNameTaken
from participation.errors import UnknownLanguage
from participation.people.models import Service
from participation.people.rules import refuse_bad_short_name
from participation.questionnaires.cuts import advance_cut
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.editing import lock
from participation.questionnaires.folding import fold_responses
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.models import Opening, Question, Questionnaire, Version
from participation.questionnaires.receiving import respond
from participation.questionnaires.rules import (
    AlreadyPublished,
    DatesOutsideCampaign,
    DraftChanged,
    NothingToAsk,
    NotPublished,
    WrongService,
    new_token,
)
from participation.questionnaires.writing import (
    complete,
    draft_of,
    refuse_bad_conditions,
    write_question,
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
        title=questionnaire.title,
    )
    session.add(version)
    session.flush()
    return version


def add_question(session: Session, version: Version, draft: QuestionDraft) -> Question:
    """Ask one more question at the end of a draft.

    Raises AlreadyPublished, UnknownKind, BadKey, KeyTaken, QuestionNotWorded, what the kind refuses
    and what refuses a condition.
    """
    if version.published_at is not None:
        raise AlreadyPublished
    number = len(version.questions) + 1
    draft = complete(draft, number=number, others=[one.key for one in version.questions])
    question = Question(version_id=version.id, position=number)
    version.questions.append(question)
    write_question(question, draft)
    refuse_bad_conditions([draft_of(one) for one in version.questions])
    session.flush()
    return question


def publish_version(
    session: Session, version: Version, *, at: datetime, revision: int | None = None
) -> None:
    """Freeze a version, for good, after checking all of it once more.

    `revision` is what the person who publishes saw. Raises AlreadyPublished, DraftChanged,
    NothingToAsk, and what refuses a question or a condition.
    """
    lock(session, version)
    if version.published_at is not None:
        raise AlreadyPublished
    if revision is not None and version.revision != revision:
        raise DraftChanged
    refuse_unfinished([draft_of(one) for one in version.questions])
    version.removed = []
    version.published_at = at
    version.questionnaire.title = version.title
    session.flush()


def refuse_unfinished(questions: Sequence[QuestionDraft]) -> None:
    """Something is asked, and every question could be written again as it is."""
    if not any(kind_named(one.kind).is_answered for one in questions):
        raise NothingToAsk
    keys = [one.key for one in questions]
    for number, one in enumerate(questions, start=1):
        complete(one, number=number, others=keys[: number - 1])
    refuse_bad_conditions(questions)


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


def open_questionnaire(  # noqa: PLR0913  # An opening is all of this.
    session: Session,
    version: Version,
    campaign: Campaign,
    service: Service,
    *,
    channels: Sequence[Channel],
    opens_on: date,
    closes_on: date,
    languages: Sequence[str] = (),
    reading: str = "fr",
) -> Opening:
    """Let people answer a version, in a campaign, at a service, in some of its languages (or all).

    Raises NotPublished, CampaignClosed, WrongService, UnknownLanguage, DatesReversed and
    DatesOutsideCampaign.
    """
    if version.published_at is None:
        raise NotPublished
    if campaign.closed_at is not None:
        raise CampaignClosed
    if service.id not in campaign.service_ids or version.structure_id != campaign.structure_id:
        raise WrongService
    if closes_on < opens_on:
        raise DatesReversed
    if opens_on < campaign.opens_on or closes_on > campaign.closes_on:
        raise DatesOutsideCampaign(first=campaign.opens_on, last=campaign.closes_on)
    offered = [tag for tag in campaign.languages if tag in (languages or campaign.languages)]
    if not offered or not set(languages) <= set(offered) or reading not in version.languages:
        raise UnknownLanguage
    opening = Opening(
        structure_id=campaign.structure_id,
        token=new_token(),
        channels=[Channel(channel).value for channel in channels],
        languages=offered,
        reading=reading,
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
