"""Who is who, and what each role may do. See DESIGN: who uses it."""

import re
from datetime import timedelta
from enum import StrEnum
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

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


class BadPhonesAddress(Refused):
    """Telephones open http:// or https://, a host, perhaps a port, and nothing after it."""


class PhonesCannotReach(Refused):
    """An address that leads each telephone to itself; facts: address."""


def refuse_bad_short_name(name: str) -> None:
    """A short name stands in addresses and commands."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or len(name) > 60:
        raise BadShortName(name=name)


def refuse_bad_sign_in_name(name: str) -> None:
    """A sign-in name is typed every morning, on any keyboard."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9.@_-]{2,79}", name):
        raise BadSignInName(name=name)


def refuse_bad_phones_address(address: str) -> None:
    """Only the beginning of an address: a path, a password or a space in it would end in QR codes.

    Raises BadPhonesAddress and PhonesCannotReach.
    """
    parts = split_address(address)
    if parts.scheme not in {"http", "https"} or origin_of(parts) != address or len(address) > 300:
        raise BadPhonesAddress
    if is_this_machine_only(parts.hostname or ""):
        raise PhonesCannotReach(address=address)


def split_address(address: str) -> SplitResult:
    """The parts of an address. Raises BadPhonesAddress when it has none."""
    try:
        parts = urlsplit(address)
        _port = parts.port
    except ValueError as error:
        raise BadPhonesAddress from error
    if parts.port == 0 or not is_host(parts.hostname or ""):
        raise BadPhonesAddress
    return parts


def origin_of(parts: SplitResult) -> str:
    """The one way to write the beginning of an address: without the port that goes by itself."""
    host = parts.hostname or ""
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = f":{parts.port}" if parts.port not in {None, usual} else ""
    return f"{parts.scheme}://[{host}]{port}" if ":" in host else f"{parts.scheme}://{host}{port}"


def is_host(host: str) -> bool:
    """Whether this is a name or a number that a network gives to a machine."""
    try:
        found = ip_address(host)
    except ValueError:
        label = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
        has_letter = any(sign.isalpha() for sign in host.rpartition(".")[2])
        return bool(has_letter and re.fullmatch(rf"{label}(\.{label})*", host))
    return not (isinstance(found, IPv6Address) and found.scope_id)


def is_number(host: str) -> bool:
    """Whether a host is a number of a network, not a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_this_machine_only(host: str) -> bool:
    """Whether a host names the very machine that asks for it."""
    try:
        found = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    inner = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (inner or found).is_loopback or (inner or found).is_unspecified
