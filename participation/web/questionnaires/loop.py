"""What questionnaires put on a campaign's page, and what they do when it closes."""

from datetime import datetime

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.questionnaires import operations, queries
from participation.web.access import staff
from participation.web.database import session
from participation.web.journaling import noted
from participation.web.questionnaires.opening_form import OPENERS
from participation.web.regions import StepLink, closes, leads


@leads("listen")
def to_questionnaires(campaign: Campaign) -> StepLink | None:
    """Listening: how many responses came, all questionnaires of the campaign together."""
    openings = queries.openings_of(session(), campaign)
    address = url_for("questionnaires.show_openings", short_name=campaign.short_name)
    if not openings:
        may_open = campaign.closed_at is None and staff().has(*OPENERS)
        return StepLink(address, _("Open a questionnaire")) if may_open else None
    count = queries.answered(session(), [one.id for one in openings])
    return StepLink(address, ngettext("%(num)s response", "%(num)s responses", count))


@closes(20)
def close_questionnaires(written: Session, campaign: Campaign, at: datetime) -> None:
    """Close what is still open, then keep the promise of the first screen: fold and shuffle."""
    for opening in queries.openings_of(written, campaign):
        operations.close_opening(written, opening, at=at)
    for folded in operations.fold_responses(written, campaign):
        values = ", ".join(value or "–" for value in folded.values)
        noted(
            written,
            "responses folded",
            f"{campaign.short_name}: {folded.column} ({values}), {folded.responses}",
        )
