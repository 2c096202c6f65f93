"""What to say when a file is not a questionnaire, or is spoilt."""

from flask_babel import lazy_gettext as _

from participation.questionnaires import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        rules.NotAForm: _("This file is not a questionnaire that was downloaded here."),
        rules.OtherFormat: _(
            "This file was written by a newer version of the program (format %(number)s;"
            " this one reads up to %(known)s)."
        ),
        rules.FormTooLarge: _("This file is too large: %(largest)s megabytes at most."),
        rules.FormBroken: _("A part of this file is not as it was written: %(place)s."),
        rules.TooManyQuestions: _("This file has too many questions: %(most)s at most."),
        rules.MediumBroken: _(
            "Picture or sound %(number)s of this file is broken, or is not a picture or a sound."
        ),
        rules.MediumMissing: _(
            "A picture or a sound of question %(question)s is not in this file."
        ),
    }
)
