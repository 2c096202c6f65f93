"""The QR code alone, as large as the screen or the sheet: in a meeting, on a wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask.typing import ResponseReturnValue
from flask_babel import format_date
from markupsafe import Markup

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.languages import REGISTRY, Language
from participation.questionnaires.rules import ChannelNotOpen
from participation.web.access import named_within_reach, open_to
from participation.web.database import session
from participation.web.languages import language
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.desk import address_of, qr_of
from participation.web.questionnaires.opening import AT, opening_here
from participation.web.render import render
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class CodePage:
    """What templates/questionnaires/code.html may use; `others` are the other titles."""

    template: ClassVar[str] = "questionnaires/code.html"
    title: Words
    others: Sequence[tuple[Language, str]]
    service: str
    address: str
    qr_drawn: Markup
    closes_on: str
    is_open: bool


@questionnaires.get(f"{AT}/<int:opening_id>/code")
@open_to("worker", "manager", "administrator", "reception", "volunteer")
def show_code(short_name: str, opening_id: int) -> ResponseReturnValue:
    """The code of one opening, with its title in every language that it is offered in."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening = opening_here(campaign, opening_id)
    if Channel.LINK not in opening.channels:
        raise ChannelNotOpen
    title, address = opening.version.title, address_of(opening)
    tags = [tag for tag in opening.languages if tag in REGISTRY and title.get(tag)]
    return render(
        CodePage(
            title=title,
            others=[(REGISTRY[tag], title.get(tag)) for tag in tags if tag != language().tag],
            service=opening.service.name,
            address=address,
            qr_drawn=qr_of(address),
            closes_on=format_date(opening.closes_on, "long"),
            is_open=opening.is_open(clock.today()) and campaign.closed_at is None,
        )
    )
