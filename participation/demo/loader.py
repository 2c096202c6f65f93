"""Loads the demonstration through the operations of the domains, as people would have done it."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.demo.calendar import Calendar
from participation.demo.folder import NotADemonstration, SignIn
from participation.demo.loading import answering, board, campaigns, listening, people, voting
from participation.demo.loading.stage import Stage
from participation.demo.reading import Scenario, read_scenario
from participation.people.models import Structure
from participation.people.passwords import Passwords
from participation.storage.engine import Database
from participation.workshops.urns import PrintedCard


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What exists nowhere else once it is loaded: passwords, and the codes on the cards."""

    sign_ins: tuple[SignIn, ...]
    cards: tuple[PrintedCard, ...]


def load(
    database: Database, *, passwords: Passwords, card_key: bytes, today: date
) -> Demonstration:
    """Load both campaigns into an empty, migrated database; everything or nothing.

    Raises NotADemonstration when the database holds a structure already.
    """
    story = read_scenario(Calendar.seen_on(today))
    sign_ins = people.new_sign_ins(story)
    hashes = people.hashed(sign_ins, passwords)
    with database.write() as session, database.write_urn() as urns:
        refuse_used(session)
        structure = people.load_structure(session, story)
        stage = Stage(session, urns, story, card_key, structure)
        people.load_services(stage)
        people.load_staff(stage, hashes)
        load_season(stage, story)
        cards = load_open_campaign(stage, today)
    return Demonstration(sign_ins, tuple(cards))


def refuse_used(session: Session) -> None:
    """Never mix invented people with real ones."""
    name = session.scalars(select(Structure.name).order_by(Structure.id)).first()
    if name is not None:
        raise NotADemonstration(folder=name)


def load_season(stage: Stage, story: Scenario) -> None:
    """The finished campaign: listen, understand, choose, answer, act and tell."""
    told = story.setting.campaigns[0]
    campaigns.load_finished(stage)
    campaign = stage.campaigns[told.slug]
    listening.load_questionnaires(stage, published_on=campaign.opens_on - timedelta(days=7))
    listening.load_responses(stage, campaign)
    ends = told.listening_ends or campaign.closes_on
    ideas = board.open_board(stage, campaign, opens_on=campaign.opens_on, closes_on=ends)
    board.load_proposals(stage, campaign, board.load_ideas(stage, ideas))
    voting.load_vote(stage, campaign)
    board.load_remarks(stage)
    answering.load_commitments(stage, answering.load_decisions(stage))
    answering.load_means(stage, campaign)
    answering.load_asks(stage)
    campaigns.close_finished(stage)


def load_open_campaign(stage: Stage, today: date) -> list[PrintedCard]:
    """The campaign of today: a questionnaire by tablet and link, a board, a poll in waiting."""
    campaigns.load_open(stage, today)
    campaign = stage.campaigns["a-vous-de-jouer"]
    listening.open_reception(stage, campaign)
    board.open_board(stage, campaign, opens_on=campaign.opens_on, closes_on=campaign.closes_on)
    return voting.prepare_poll(stage, campaign)
