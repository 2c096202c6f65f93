"""The results of one opening, of a questionnaire over its openings, and the list of a campaign."""

from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from participation.campaigns.models import Campaign
from participation.errors import NotFound
from participation.questionnaires import queries
from participation.questionnaires.models import Opening
from participation.questionnaires.shown import openings_of_questionnaire
from participation.web.access import named_within_reach, open_to, staff, within_reach
from participation.web.database import session
from participation.web.render import render
from participation.web.results.blueprint import AT, READERS, results
from participation.web.results.compose import campaign_page, page_of


@results.get(AT)
@open_to(*READERS)
def show_results(short_name: str) -> ResponseReturnValue:
    """The questionnaires of a campaign with their figures; the only one at once."""
    campaign = named_within_reach(session(), Campaign, short_name)
    openings = mine(campaign)
    questionnaires = {one.version.questionnaire_id for one in openings}
    if len(questionnaires) == 1:
        [only] = questionnaires
        return redirect(
            url_for(".show_questionnaire", short_name=short_name, questionnaire_id=only)
        )
    return render(campaign_page(campaign, openings))


@results.get(f"{AT}/questionnaires/<int:questionnaire_id>")
@open_to(*READERS)
def show_questionnaire(short_name: str, questionnaire_id: int) -> ResponseReturnValue:
    """All the openings of one questionnaire added up, versions together."""
    campaign = named_within_reach(session(), Campaign, short_name)
    openings = openings_of_questionnaire(mine(campaign), questionnaire_id)
    if not openings:
        raise NotFound
    return render(page_of(campaign, openings, openings, compared_with=request.args.get("with")))


@results.get(f"{AT}/<int:opening_id>")
@open_to(*READERS)
def show_opening(short_name: str, opening_id: int) -> ResponseReturnValue:
    """One opening alone; its figures advance by five responses or more."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening = opening_here(campaign, opening_id)
    beside = openings_of_questionnaire(mine(campaign), opening.version.questionnaire_id)
    return render(page_of(campaign, [opening], beside, compared_with=request.args.get("with")))


def opening_here(campaign: Campaign, opening_id: int) -> Opening:
    """An opening of this campaign within reach; raise NotFound for any other."""
    opening = within_reach(session(), Opening, opening_id)
    if opening.campaign_id != campaign.id:
        raise NotFound
    return opening


def mine(campaign: Campaign) -> Sequence[Opening]:
    """The openings of a campaign in the services of the person who asks."""
    services = staff().services
    return [
        one
        for one in queries.openings_of(session(), campaign)
        if services is None or one.service_id in services
    ]
