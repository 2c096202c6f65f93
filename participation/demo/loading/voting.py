"""The workshop's vote, cast card by card; and the poll that waits in the open campaign."""

from uuid import uuid4

from participation.campaigns.models import Campaign
from participation.demo.ballots import workshop_ballots
from participation.demo.loading.stage import Stage, moment
from participation.workshops import operations as workshops
from participation.workshops.models import Poll, Workshop
from participation.workshops.rules import Method
from participation.workshops.urns import Ballots, PrintedCard, cast


def load_vote(stage: Stage, campaign: Campaign) -> None:
    """The poll of the workshop: opened, cast, closed, revealed."""
    told = stage.story.choosing
    voted = {one.number: stage.proposals[one.number] for one in told.proposals if one.dots}
    poll = workshops.prepare_poll(
        stage.session,
        stage.urns,
        campaign,
        question=told.poll.title,
        method=Method.DOTS,
        proposals=list(voted.values()),
        dots=told.poll.dots,
        cap=told.poll.cap,
        workshop=load_workshop(stage, campaign),
    )
    cards = print_cards(stage, poll, real=told.poll.voters, test=0)
    day = told.workshop.day
    workshops.open_poll(stage.session, stage.urns, poll, at=moment(day, 15))
    cast_all(stage, poll, cards, {number: place for place, number in enumerate(voted, 1)})
    workshops.close_poll(stage.session, stage.urns, poll, at=moment(day, 16))
    workshops.reveal_poll(stage.session, poll, at=moment(day, 16))


def load_workshop(stage: Stage, campaign: Campaign) -> Workshop:
    """The meeting, with who was there as counts."""
    told = stage.story.choosing.workshop
    return workshops.plan_workshop(
        stage.session,
        campaign,
        stage.services[told.service],
        on=told.day,
        begins=told.begins,
        ends=told.ends,
        people_present=told.present,
        languages_spoken=told.languages_spoken,
        interpreters=told.interpreters,
        volunteer_hours=told.volunteer_hours,
    )


def cast_all(stage: Stage, poll: Poll, cards: list[PrintedCard], places: dict[int, int]) -> None:
    """One card, one ballot."""
    told = stage.story.choosing
    ballots = workshop_ballots(told.proposals, told.poll)
    for card, ballot in zip(cards, ballots, strict=True):
        given = {str(places[number]): dots for number, dots in ballot.items()}
        cast(
            stage.urns,
            Ballots.of(poll),
            key=stage.card_key,
            code=card.code,
            gesture=uuid4(),
            given=given,
        )


def prepare_poll(stage: Stage, campaign: Campaign) -> list[PrintedCard]:
    """The poll of the open campaign, without proposals yet, and its cards."""
    told = stage.story.setting.prepared_poll
    poll = workshops.prepare_poll(
        stage.session,
        stage.urns,
        campaign,
        question=told.title,
        method=Method.DOTS,
        proposals=[],
        dots=told.dots,
        cap=told.cap,
    )
    return print_cards(stage, poll, real=told.real_cards, test=told.test_cards)


def print_cards(stage: Stage, poll: Poll, *, real: int, test: int) -> list[PrintedCard]:
    """Cards, as the desk prints them."""
    return workshops.print_cards(
        stage.session,
        stage.urns,
        poll,
        key=stage.card_key,
        real=real,
        test=test,
        by=stage.name_of("thomas"),
    )
