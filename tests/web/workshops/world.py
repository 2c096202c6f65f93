"""A vote in the small known world: a campaign, three proposals, cards on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from participation import clock
from participation.campaigns.models import Campaign
from participation.people.models import Service
from participation.storage.engine import Database
from participation.wording import Words
from participation.workshops import operations
from participation.workshops.models import Poll
from participation.workshops.rules import Method
from participation.workshops.urns import PrintedCard, key_from
from tests.builders import a_campaign, a_proposal
from tests.conftest import SECRET

KEY = key_from(SECRET)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class World:
    """A poll with its sessions; what it does is committed, as a request would."""

    session: Session
    urns: Session
    campaign: Campaign
    poll: Poll

    def cards(self, real: int = 6, test: int = 0) -> Sequence[PrintedCard]:
        """Cards fresh from the printer."""
        made = operations.print_cards(
            self.session, self.urns, self.poll, key=KEY, real=real, test=test, by="Nadia"
        )
        return self.commit(made)

    def open(self) -> None:
        """The vote begins."""
        operations.open_poll(self.session, self.urns, self.poll, at=clock.now())
        self.commit(None)

    def close(self) -> None:
        """The vote is counted."""
        operations.close_poll(self.session, self.urns, self.poll, at=clock.now())
        self.commit(None)

    def reveal(self, *, group_agrees: bool = False) -> None:
        """The result is shown."""
        operations.reveal_poll(self.session, self.poll, at=clock.now(), group_agrees=group_agrees)
        self.commit(None)

    def commit(self, value: T) -> T:
        """Both sessions, urns first."""
        self.urns.commit()
        self.session.commit()
        return value


def a_world(
    session: Session,
    database: Database,
    service: Service,
    method: Method = Method.DOTS,
    short_name: str = "printemps",
) -> World:
    """A prepared poll on three proposals."""
    campaign = a_campaign(session, service, short_name)
    proposals = [a_proposal(session, campaign, number) for number in (1, 2, 3)]
    urns = database.urn_session()
    question = Words.of(fr="Que faisons-nous en premier ?", ar="بماذا نبدأ؟")
    poll = operations.prepare_poll(
        session, urns, campaign, question=question, method=method, proposals=proposals
    )
    world = World(session, urns, campaign, poll)
    return world.commit(world)


def ballot(card: str, *marks: int, gesture: str = "") -> dict[str, str]:
    """What a phone sends."""
    fields = {f"mark-{position}": str(mark) for position, mark in enumerate(marks, 1)}
    return {"gesture": gesture or str(uuid4()), "card": card, **fields}


def vote(client: FlaskClient, poll: Poll, card: str, *marks: int, **more: str) -> TestResponse:
    """A ballot cast by phone, in French."""
    return client.post(f"/fr/v/{poll.code}", data=ballot(card, *marks, **more))


def phone(app: Flask) -> FlaskClient:
    """Another phone."""
    return app.test_client()
