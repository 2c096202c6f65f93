"""Why something was refused about a campaign, said to residents too."""

from flask_babel import lazy_gettext as _

from participation.campaigns import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        rules.CampaignClosed: _("This is closed. Nothing more is taken."),
        rules.CampaignNotOpenYet: _("This has not begun yet."),
    }
)
