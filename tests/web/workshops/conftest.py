"""The vote that these tests run."""

import pytest
from sqlalchemy.orm import Session

from participation.people.models import Service
from participation.storage.engine import Database
from tests.web.workshops.world import World, a_world


@pytest.fixture
def world(session: Session, database: Database, service: Service) -> World:
    """A prepared poll by dots."""
    return a_world(session, database, service)
