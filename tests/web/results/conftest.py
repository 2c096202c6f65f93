"""The same opening as in the tests of the domain."""

from tests.questionnaires.conftest import campaign, opening, version

__all__ = ["campaign", "opening", "version"]
