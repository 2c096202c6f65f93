"""Who is who, and what each role may do. See DESIGN: who uses it."""

import re
from datetime import timedelta
from enum import StrEnum

from participation.errors import KeptAside, Refused

MOST_FAILED_SIGN_INS = 8
LOCKED_MINUTES = 10
SHORTEST_PASSWORD = 12
"""Length protects more than strange signs do (ANSSI guide on passwords, 2021)."""
CODE_LIFE = timedelta(hours=24)


class Role(StrEnum):
    """What a membership allows."""

    RECEPTION = "reception"
    VOLUNTEER = "volunteer"
    WORKER = "worker"
    TRANSLATOR = "translator"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


OFFERED = tuple(role for role in Role if role is not Role.TRANSLATOR)
"""The roles that an account may be given: no page is for translators yet."""


BOUND_TO_A_SERVICE = frozenset({Role.RECEPTION, Role.VOLUNTEER, Role.WORKER})


class WrongSignIn(KeptAside):
    """The name or the password is not right; which one is not said. The try is counted."""


class SignInPaused(Refused):
    """Too many wrong tries for one account; facts: minutes."""


class WrongCode(Refused):
    """A one-time code that is wrong, used or expired."""


class NameTaken(Refused):
    """A short name or a sign-in name that exists already; facts: name."""


class BadShortName(Refused):
    """A short name with other signs than letters without accents, digits and hyphens."""


class BadSignInName(Refused):
    """A sign-in name with other signs than small letters, digits, dots, hyphens and @."""


class AccountClosed(Refused):
    """A closed account gets neither a code nor a role."""


class AlreadySetUp(Refused):
    """The first structure exists: the set-up link has done its work."""


class ServiceNeeded(Refused):
    """A role that works in one service needs that service."""


class LastAdministrator(Refused):
    """The last administrator of a structure cannot be closed or lose the role."""


def refuse_bad_short_name(name: str) -> None:
    """A short name stands in addresses and commands."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or len(name) > 60:
        raise BadShortName(name=name)


def refuse_bad_sign_in_name(name: str) -> None:
    """A sign-in name is typed every morning, on any keyboard."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9.@_-]{2,79}", name):
        raise BadSignInName(name=name)
