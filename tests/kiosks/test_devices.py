"""A kiosk is a role of the device; its token is given once."""

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import TooLong
from participation.kiosks.operations import start_kiosk, stop_kiosk
from participation.kiosks.queries import device_of_token, running
from participation.kiosks.rules import DeviceNotNamed
from participation.people.models import Service, Structure
from tests import builders


def test_a_token_finds_its_kiosk_until_it_is_stopped(session: Session, service: Service) -> None:
    device, token = start_kiosk(session, service, name=" Fenêtre ", on=clock.today())
    found = device_of_token(session, token)
    assert found is not None
    assert (found.id, found.name) == (device.id, "Fenêtre")
    assert device_of_token(session, token + "x") is None
    stop_kiosk(session, device, at=clock.now())
    first = device.revoked_at
    stop_kiosk(session, device, at=clock.now())
    assert device.revoked_at == first
    assert device_of_token(session, token) is None


def test_two_kiosks_have_two_tokens(session: Session, service: Service) -> None:
    tokens = {start_kiosk(session, service, name="x", on=clock.today())[1] for _ in range(3)}
    assert len(tokens) == 3


def test_a_kiosk_has_a_name(session: Session, service: Service) -> None:
    with pytest.raises(DeviceNotNamed):
        start_kiosk(session, service, name="  ", on=clock.today())
    with pytest.raises(TooLong):
        start_kiosk(session, service, name="x" * 301, on=clock.today())


def test_staff_see_the_kiosks_of_their_services(
    session: Session, service: Service, structure: Structure
) -> None:
    elsewhere = builders.a_service(session, structure, "ailleurs")
    for place in (service, elsewhere):
        start_kiosk(session, place, name=place.short_name, on=clock.today())
    mine = running(session, structure.id, frozenset({service.id}))
    assert [one.name for one in mine] == ["tilleuls"]
    assert len(running(session, structure.id, None)) == 2
    assert running(session, structure.id + 1, None) == []
