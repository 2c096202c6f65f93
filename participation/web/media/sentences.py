"""What to say of a file that cannot be kept."""

from flask_babel import lazy_gettext

from participation.media import rules
from participation.web.errors import REASONS

_ = lazy_gettext
REASONS.update(
    {
        rules.SoundTooLarge: _("This sound is too heavy. The most is %(largest)s MB."),
    }
)
