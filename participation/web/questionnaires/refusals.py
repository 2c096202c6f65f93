"""Why a questionnaire cannot be opened, said to staff."""

from flask_babel import lazy_gettext as _

from participation.questionnaires import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        rules.DatesOutsideCampaign: _(
            "The campaign runs from %(first)s to %(last)s. Choose days within it."
        ),
    }
)
