"""The results of one opening."""

from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _

from participation import clock
from participation.campaigns.models import Campaign
from participation.disclosure.thresholds import Withheld, why_not_newer
from participation.errors import NotFound
from participation.questionnaires import queries
from participation.questionnaires.figures import figures_of_version
from participation.questionnaires.models import Opening
from participation.web.access import named_within_reach, open_to, within_reach
from participation.web.database import session
from participation.web.render import render
from participation.web.results.blueprint import AT, READERS, results
from participation.web.results.pages import ResultsPage


@results.get(f"{AT}/<int:opening_id>")
@open_to(*READERS)
def show_opening(short_name: str, opening_id: int) -> ResponseReturnValue:
    """The figures that everybody sees; they advance by five responses or more."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening = within_reach(session(), Opening, opening_id)
    if opening.campaign_id != campaign.id:
        raise NotFound
    cut = queries.cut_of(session(), opening.id)
    asked = queries.asked(session(), opening.version_id)
    responses = queries.answered(session(), [opening.id])
    figures = cut.figures if cut else {}
    return render(
        ResultsPage(
            campaign_name=campaign.short_name,
            campaign_title=campaign.title,
            title=asked.title,
            service=opening.service.name,
            responses=responses,
            cut=cut,
            taken_on=format_date(clock.day_of(cut.taken_at), "long") if cut else "",
            questions=figures_of_version(asked, 0, figures, cut.responses if cut else 0),
            withheld=why(why_not_newer(cut.responses if cut else 0, responses)),
        )
    )


def why(withheld: Withheld | None) -> str:
    """The reason that the page gives."""
    if withheld is Withheld.TOO_FEW:
        return str(
            _("Fewer than 5 responses: the figures stay hidden, so that nobody is recognised.")
        )
    if withheld is Withheld.TOO_FEW_SINCE:
        return str(_("The figures move on when 5 more responses have come."))
    return ""
