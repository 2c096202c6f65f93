"""The address for telephones, chosen at the desk among the machine's."""

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import urlsplit

import segno
from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup
from sqlalchemy.orm import Session

from participation.people import operations
from participation.people.models import Structure
from participation.people.rules import is_number
from participation.web.access import open_to, staff
from participation.web.addresses import outside_root
from participation.web.database import session
from participation.web.devices import settings
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.journaling import noted
from participation.web.reach import resident
from participation.web.reach.blueprint import reach
from participation.web.reach.forms import DigitsForm
from participation.web.reach.machine import Listening, Place, can_be_reached, places
from participation.web.reach.pages import AddressPage, Candidate
from participation.web.reach.proof import Proof, Prover
from participation.web.render import render

__all__ = ["reach", "resident"]
CHOOSERS = ("worker", "manager", "administrator")
"""Whoever prints a poster or runs a vote; it is in the journal."""


@reach.route("/<language>/desk/address", methods=["GET", "POST"])
@open_to(*CHOOSERS)
def show_address() -> ResponseReturnValue:
    """What telephones open, the addresses that may be tried, and the number that proves one."""
    if settings().public_url and request.method == "POST":
        return redirect(url_for(".show_address"))
    offered = offered_places()
    proofs = Prover(settings().secret_key, staff().structure_id).proofs(
        [one.address for one in offered]
    )
    form = DigitsForm(proofs)
    if attempt(form, lambda written: choose(written, form.address)):
        flash(_("It works. Posters and QR codes now name this address."))
        return redirect(url_for(".show_address"))
    return render(page_of(form, offered, proofs)), status_of(form)


@reach.post("/<language>/desk/address/clear")
@open_to(*CHOOSERS)
def clear_address() -> ResponseReturnValue:
    """QR codes name again the address of the page that shows them."""
    attempt(BaseForm(), clear)
    return redirect(url_for(".show_address"))


def choose(written: Session, address: str) -> None:
    """Keep it, with a line in the journal."""
    operations.choose_phones_address(written, staff().structure_id, address=address)
    noted(written, "phones_address_chosen", address)


def clear(written: Session) -> None:
    """Forget it, with a line in the journal."""
    operations.clear_phones_address(written, staff().structure_id)
    noted(written, "phones_address_cleared", "")


def offered_places() -> list[Place]:
    """The addresses of the machine, and the one by which this page was opened, to be tried too.

    Behind a proxy the machine's own addresses are not those that telephones open.
    """
    if settings().public_url:
        return []
    found = [] if settings().trusted_proxies else places(Listening.of(request.environ))
    present = request.host_url.rstrip("/")
    if can_be_reached(present) and present not in {one.address for one in found}:
        found.insert(0, Place(present, kind="page"))
    return found


def page_of(form: DigitsForm, offered: Sequence[Place], proofs: Mapping[str, Proof]) -> AddressPage:
    """Everything on the page."""
    structure = session().get_one(Structure, staff().structure_id)
    listening = Listening.of(request.environ)
    chosen = structure.phones_address
    return AddressPage(
        form=form,
        now=outside_root(structure),
        set_for_all=settings().public_url,
        chosen=chosen,
        is_elsewhere=is_lost(chosen, proofs),
        is_this_machine_only=listening.is_this_machine_only and not settings().trusted_proxies,
        port=listening.port,
        candidates=[candidate(one, proofs[one.address], chosen) for one in offered],
    )


def is_lost(chosen: str, offered: Collection[str]) -> bool:
    """Whether the machine no longer has the number that was chosen; of a name nobody here knows."""
    host = urlsplit(chosen).hostname or ""
    return is_number(host) and chosen not in offered and not settings().trusted_proxies


def candidate(place: Place, proof: Proof, chosen: str) -> Candidate:
    """One address with its test page."""
    test = place.address + url_for(".show_test", token=proof.token)
    return Candidate(place, drawing(test), is_chosen=place.address == chosen)


def drawing(address: str) -> Markup:
    """The QR code as a drawing in the page; its title says what it is for."""
    made = segno.make(address, error="m", micro=False)
    svg = made.svg_inline(omitsize=True, border=2, dark="#16302C", title=_("QR code"))
    return Markup(svg)  # noqa: S704  # segno's own drawing
