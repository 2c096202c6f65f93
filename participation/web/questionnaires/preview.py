"""A questionnaire as residents will meet it, before anybody does: nothing can be sent from here."""

from dataclasses import dataclass

from flask import Response, g, make_response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import refresh

from participation import clock
from participation.campaigns.models import Campaign
from participation.errors import NotFound
from participation.languages import INTERFACE, REGISTRY
from participation.people.models import Service, Structure
from participation.questionnaires import queries
from participation.questionnaires.copying import last_version
from participation.questionnaires.models import Opening, Questionnaire, Version
from participation.web.access import named_within_reach, open_to
from participation.web.database import session
from participation.web.languages import language
from participation.web.numbers import number_asked
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.forms import HOLE, Known
from participation.web.questionnaires.opening_form import OPENERS
from participation.web.questionnaires.resident import draw_form
from participation.web.questionnaires.sent import Sent
from participation.web.questionnaires.surface import KIOSK, LINK, Surface
from participation.web.security import POLICY
from participation.wording import Words

AT = "/<language>/desk/editor/<short_name>/preview"
SURFACES = {"tablet": KIOSK, "telephone": LINK}
FRAMED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
UNSENDABLE = FRAMED.replace("form-action 'self'", "form-action 'none'")
"""The browser itself refuses to send the form; besides, nothing answers a POST there."""


@dataclass(frozen=True, slots=True)
class Preview(Surface):
    """A surface whose every way leads back to the same preview."""

    address: str = ""

    def form(self, token: str, tag: str) -> str:
        """The same preview in another language."""
        return self.address.replace("/TAG/", f"/{tag}/")

    def start(self, token: str) -> str:
        """Erasing begins the preview anew."""
        return self.form(token, language().tag)

    def thanks(self, token: str, tag: str) -> str:
        """Nobody gets there."""
        return self.form(token, tag)


@questionnaires.get(f"{AT}/<surface>/<tag>/form")
@open_to(*OPENERS)
def preview_form(short_name: str, surface: str, tag: str) -> ResponseReturnValue:
    """The real form of a draft or a published version, to be looked at in a frame of the desk."""
    version = version_to_show(short_name)
    if surface not in SURFACES or tag not in {one.tag for one in INTERFACE}:
        raise NotFound
    shown = preview_surface(short_name, surface, version)
    speak(tag)
    page = draw_form(known(version), shown, Sent(gesture=HOLE))
    return framed(page, UNSENDABLE)


def version_to_show(short_name: str) -> Version:
    """The version that `?version=` numbers, else the last one; raise NotFound."""
    questionnaire = named_within_reach(session(), Questionnaire, short_name)
    if number := number_asked("version"):
        found = [one for one in questionnaire.versions if one.number == number]
        version = found[0] if found else None
    else:
        version = last_version(session(), questionnaire)
    if version is None:
        raise NotFound
    return version


def preview_surface(short_name: str, surface: str, version: Version) -> Preview:
    """The surface with addresses of this preview, in the language of the desk."""
    real = SURFACES[surface]
    address = url_for(
        ".preview_form",
        short_name=short_name,
        surface=surface,
        tag="TAG",
        version=version.number,
    )
    return Preview(real.name, real.channel, real.layout, address)


def speak(tag: str) -> None:
    """From here on the page is in another language than the desk."""
    g.language = REGISTRY[tag]
    refresh()


def known(version: Version) -> Known:
    """An opening of the version that nobody stores, with its own structure's words."""
    today, structure_id = clock.today(), version.structure_id
    structure = session().get_one(Structure, structure_id)
    campaign = Campaign(
        structure=structure,
        languages=list(version.languages),
        notice=[],
        emergency=Words(),
        read_when=Words(),
        opens_on=today,
        closes_on=today,
    )
    opening = Opening(
        token="",
        languages=list(version.languages),
        reading="fr",
        campaign=campaign,
        service=Service(name=structure.name),
    )
    return Known(opening, queries.asked(session(), version.id), "", 0.0)


def framed(page: str, policy: str) -> Response:
    """A page that only our own desk may put in a frame."""
    response = make_response(page)
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response
