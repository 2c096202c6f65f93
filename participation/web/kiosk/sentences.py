"""What to say when a tablet is no kiosk."""

from flask_babel import lazy_gettext

from participation.kiosks import rules
from participation.web.errors import REASONS

_ = lazy_gettext
REASONS.update(
    {
        rules.DeviceRevoked: _("This tablet is not ready. Ask the team to start it."),
        rules.DeviceNotNamed: _("Give this tablet a name."),
    }
)
