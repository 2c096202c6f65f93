"""What staff are told when a breakdown cannot be chosen."""

from flask_babel import lazy_gettext as _

from participation.questionnaires import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        rules.NoBreakdown: _("This question cannot be told by group."),
        rules.AlreadyBrokenDown: _(
            "This question already has its breakdown: it is chosen once, so that nobody is told by "
            "comparing several."
        ),
    }
)
