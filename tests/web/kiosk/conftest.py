"""The tablet and the opening of the tests of questionnaires."""

from tests.questionnaires.conftest import campaign, opening, version
from tests.web.questionnaires.conftest import tablet

__all__ = ["campaign", "opening", "tablet", "version"]
