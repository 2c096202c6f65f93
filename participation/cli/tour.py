"""The addresses of a demonstration that are worth opening."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.ideas.queries import board_of
from participation.questionnaires.queries import openings_of
from participation.storage.engine import Database
from participation.workshops.queries import polls_of

SEASON, TODAY = "a-vous-la-parole", "a-vous-de-jouer"
"""The short names of the finished campaign and of the open one."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing to look at, and where."""

    what: str
    address: str


def stops(database: Database, root: str) -> list[Stop]:
    """Where to go, from the desk to the wall."""
    with database.session() as session:
        return [
            Stop("Desk of the team", f"{root}/fr/desk"),
            Stop("Make this browser a tablet (as marc)", f"{root}/fr/desk/kiosk"),
            Stop("The tablet, once it is one", f"{root}/kiosk"),
            Stop("Questionnaire by link and QR code", f"{root}{link_of(session)}"),
            Stop("Idea board", f"{root}{board_address(session)}"),
            Stop("Projected screen of the vote to come", f"{root}{poll_address(session, TODAY)}"),
            Stop("Phones vote here", f"{root}/v"),
            Stop("Result of the vote of last season", f"{root}{poll_address(session, SEASON)}"),
            Stop("What changed thanks to you", f"{root}/fr/c/{SEASON}/changed"),
        ]


def named(session: Session, short_name: str) -> Campaign:
    """One of the two campaigns."""
    return session.scalars(select(Campaign).where(Campaign.short_name == short_name)).one()


def link_of(session: Session) -> str:
    """The form that is open to phones."""
    found = openings_of(session, named(session, TODAY))
    token = next(one.token for one in found if Channel.LINK in one.channels)
    return f"/q/{token}"


def board_address(session: Session) -> str:
    """The board that takes ideas."""
    board = board_of(session, named(session, TODAY).id)
    return f"/fr/b/{board.id}" if board else "/"


def poll_address(session: Session, short_name: str) -> str:
    """The screen of a campaign's vote."""
    polls = polls_of(session, named(session, short_name).id)
    return f"/fr/screen/{polls[0].code}" if polls else "/"
