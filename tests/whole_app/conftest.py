"""One of everything, so that each address of the application can be tried."""

from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns import operations as campaigns
from participation.campaigns.rules import Channel
from participation.commitments.models import Commitment, Decision, Means
from participation.commitments.rules import MeansKind, Outcome
from participation.ideas.models import Idea
from participation.kiosks.operations import start_kiosk
from participation.media import operations as media
from participation.media.files import sound
from participation.people.models import Service, Structure
from participation.people.rules import Role
from participation.questionnaires import operations as questionnaires
from participation.questionnaires.drafts import OptionDraft, QuestionDraft
from participation.storage.engine import Database
from participation.voices import operations as voices
from participation.web.people.setting_up import set_up_token
from participation.web.reach.proof import Prover
from participation.wording import Words
from participation.workshops import operations as workshops
from participation.workshops.rules import Method
from tests import builders, sounds


@pytest.fixture
def world(
    app: Flask, session: Session, database: Database, structure: Structure, service: Service
) -> Mapping[str, Any]:
    """A value for each argument of an address; a new argument must be named here."""
    campaign = builders.a_campaign(session, service)
    milestone = campaigns.add_milestone(
        session, campaign, on=clock.today(), words=Words.of(fr="Atelier")
    )
    board = builders.a_board(session, campaign)
    idea = builders.an_idea(session, board)
    first, second = (builders.a_proposal(session, campaign, number) for number in (1, 2))
    account = builders.an_account(session, structure, Role.TRANSLATOR)
    with database.urn_session() as urns:
        poll = workshops.prepare_poll(
            session,
            urns,
            campaign,
            question=Words.of(fr="Que voulez-vous faire ensemble ?"),
            method=Method.DOTS,
            proposals=[first, second],
        )
        urns.commit()
    decision = a_decision(session, first.id, structure.id)
    opening = an_opening(session, structure, service, campaign)
    heard = media.keep(session, sound(sounds.a_wav(), longest=60))
    known = {
        "short_name": campaign.short_name,
        "milestone_id": milestone.id,
        "board_id": board.id,
        "idea_id": idea.id,
        "utterance_id": idea.utterance_id,
        "proposal_id": first.id,
        "account_id": account.id,
        "membership_id": account.memberships[0].id,
        "poll_id": poll.id,
        "code": poll.code,
        "workshop_id": workshops.plan_workshop(
            session, campaign, service, on=clock.today(), begins="14:00", ends="16:00"
        ).id,
        "decision_id": decision.id,
        "commitment_id": a_commitment(session, decision.id, structure.id),
        "means_id": a_means(session, campaign.id, structure.id),
        "opening_id": opening.id,
        "questionnaire_id": opening.version.questionnaire_id,
        "question_id": opening.version.questions[0].id,
        "token": opening.token,
        "device_id": start_kiosk(session, service, name="Accueil", on=clock.today())[0].id,
        "media_id": heard.id,
        "digest": heard.digest,
        "ideas.play_recording": {"utterance_id": a_voice(session, idea.board_id, structure.id)},
        "number": 1,
        "tag": "fr",
        "surface": "tablet",
        "wanted": "json",
        "act": "publish",
        "at": "voted",
        "filename": "css/base.css",
        "reach.show_test": {"token": reach_token(app, structure)},
        **{
            name: {"short_name": "accueil"}
            for name in app.view_functions
            if name.startswith(("editor.", "questionnaires.preview_", "questionnaires.show_paper"))
        },
        "people.set_up": {"token": set_up_token(app.config["PARTICIPATION"])},
    }
    session.commit()
    return known


def reach_token(app: Flask, structure: Structure) -> str:
    """What opens the test page at the address of the test client."""
    key = app.config["PARTICIPATION"].secret_key
    return Prover(key, structure.id).proof("http://localhost", 0).token


def a_voice(session: Session, board_id: int, structure_id: int) -> int:
    """An idea that was said aloud."""
    said = voices.say(
        session,
        structure_id=structure_id,
        language="ar",
        text="",
        sound=sound(sounds.a_wav(), longest=60),
        day=clock.today(),
    )
    session.add(
        Idea(
            structure_id=structure_id,
            board_id=board_id,
            utterance_id=said.id,
            channel=Channel.KIOSK,
        )
    )
    session.flush()
    return said.id


def a_decision(session: Session, proposal_id: int, structure_id: int) -> Decision:
    """A draft."""
    made = Decision(
        structure_id=structure_id,
        proposal_id=proposal_id,
        outcome=Outcome.RETAINED,
        reason_fr="Parce que c’est utile.",
        decider="La direction",
        decided_on=clock.today(),
    )
    session.add(made)
    session.flush()
    return made


def a_commitment(session: Session, decision_id: int, structure_id: int) -> int:
    """What follows from it."""
    made = Commitment(
        structure_id=structure_id,
        decision_id=decision_id,
        what_fr="Un interprète",
        who="L’équipe",
        due_on=clock.today(),
    )
    session.add(made)
    session.flush()
    return made.id


def a_means(session: Session, campaign_id: int, structure_id: int) -> int:
    """Something that was asked for."""
    made = Means(
        structure_id=structure_id,
        campaign_id=campaign_id,
        kind=MeansKind.HOURS,
        asked="Dix heures",
        asked_on=clock.today(),
    )
    session.add(made)
    session.flush()
    return made.id


def an_opening(session: Session, structure: Structure, service: Service, campaign: Any) -> Any:
    """A questionnaire with one question, open at the service."""
    made = questionnaires.create_questionnaire(
        session, structure.id, short_name="accueil", title=Words.of(fr="L’accueil")
    )
    version = questionnaires.draft_version(session, made)
    questionnaires.add_question(
        session,
        version,
        QuestionDraft(
            key="wish",
            kind="one_choice",
            words=Words.of(fr="Que voulez-vous ?"),
            options=[
                OptionDraft("tea", Words.of(fr="Du thé")),
                OptionDraft("talk", Words.of(fr="Parler")),
            ],
        ),
    )
    questionnaires.publish_version(session, version, at=clock.now())
    return questionnaires.open_questionnaire(
        session,
        version,
        campaign,
        service,
        channels=[Channel.KIOSK, Channel.LINK],
        opens_on=campaign.opens_on,
        closes_on=campaign.closes_on,
    )
