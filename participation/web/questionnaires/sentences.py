"""What to say when an answer cannot be taken, or a questionnaire not opened."""

from flask_babel import lazy_gettext

from participation.questionnaires import rules
from participation.web.errors import REASONS

_ = lazy_gettext
REASONS.update(
    {
        rules.OpeningClosed: _("This questionnaire is closed. Thank you for coming."),
        rules.OpeningNotYet: _("This questionnaire is not open yet."),
        rules.ChannelNotOpen: _("This questionnaire cannot be answered here."),
        rules.ArrivedAfterClosing: _(
            "Your answers came after the end. The team keeps them, but they are not counted."
        ),
        rules.BadAnswer: _("This answer was not on the page. Please choose again."),
        rules.ContradictoryChoices: _("These answers do not go together. Keep only one of them."),
        rules.TooManyChoices: _("You chose too many answers. The most is %(maximum)s."),
        rules.BadAnswers: _("Some answers cannot be sent. Look at the marked questions."),
        rules.NothingAnswered: _("You have not answered any question yet."),
        rules.AlreadyPublished: _("This version is published: it no longer changes."),
        rules.NotPublished: _("Publish this version before you open it."),
        rules.NothingToAsk: _("A questionnaire needs at least one question."),
        rules.NothingToChoose: _("Question %(question)s needs at least two answers."),
        rules.UnknownKind: _("There is no such kind of question: %(kind)s."),
        rules.KeyTaken: _("Two questions or answers have the same key: %(key)s."),
        rules.QuestionNotWorded: _("Write the French words of %(key)s."),
        rules.WrongService: _("The campaign does not run in this service."),
    }
)
