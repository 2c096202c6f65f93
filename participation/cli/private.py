"""Where the demonstration may be shown: this machine and private networks, nothing public."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from participation.errors import Refused

Address = IPv4Address | IPv6Address


class PublicAddress(Refused):
    """The demonstration prints its sign-ins: no public address serves it; facts: address."""


def refuse_public(host: str, public_url: str) -> None:
    """Raise PublicAddress when what is served, or what phones are told to open, is public."""
    for name in filter(None, (host, urlsplit(public_url).hostname or "")):
        for address in addresses_of(name):
            if address.is_global:
                raise PublicAddress(address=name)


def addresses_of(name: str) -> list[Address]:
    """The addresses behind a name; for "every address", the one this machine goes out with."""
    try:
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except OSError:
        return []
    addresses = [ip_address(str(one[4][0]).partition("%")[0]) for one in found]
    return [outward(one) if one.is_unspecified else one for one in addresses]


def outward(unspecified: Address) -> Address:
    """The address by which this machine reaches others; nothing is sent to find it."""
    family, far = (
        (socket.AF_INET, "192.0.2.1")
        if unspecified.version == 4
        else (socket.AF_INET6, "2001:db8::1")
    )
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((far, 9))
            return ip_address(str(probe.getsockname()[0]).partition("%")[0])
    except OSError:
        return ip_address("127.0.0.1")


def shown_host(host: str) -> str:
    """The host as it stands in addresses that people open."""
    found = addresses_of(host)
    is_every = host in {"", "0.0.0.0", "::"}  # noqa: S104  # Compared, not served.
    name = str(found[0]) if is_every and found else host
    return f"[{name}]" if ":" in name else name
