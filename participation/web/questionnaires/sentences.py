"""What to say when an answer cannot be taken, or a questionnaire not opened."""

from flask_babel import lazy_gettext

from participation.media import rules as media
from participation.questionnaires import rules
from participation.web.errors import REASONS

_ = lazy_gettext
REASONS.update(
    {
        media.NotAPicture: _("This file is not a picture. Choose a JPEG, PNG or WebP file."),
        media.PictureTooLarge: _("This picture is too large. The most is %(largest)s MB."),
        media.NotASound: _("This file is not a sound. Choose an MP3, M4A, Ogg or WAV file."),
        media.SoundTooLong: _("This sound is too long. The most is %(seconds)s seconds."),
        rules.OpeningClosed: _(
            "This questionnaire is closed. Ask the team what happens with the answers."
        ),
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
        rules.NotANumber: _("Write a number, with digits."),
        rules.OutOfBounds: _("Write a number from %(lowest)s to %(highest)s."),
        rules.NotADate: _("This date does not exist. Write it again."),
        rules.SamePlaceTwice: _("Two answers have the same place. Change one of them."),
        rules.AnswerMissing: _("Please answer this question."),
        rules.WrongService: _("The campaign does not run in this service."),
    }
)
