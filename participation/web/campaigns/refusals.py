"""Why something was refused about a campaign, said to staff."""

from flask_babel import lazy_gettext as _

from participation.campaigns import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        rules.LanguageMissing: _("A campaign speaks French at least."),
        rules.DatesReversed: _("The end comes before the beginning. Change one of the dates."),
        rules.TitleMissing: _("Write the title in French."),
        rules.ServiceMissing: _("Choose one service or more."),
        rules.VoteStillOpen: _("The vote %(code)s is still open. Close it first."),
        rules.ShortNameTaken: _("The short name %(name)s is taken. Choose another."),
    }
)
