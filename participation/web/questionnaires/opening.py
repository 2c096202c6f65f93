"""Where a campaign's questionnaires are open; opening one more."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.questionnaires import operations, queries
from participation.questionnaires.ready import visit
from participation.web.access import named_within_reach, open_to, staff
from participation.web.database import session
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.journaling import noted
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.desk import is_mine, line_of
from participation.web.questionnaires.opening_form import OPENERS, WAYS, OpeningForm
from participation.web.questionnaires.pages import OpeningsPage
from participation.web.render import render

AT = "/<language>/desk/campaigns/<short_name>/questionnaires"


@questionnaires.get(AT)
@open_to("worker", "manager", "administrator", "reception", "volunteer")
def show_openings(short_name: str) -> ResponseReturnValue:
    """Each opening with its address, its QR code and its number of responses."""
    campaign = named_within_reach(session(), Campaign, short_name)
    return render(page_of(campaign, form_for(campaign)))


@questionnaires.post(AT)
@open_to(*OPENERS)
def open_here(short_name: str) -> ResponseReturnValue:
    """Let people answer a questionnaire in this campaign."""
    campaign = named_within_reach(session(), Campaign, short_name)
    form = form_for(campaign)
    if attempt(form, lambda written: opened(written, campaign, form)):
        flash(_("The questionnaire is ready. Its address is below."))
        return redirect(url_for(".show_openings", short_name=short_name))
    return render(page_of(campaign, form)), status_of(form)


@questionnaires.post(f"{AT}/ready")
@open_to(*OPENERS)
def take_model(short_name: str) -> ResponseReturnValue:
    """Take the ready model, when the structure has no questionnaire to open yet."""
    campaign = named_within_reach(session(), Campaign, short_name)
    if attempt(BaseForm(), lambda written: taken(written, campaign)):
        flash(_("The model is yours. Now open it below."))
    return redirect(url_for(".show_openings", short_name=short_name))


def opened(written: Session, campaign: Campaign, form: OpeningForm) -> None:
    """The opening that the form describes, with its line in the journal."""
    made = operations.open_questionnaire(written, campaign=campaign, **form.values())
    name = made.version.questionnaire.short_name
    subject = f"{campaign.short_name}: {name}, {made.service.name}"
    noted(written, "questionnaire_opened", subject)


def taken(written: Session, campaign: Campaign) -> None:
    """The model once: a second press of the button changes nothing."""
    if not queries.versions_to_open(written, campaign.structure_id):
        version = operations.take_ready(written, campaign.structure_id, visit(), at=clock.now())
        noted(written, "questionnaire_taken", version.questionnaire.short_name)


def form_for(campaign: Campaign) -> OpeningForm:
    """The form with the campaign's dates; a lone service needs no choosing."""
    reach = staff().services
    return OpeningForm(
        queries.versions_to_open(session(), campaign.structure_id),
        [one for one in campaign.services if reach is None or one.id in reach],
        data={
            "channels": list(WAYS),
            "opens_on": campaign.opens_on,
            "closes_on": campaign.closes_on,
        },
    )


def page_of(campaign: Campaign, form: OpeningForm) -> OpeningsPage:
    """The list with the form under it."""
    found = [one for one in queries.openings_of(session(), campaign) if is_mine(one)]
    counts = queries.responses_by_opening(session(), [one.id for one in found])
    lines = [line_of(one, counts[one.id]) for one in found]
    is_closed = campaign.closed_at is not None
    return OpeningsPage(campaign.short_name, campaign.title, lines, form, is_closed)
