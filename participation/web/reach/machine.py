"""Where this machine can be found, as the machine tells it: never as a request does."""

import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, Literal, Self

import ifaddr

from participation.people.rules import (
    BadPhonesAddress,
    PhonesCannotReach,
    is_this_machine_only,
    refuse_bad_phones_address,
)

Number = IPv4Address | IPv6Address
USUAL = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Listening:
    """What the server listens on: from the server itself, or from before a proxy's headers."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, environ: Mapping[str, Any]) -> Self:
        """Read from a WSGI request: the parts that the server wrote, not the browser."""
        before = environ.get("werkzeug.proxy_fix.orig") or environ
        return cls(
            scheme=environ["wsgi.url_scheme"],
            host=before["SERVER_NAME"],
            port=int(before["SERVER_PORT"]),
        )

    @property
    def is_this_machine_only(self) -> bool:
        """Whether no other machine can come in."""
        return is_this_machine_only(self.host) and not self.is_everywhere

    @property
    def is_everywhere(self) -> bool:
        """Whether every network of the machine is listened on."""
        return self.host in {"0.0.0.0", "::"}  # noqa: S104  # Compared, not served.

    def hears(self, number: Number) -> bool:
        """Whether what is sent to one of the machine's numbers comes in here."""
        if self.is_everywhere:
            return number.version == 4 or self.host == "::"
        return str(number) == self.host

    def at(self, host: str) -> str:
        """The beginning of an address on this port."""
        name = f"[{host}]" if ":" in host else host
        port = "" if USUAL.get(self.scheme) == self.port else f":{self.port}"
        return f"{self.scheme}://{name}{port}"


@dataclass(frozen=True, slots=True)
class Place:
    """One address: of a network card that is named, the machine's name, or the page's own."""

    address: str
    card: str = ""
    kind: Literal["card", "name", "page"] = "card"


def places(listening: Listening) -> list[Place]:
    """Every address by which another machine may come in: private numbers first, the name last."""
    numbers = sorted(
        ((card, number) for card, number in cards() if listening.hears(number)),
        key=lambda one: (one[1].version, not one[1].is_private, int(one[1])),
    )
    found = [Place(listening.at(str(number)), card) for card, number in numbers]
    if listening.is_everywhere:
        found.append(Place(listening.at(socket.gethostname().lower()), kind="name"))
    return [one for one in found if can_be_reached(one.address)]


def cards() -> Iterator[tuple[str, Number]]:
    """Each network card with each of its numbers, but for those that only reach the next cable."""
    for adapter in ifaddr.get_adapters():
        for one in adapter.ips:
            number = ip_address(one.ip if isinstance(one.ip, str) else one.ip[0])
            if not (number.is_link_local or number.is_multicast):
                yield str(adapter.nice_name), number


def can_be_reached(address: str) -> bool:
    """Whether an address may be offered to telephones at all."""
    try:
        refuse_bad_phones_address(address)
    except (BadPhonesAddress, PhonesCannotReach):
        return False
    return True
