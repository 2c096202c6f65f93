"""A questionnaire with one question of each kind, open today."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.people.models import Service
from participation.questionnaires import operations
from participation.questionnaires.drafts import OptionDraft, OptionRole, QuestionDraft
from participation.questionnaires.models import Opening, Questionnaire, Version
from participation.wording import Words
from tests import builders

CHANNELS = [Channel.KIOSK, Channel.LINK, Channel.PAPER]


def option(key: str, role: OptionRole = OptionRole.CHOICE) -> OptionDraft:
    """An option with words in two languages."""
    return OptionDraft(key, Words.of(fr=f"Réponse {key}", ar=f"جواب {key}"), "check", role)


def build_questionnaire(session: Session, structure_id: int) -> Questionnaire:
    """A questionnaire with a published version: faces, one choice, several, own words."""
    made = operations.create_questionnaire(
        session, structure_id, short_name="accueil", title=Words.of(fr="Accueil", ar="استقبال")
    )
    version = operations.draft_version(session, made)
    words = Words.of(fr="Question ?", ar="سؤال؟")
    apart = option("dont_know", OptionRole.DONT_KNOW)
    operations.add_question(
        session, version, QuestionDraft(key="welcome", kind="faces", words=words)
    )
    operations.add_question(
        session,
        version,
        QuestionDraft(
            key="understood",
            kind="one_choice",
            words=words,
            options=[option("yes"), option("no"), apart],
        ),
    )
    operations.add_question(
        session,
        version,
        QuestionDraft(
            key="improve",
            kind="several_choices",
            words=words,
            maximum=2,
            options=[
                option("waiting"),
                option("language"),
                option("place"),
                option("nothing", OptionRole.NOTHING),
            ],
        ),
    )
    operations.add_question(
        session, version, QuestionDraft(key="add", kind="free_text", words=words)
    )
    operations.publish_version(session, version, at=clock.now())
    return made


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    """A campaign of the service, open today."""
    return builders.a_campaign(session, service, opens_on=clock.today() - timedelta(days=30))


@pytest.fixture
def version(session: Session, campaign: Campaign) -> Version:
    """The published version."""
    return build_questionnaire(session, campaign.structure_id).versions[0]


@pytest.fixture
def opening(session: Session, campaign: Campaign, service: Service, version: Version) -> Opening:
    """The version, open at the service for ten days around today."""
    made = operations.open_questionnaire(
        session,
        version,
        campaign,
        service,
        channels=CHANNELS,
        opens_on=clock.today() - timedelta(days=5),
        closes_on=clock.today() + timedelta(days=5),
    )
    session.commit()
    return made
