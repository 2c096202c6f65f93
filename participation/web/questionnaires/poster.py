"""The poster of an opening: its QR code, and what every reader is told before answering."""

from flask import Response, request
from flask.typing import ResponseReturnValue

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.errors import NotFound
from participation.languages import INTERFACE, REGISTRY, Language
from participation.questionnaires import queries
from participation.questionnaires.models import Opening
from participation.questionnaires.pace import minutes_of
from participation.questionnaires.rules import ChannelNotOpen
from participation.web.access import named_within_reach, open_to, within_reach
from participation.web.database import session
from participation.web.documents.invitation import Invitation
from participation.web.documents.renderer import renderer
from participation.web.documents.writing import invitation_html
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.desk import address_of


@questionnaires.get(
    "/<language>/desk/campaigns/<short_name>/questionnaires/<int:opening_id>/poster.pdf"
)
@open_to("worker", "manager", "administrator")
def download_poster(short_name: str, opening_id: int) -> ResponseReturnValue:
    """One sheet with every language of the opening, or with the one that `?only=` names."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening = within_reach(session(), Opening, opening_id)
    if opening.campaign_id != campaign.id:
        raise NotFound
    if Channel.LINK not in opening.channels:
        raise ChannelNotOpen
    only = request.args.get("only", "")
    document = renderer().pdf(invitation_html(invitation_of(opening, readers(opening, only))))
    response = Response(document, mimetype="application/pdf")
    name = "-".join(filter(None, ("poster", short_name, str(opening.id), only)))
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def readers(opening: Opening, only: str = "") -> tuple[Language, ...]:
    """The languages of the sheet, French first. Raises NotFound for one that is not offered."""
    offered = [one for one in INTERFACE if one.tag in opening.languages]
    if only:
        offered = [one for one in offered if one.tag == only]
    if not offered:
        raise NotFound
    return tuple(sorted(offered, key=lambda one: one is not REGISTRY["fr"]))


def invitation_of(opening: Opening, languages: tuple[Language, ...]) -> Invitation:
    """What the poster says of an opening."""
    campaign = opening.campaign
    version = queries.asked(session(), opening.version_id)
    return Invitation(
        languages=languages,
        structure=campaign.structure.name,
        service=opening.service.name,
        campaign=campaign.title,
        title=version.title,
        address=address_of(opening),
        minutes=minutes_of(version.questions),
        last_day=min(opening.closes_on, campaign.closes_on),
        read_when=campaign.read_when,
        emergency=campaign.emergency or campaign.structure.emergency,
        on=clock.today(),
        is_demonstration=campaign.structure.is_demonstration,
    )
