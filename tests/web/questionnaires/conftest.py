"""The same opening as in the tests of the domain, and a tablet in its service."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation import clock
from participation.kiosks.operations import start_kiosk
from participation.people.models import Service
from participation.web.devices import COOKIE
from tests.pages import PageClient
from tests.questionnaires.conftest import campaign, opening, version

__all__ = ["campaign", "opening", "version"]


@pytest.fixture
def tablet(app: Flask, session: Session, service: Service) -> FlaskClient:
    """A browser that is the kiosk of the service."""
    return kiosk_of(app, session)(service)


def kiosk_of(app: Flask, session: Session) -> Callable[[Service], FlaskClient]:
    """Make the kiosk of a service."""

    def made(service: Service) -> FlaskClient:
        _device, token = start_kiosk(session, service, name="Tablette", on=clock.today())
        session.commit()
        app.test_client_class = PageClient
        client = app.test_client()
        client.set_cookie(COOKIE, token)
        return client

    return made
