"""Cards: printed once, because their codes are stored nowhere; taken out of use when spoilt."""

from flask import flash, make_response, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from participation import clock
from participation.errors import Refused
from participation.web.access import open_to, staff, within_reach
from participation.web.database import session, writing, writing_urn
from participation.web.errors import sentence
from participation.web.journaling import noted
from participation.web.render import render
from participation.web.workshops.blueprint import workshops
from participation.web.workshops.forms import CardsForm, DigitsForm
from participation.web.workshops.pages import CardsPage
from participation.web.workshops.planning import RUNNERS
from participation.web.workshops.running import AT_POLL, run_page
from participation.web.workshops.screen import symbol_of
from participation.web.workshops.settings import card_key, qr_drawing, vote_address
from participation.web.workshops.tries import tries
from participation.workshops import operations
from participation.workshops.models import Poll
from participation.workshops.urns import PrintedCard, void_card

ON_A_SHEET = 10


@workshops.post(f"{AT_POLL}/cards")
@open_to(*RUNNERS)
def print_cards(poll_id: int) -> ResponseReturnValue:
    """Make cards and show them once, ready to be printed and cut."""
    poll, form = within_reach(session(), Poll, poll_id), CardsForm()
    if not form.validate():
        return make_response(render(run_page(poll, form.first_problem())), 400)
    try:
        with writing() as written, writing_urn() as urns:
            made = operations.print_cards(
                written,
                urns,
                poll,
                key=card_key(),
                real=form.real.data or 0,
                test=form.test.data or 0,
                by=staff().name,
            )
            noted(written, "cards_printed", poll.code)
    except Refused as error:
        return make_response(render(run_page(poll, sentence(error))), 409)
    return render(cards_page(poll, made))


def cards_page(poll: Poll, made: list[PrintedCard]) -> CardsPage:
    """Ten cards a sheet: real ones first, then those for a rehearsal."""
    address = vote_address(poll)
    groups = ([one for one in made if not one.is_test], [one for one in made if one.is_test])
    sheets = [
        group[start : start + ON_A_SHEET]
        for group in groups
        for start in range(0, len(group), ON_A_SHEET)
    ]
    drawings = {one.code: qr_drawing(f"{address}#{one.code}") for one in made}
    return CardsPage(poll, sheets, drawings, address.partition("://")[2], symbol_of(poll))


@workshops.post(f"{AT_POLL}/void")
@open_to(*RUNNERS)
def take_out_card(poll_id: int) -> ResponseReturnValue:
    """Take a spoilt card out of use by its six digits."""
    poll, digits = within_reach(session(), Poll, poll_id), DigitsForm().digits.data or ""
    try:
        with tries().at_desk(staff().account_id, now=clock.now()), writing_urn() as urns:
            void_card(urns, poll.id, key=card_key(), digits=digits)
    except Refused as error:
        return make_response(render(run_page(poll, sentence(error))), 409)
    flash(gettext("The card is out of use. Give another one."))
    return redirect(url_for(".run_poll", poll_id=poll.id))
