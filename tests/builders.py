"""The small known world of the tests: one structure that asks, another that must see nothing."""

from datetime import date

from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel, ParticipationLevel
from participation.ideas.models import Board, Idea, Proposal
from participation.ideas.rules import Competence, ProposalState
from participation.people import operations as people
from participation.people.models import Account, Service, Structure
from participation.people.rules import Role
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from participation.wording import Words

LANGUAGES = ["fr", "en", "ar", "fa-AF", "uk"]


def a_structure(session: Session, short_name: str = "valbrenne") -> Structure:
    """A structure."""
    return people.create_structure(session, short_name=short_name, name=f"CCAS de {short_name}")


def a_service(session: Session, structure: Structure, short_name: str = "tilleuls") -> Service:
    """A service of a structure."""
    return people.create_service(
        session, structure, short_name=short_name, name=f"Espace {short_name}"
    )


def an_account(
    session: Session,
    structure: Structure,
    role: Role,
    service: Service | None = None,
    *,
    may_publish: bool = False,
) -> Account:
    """Someone of the staff with one role."""
    account = people.create_account(
        session,
        structure,
        sign_in_name=f"{structure.short_name}-{role.value}",
        name=f"{role.value.title()} of {structure.short_name}",
    )
    people.give_role(session, account, role=role, service=service, may_publish=may_publish)
    return account


def a_campaign(
    session: Session, service: Service, short_name: str = "printemps", **changes: object
) -> Campaign:
    """A campaign that is open today in five languages."""
    values: dict[str, object] = {
        "structure_id": service.structure_id,
        "short_name": short_name,
        "title": Words.of(fr="Votre avis", ar="رأيكم", en="Your opinion"),
        "level_aimed": ParticipationLevel.COCONSTRUCTION,
        "languages": LANGUAGES,
        "opens_on": clock.today(),
        "closes_on": date(2099, 1, 1),
        "services": [service],
    }
    campaign = Campaign(**{**values, **changes})
    session.add(campaign)
    session.flush()
    return campaign


def a_board(session: Session, campaign: Campaign) -> Board:
    """A board that takes ideas today."""
    board = Board(
        structure_id=campaign.structure_id,
        campaign_id=campaign.id,
        title=Words.of(fr="Vos idées"),
        opens_on=campaign.opens_on,
        closes_on=campaign.closes_on,
    )
    session.add(board)
    session.flush()
    return board


def an_idea(
    session: Session,
    board: Board,
    text: str = "Un café pour parler français.",
    language: str = "fr",
    moderation: Moderation = Moderation.PUBLISHED,
) -> Idea:
    """An idea that was read and published, unless said otherwise."""
    utterance = Utterance(
        structure_id=board.structure_id,
        language=language,
        text=text,
        day=clock.today(),
        moderation=moderation,
        reason="une raison" if moderation is Moderation.REFUSED else "",
        told_original_may_show=True,
    )
    session.add(utterance)
    session.flush()
    idea = Idea(
        structure_id=board.structure_id,
        board_id=board.id,
        utterance_id=utterance.id,
        channel=Channel.KIOSK,
    )
    session.add(idea)
    session.flush()
    return idea


def a_proposal(
    session: Session, campaign: Campaign, number: int = 1, **changes: object
) -> Proposal:
    """A published proposal."""
    values: dict[str, object] = {
        "structure_id": campaign.structure_id,
        "campaign_id": campaign.id,
        "number": number,
        "title_fr": f"Proposition {number}",
        "title": Words.of(fr=f"Proposition {number}", ar=f"اقتراح {number}"),
        "competence": Competence.SERVICE,
        "state": ProposalState.PUBLISHED,
    }
    proposal = Proposal(**{**values, **changes})
    session.add(proposal)
    session.flush()
    return proposal
