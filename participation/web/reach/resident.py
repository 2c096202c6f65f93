"""The test page: opened by a telephone at one address, it says so. Nothing is kept about it."""

from collections.abc import Iterable

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext

from participation.campaigns.queries import campaigns_of
from participation.errors import NotFound
from participation.languages import INTERFACE, Language
from participation.people.models import Structure
from participation.web.access import open_to
from participation.web.database import session
from participation.web.devices import settings
from participation.web.languages import language
from participation.web.reach.blueprint import reach
from participation.web.reach.pages import TestPage
from participation.web.reach.proof import structure_and_digits
from participation.web.render import render


@reach.get("/<language>/reach/<token>")
@open_to("anyone")
def show_test(token: str) -> ResponseReturnValue:
    """Only at the address that the token was made for."""
    address = request.host_url.rstrip("/")
    structure_id, digits = structure_and_digits(settings().secret_key, token, address)
    structure = session().get(Structure, structure_id)
    if structure is None:
        raise NotFound
    others = [(one, it_works(one)) for one in languages_of(structure) if one != language()]
    return render(TestPage(structure.name, address.partition("://")[2], digits, others))


def languages_of(structure: Structure) -> Iterable[Language]:
    """Every language of the campaigns of a structure that has screens."""
    found = campaigns_of(session(), structure.id, None)
    spoken = {tag for campaign in found for tag in campaign.languages}
    return [one for one in INTERFACE if one.tag in spoken]


def it_works(reader: Language) -> str:
    """The sentence for one reader."""
    with force_locale(reader.locale):
        return str(gettext("It works. This telephone reaches the service."))
