"""Results as files: one opening, a questionnaire over its openings, or the campaign."""

from collections.abc import Sequence

from flask.typing import ResponseReturnValue

from participation import clock
from participation.campaigns.models import Campaign
from participation.errors import NotFound
from participation.exchange.formats import File, Format, json_file, sheets_file
from participation.questionnaires.models import Opening
from participation.questionnaires.shown import openings_of_questionnaire
from participation.reports.exported import Exported, exported
from participation.reports.exported_json import results_json
from participation.web.access import named_within_reach, open_to
from participation.web.database import session
from participation.web.handing import handed
from participation.web.results.blueprint import AT, READERS, results
from participation.web.results.export_sheets import results_sheets
from participation.web.results.opening import mine, opening_here

WANTED = "<any(csv, xlsx, ods, json):wanted>"


@results.get(f"{AT}/all.{WANTED}")
@open_to(*READERS)
def export_campaign(short_name: str, wanted: str) -> ResponseReturnValue:
    """Every questionnaire of a campaign."""
    campaign = named_within_reach(session(), Campaign, short_name)
    return handed(file_of(campaign, mine(campaign), Format(wanted)), named(short_name))


@results.get(f"{AT}/questionnaires/<int:questionnaire_id>.{WANTED}")
@open_to(*READERS)
def export_questionnaire(
    short_name: str, questionnaire_id: int, wanted: str
) -> ResponseReturnValue:
    """All the openings of one questionnaire added up."""
    campaign = named_within_reach(session(), Campaign, short_name)
    openings = openings_of_questionnaire(mine(campaign), questionnaire_id)
    if not openings:
        raise NotFound
    name = named(short_name, openings[0].version.questionnaire.short_name)
    return handed(file_of(campaign, openings, Format(wanted)), name)


@results.get(f"{AT}/<int:opening_id>.{WANTED}")
@open_to(*READERS)
def export_opening(short_name: str, opening_id: int, wanted: str) -> ResponseReturnValue:
    """One opening alone."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening = opening_here(campaign, opening_id)
    name = named_after(opening)
    return handed(file_of(campaign, [opening], Format(wanted)), name)


def file_of(campaign: Campaign, openings: Sequence[Opening], wanted: Format) -> File:
    """The stored figures of some openings in one file."""
    found = exported(session(), campaign, openings)
    return results_file(found, wanted)


def results_file(found: Exported, wanted: Format) -> File:
    """The sheets, or the documented shape as JSON."""
    if wanted is Format.JSON:
        return json_file(results_json(found))
    return sheets_file(results_sheets(found), wanted)


def named_after(opening: Opening, *more: str) -> str:
    """Campaign, questionnaire, service and day."""
    questionnaire = opening.version.questionnaire.short_name
    return named(opening.campaign.short_name, questionnaire, opening.service.short_name, *more)


def named(*short_names: str) -> str:
    """Short names and the day, as the name of a file."""
    return "-".join((*short_names, clock.today().isoformat()))
