"""Where a campaign's questionnaires are open; opening one more, and closing one early."""

from urllib.parse import urlsplit

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.errors import NotFound
from participation.people.rules import is_this_machine_only
from participation.questionnaires import operations, queries
from participation.questionnaires.models import Opening, Version
from participation.web.access import named_within_reach, open_to, staff, within_reach
from participation.web.addresses import outside_root
from participation.web.database import session
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.journaling import noted
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.desk import is_mine, line_of
from participation.web.questionnaires.opening_form import OPENERS, WAYS, OpeningForm, title_of
from participation.web.questionnaires.opening_lines import language_lines
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
    form, made = form_for(campaign), list[Opening]()
    if attempt(form, lambda written: made.append(opened(written, campaign, form))):
        flash(_("The questionnaire is open: people can answer. Its address is below."))
        return redirect(url_for(".show_openings", short_name=short_name, _anchor=f"o{made[0].id}"))
    return render(page_of(campaign, form)), status_of(form)


@questionnaires.post(f"{AT}/<int:opening_id>/close")
@open_to(*OPENERS)
def close_early(short_name: str, opening_id: int) -> ResponseReturnValue:
    """Take no more responses, for good."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening = opening_here(campaign, opening_id)
    if attempt(BaseForm(), lambda written: closed(written, opening)):
        flash(_("The questionnaire is closed. Its responses are kept."))
    return redirect(url_for(".show_openings", short_name=short_name, _anchor=f"o{opening_id}"))


def opening_here(campaign: Campaign, opening_id: int) -> Opening:
    """An opening of the campaign where the person works; raise NotFound."""
    opening = within_reach(session(), Opening, opening_id)
    if opening.campaign_id != campaign.id:
        raise NotFound
    return opening


def opened(written: Session, campaign: Campaign, form: OpeningForm) -> Opening:
    """The opening that the form describes, with its line in the journal."""
    made = operations.open_questionnaire(written, campaign=campaign, **form.values())
    noted(written, "questionnaire_opened", subject_of(made))
    return made


def closed(written: Session, opening: Opening) -> None:
    """Close it once, with a line in the journal; a second press changes nothing."""
    if opening.closed_at is None:
        operations.close_opening(written, opening, at=clock.now())
        noted(written, "questionnaire_closed", subject_of(opening))


def subject_of(opening: Opening) -> str:
    """What the journal calls an opening."""
    name = opening.version.questionnaire.short_name
    return f"{opening.campaign.short_name}: {name}, {opening.service.name}"


def form_for(campaign: Campaign) -> OpeningForm:
    """The form about one version: the one asked for, else the newest; with the campaign's dates."""
    reach = staff().services
    versions = queries.versions_to_open(session(), campaign.structure_id)
    chosen = chosen_of(versions)
    worded = chosen.languages if chosen else []
    return OpeningForm(
        campaign,
        versions,
        [one for one in campaign.services if reach is None or one.id in reach],
        data={
            "version": str(chosen.id) if chosen else "",
            "channels": list(WAYS),
            "languages": [tag for tag in campaign.languages if tag in worded],
            "opens_on": campaign.opens_on,
            "closes_on": campaign.closes_on,
        },
    )


def chosen_of(versions: list[Version]) -> Version | None:
    """The version that `?version=` names, else the one that was published last."""
    asked = request.args.get("version", "")
    named = [one for one in versions if str(one.id) == asked]
    newest = sorted(versions, key=lambda one: (one.published_at, one.id), reverse=True)
    return next(iter(named or newest), None)


def page_of(campaign: Campaign, form: OpeningForm) -> OpeningsPage:
    """The list with the form under it."""
    found = [one for one in queries.openings_of(session(), campaign) if is_mine(one)]
    counts = queries.responses_by_opening(session(), [one.id for one in found])
    root = urlsplit(outside_root(campaign.structure))
    return OpeningsPage(
        campaign_name=campaign.short_name,
        campaign_title=campaign.title,
        lines=[line_of(one, counts[one.id]) for one in found],
        closable=frozenset(one.id for one in found if one.closed_at is None),
        is_out_of_reach=bool(found) and is_this_machine_only(root.hostname or ""),
        form=form,
        closing=BaseForm(formdata=None),
        versions=[(one.id, title_of(one), one is form.chosen) for one in form.versions.values()],
        languages=language_lines(form.chosen, campaign.languages),
        is_closed=campaign.closed_at is not None,
    )
