"""Why something was refused, said to staff."""

from flask_babel import lazy_gettext as _

from participation.people import rules
from participation.web.errors import REASONS

WRONG = _(
    "The name or the password is not right. "
    "After many wrong tries, the account rests for ten minutes."
)
REASONS.update(
    {
        rules.WrongSignIn: WRONG,
        rules.SignInPaused: WRONG,  # Another sentence would say that the account exists.
        rules.WrongCode: _("This code does not open anything. Ask for a new one."),
        rules.NameTaken: _("The name %(name)s is taken. Choose another."),
        rules.BadShortName: _("Use small letters without accents, digits and hyphens."),
        rules.BadSignInName: _(
            "A sign-in name has 3 signs or more: small letters, digits, dots, hyphens, @."
        ),
        rules.ServiceNeeded: _("This role works in one service: choose the service."),
        rules.LastAdministrator: _(
            "Nobody else could look after the accounts. Name another administrator first."
        ),
        rules.AccountClosed: _("This account is closed. Open it again first."),
        rules.BadPhonesAddress: _(
            "Write an address that begins with http:// or https://, with nothing after the name "
            "or the port."
        ),
        rules.PhonesCannotReach: _(
            "%(address)s leads each telephone to itself: choose another address."
        ),
        rules.AlreadySetUp: _("This installation is set up already. Sign in."),
    }
)
