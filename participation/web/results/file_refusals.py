"""What staff are told when a file of results or of responses cannot be made."""

from flask_babel import lazy_gettext as _

from participation.exchange.sheets import TooManyRows
from participation.questionnaires import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        TooManyRows: _("A spreadsheet holds %(most)s rows at most. There are more."),
        rules.TooFewForRows: _(
            "Fewer than %(fewest)s responses: one by one, they would tell on people."
        ),
        rules.RowsNotYet: _(
            "Responses may still arrive: wait until the questionnaire has been closed for"
            " %(hours)s hours. Two files with one response between them would tell on a person."
        ),
    }
)
