"""A draft of three questions, written by the product itself."""

import pytest
from sqlalchemy.orm import Session

from participation.people.models import Service, Structure
from participation.questionnaires import copying
from participation.questionnaires.models import Version
from participation.questionnaires.ready import models


@pytest.fixture
def draft(session: Session, structure: Structure, service: Service) -> Version:
    """A copy of the visit: eight questions in six languages; the service is there for its staff."""
    assert service.structure_id == structure.id
    ready = next(iter(models().values()))
    version = copying.copy_questionnaire(session, structure.id, ready, short_name="accueil")
    session.commit()
    return version
