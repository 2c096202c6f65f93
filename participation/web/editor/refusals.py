"""What to say when a draft cannot be changed that way."""

from flask_babel import lazy_gettext as _

from participation.questionnaires import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        rules.DraftChanged: _(
            "Somebody changed this questionnaire meanwhile. Look at it again, then do it once more."
        ),
        rules.QuestionGone: _("This question was removed meanwhile. Put it back first."),
        rules.StillNeeded: _(
            "Question %(by)s is asked only after some answers to question %(question)s."
            " Change question %(by)s first."
        ),
        rules.MustComeBefore: _(
            "Question %(question)s must stay before question %(before)s,"
            " which is asked only after some of its answers."
        ),
        rules.NothingToPutBack: _("There is no removed question to put back."),
        rules.NotTitled: _("Write a title in French."),
        rules.FrenchStays: _("Every other language starts from French: it stays."),
        rules.TextChanged: _("Somebody else changed this text meanwhile. Look at it, then save."),
    }
)
