# ruff: noqa: S104 - an address that a server may listen on is compared, not served.
"""The addresses that the machine tells, whatever a request says."""

from ipaddress import ip_address

import pytest

from participation.web.reach import machine
from participation.web.reach.machine import Listening, places

CARDS = [
    ("lo", "127.0.0.1"),
    ("lo", "::1"),
    ("eth0", "81.2.69.160"),
    ("wlan0", "192.168.1.20"),
    ("wlan0", "fe80::1"),
    ("wlan0", "2001:db8::5"),
    ("docker0", "172.17.0.1"),
    ("tun0", "169.254.3.4"),
]


@pytest.fixture(autouse=True)
def _a_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with a few networks."""
    adapters = [Adapter(card, [Number(number)]) for card, number in CARDS]
    monkeypatch.setattr(machine.ifaddr, "get_adapters", lambda: adapters)
    monkeypatch.setattr(machine.socket, "gethostname", lambda: "Tilleuls")


class Number:
    """An address as ifaddr gives it: a triple for IPv6."""

    def __init__(self, number: str) -> None:
        self.ip = number if ip_address(number).version == 4 else (number, 0, 2)


class Adapter:
    """A network card as ifaddr gives it."""

    def __init__(self, name: str, ips: list[Number]) -> None:
        self.nice_name, self.ips = name, ips


def offered(host: str, scheme: str = "http", port: int = 8000) -> list[str]:
    """The addresses that are offered."""
    return [one.address for one in places(Listening(scheme, host, port))]


def test_every_ipv4_network_then_the_name() -> None:
    assert offered("0.0.0.0") == [
        "http://172.17.0.1:8000",
        "http://192.168.1.20:8000",
        "http://81.2.69.160:8000",
        "http://tilleuls:8000",
    ]


def test_both_kinds_of_numbers() -> None:
    assert "http://[2001:db8::5]:8000" in offered("::")
    assert "http://192.168.1.20:8000" in offered("::")


def test_one_network_only() -> None:
    assert offered("192.168.1.20") == ["http://192.168.1.20:8000"]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "127.0.1.1"])
def test_a_server_that_listens_to_its_own_machine_has_no_address(host: str) -> None:
    assert offered(host) == []
    assert Listening("http", host, 8000).is_this_machine_only


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20"])
def test_a_server_that_listens_to_a_network_does_not_say_otherwise(host: str) -> None:
    assert not Listening("http", host, 8000).is_this_machine_only


@pytest.mark.parametrize(("scheme", "port"), [("http", 80), ("https", 443)])
def test_the_usual_port_is_not_written(scheme: str, port: int) -> None:
    assert offered("192.168.1.20", scheme, port) == [f"{scheme}://192.168.1.20"]


def test_a_machine_without_a_proper_name_is_offered_by_its_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(machine.socket, "gethostname", lambda: "localhost")
    assert not [one for one in offered("0.0.0.0") if "localhost" in one]


def test_the_server_is_asked_not_the_headers_that_a_proxy_rewrote() -> None:
    environ = {
        "wsgi.url_scheme": "https",
        "HTTP_HOST": "evil.example",
        "SERVER_NAME": "evil.example",
        "SERVER_PORT": "443",
        "werkzeug.proxy_fix.orig": {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000"},
    }
    assert Listening.of(environ) == Listening("https", "127.0.0.1", 8000)
