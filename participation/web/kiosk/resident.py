"""The tablet for residents: a language, then what can be done here."""

from collections.abc import Iterator, Sequence

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignState
from participation.commitments.queries import answered_campaigns
from participation.ideas.models import Board
from participation.kiosks.models import Device
from participation.languages import INTERFACE, Language
from participation.questionnaires.queries import open_at_kiosk
from participation.web import devices
from participation.web.access import open_to
from participation.web.database import session
from participation.web.kiosk.blueprint import kiosk
from participation.web.kiosk.pages import Choice, HomePage, LanguagesPage
from participation.web.languages import language
from participation.web.links import has_page
from participation.web.render import render


@kiosk.get("/kiosk")
@open_to("anyone")
def show_languages() -> ResponseReturnValue:
    """What the tablet shows when nobody is there: languages, each by its own name."""
    device = devices.needed_device()
    found = languages_of(offered_at(session(), device))
    addresses = {one.tag: url_for(".show_home", language=one.tag) for one in found}
    team = url_for("people.sign_in", language="fr", next=url_for(".show_device", language="fr"))
    return render(LanguagesPage(device.service.name, found, addresses, asked_in(found), team))


@kiosk.get("/<language>/kiosk")
@open_to("anyone")
def show_home() -> ResponseReturnValue:
    """What can be done here, in one's language."""
    device = devices.needed_device()
    return render(
        HomePage(
            service=device.service.name,
            choices=list(choices_at(session(), device)),
            start=url_for(".show_languages"),
            idle_seconds=devices.idle_seconds(),
        )
    )


def campaigns_at(session: Session, device: Device) -> list[Campaign]:
    """The campaigns that run today in the service of a tablet, oldest first."""
    found = session.scalars(
        select(Campaign)
        .where(
            Campaign.structure_id == device.structure_id,
            Campaign.services.any(id=device.service_id),
        )
        .order_by(Campaign.opens_on, Campaign.id)
    )
    return [one for one in found if one.state(clock.today()) is CampaignState.OPEN]


def offered_at(session: Session, device: Device) -> list[str]:
    """The languages of what is open at a tablet, then those of its campaigns."""
    openings = open_at_kiosk(session, device.service_id, on=clock.today())
    asked = [tag for one in openings for tag in one.languages]
    return asked + [tag for one in campaigns_at(session, device) for tag in one.languages]


def languages_of(tags: list[str]) -> list[Language]:
    """The languages that have screens, in their order; all when nothing is offered."""
    shown = [one for one in INTERFACE if one.tag in tags]
    return sorted(shown, key=lambda one: tags.index(one.tag)) or list(INTERFACE)


def asked_in(languages: list[Language]) -> list[tuple[Language, str]]:
    """The question of this screen in each of the languages that the page is not in."""
    return [(one, in_language(one)) for one in languages if one.tag != language().tag]


def in_language(language: Language) -> str:
    """The question of this screen in one language."""
    with force_locale(language.locale):
        return str(_("Choose your language"))


def choices_at(session: Session, device: Device) -> Iterator[Choice]:
    """Questionnaires in the reader's language first, then ideas, then what changed."""
    for opening in open_at_kiosk(session, device.service_id, on=clock.today()):
        if language().tag not in opening.languages:
            continue
        yield Choice(
            opening.version.title,
            _("Answer questions"),
            url_for("questionnaires.show_kiosk_form", token=opening.token),
            "list",
        )
    campaigns = campaigns_at(session, device)
    for board in boards_of(session, campaigns):
        yield from choices_of_board(board)
    yield from what_changed(answered_campaigns(session, device.service_id))


def boards_of(session: Session, campaigns: list[Campaign]) -> list[Board]:
    """The boards that take ideas today."""
    found = session.scalars(
        select(Board).where(Board.campaign_id.in_([one.id for one in campaigns])).order_by(Board.id)
    )
    return [one for one in found if one.is_open(clock.today())]


def choices_of_board(board: Board) -> Iterator[Choice]:
    """Propose, and read what others proposed."""
    if has_page("ideas.show_propose"):
        address = url_for("ideas.show_propose", board_id=board.id)
        yield Choice(_("Share an idea"), board.title, address, "idea")
    if has_page("ideas.show_board"):
        address = url_for("ideas.show_board", board_id=board.id)
        yield Choice(_("See the ideas"), _("Say “me too”"), address, "me-too")


def what_changed(campaigns: Sequence[Campaign]) -> Iterator[Choice]:
    """What became of what people said."""
    for campaign in campaigns if has_page("commitments.show_changed") else ():
        address = url_for("commitments.show_changed", short_name=campaign.short_name)
        yield Choice(_("What changed thanks to you"), campaign.title, address, "poster")
