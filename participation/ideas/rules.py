"""Boards, ideas and proposals: what is allowed."""

from enum import StrEnum

from participation.errors import Refused


class IdeaKind(StrEnum):
    """An idea wishes for something, tells of a problem, or offers something."""

    WISH = "wish"
    PROBLEM = "problem"
    OFFER = "offer"


class Competence(StrEnum):
    """Who can decide about a proposal."""

    SERVICE = "service"
    GESTIONNAIRE = "gestionnaire"
    COMMUNE = "commune"
    DEPARTEMENT = "departement"
    BAILLEUR = "bailleur"
    CAF = "caf"
    OTHER = "other"


class ProposalState(StrEnum):
    """A proposal is written, then shown; a vote freezes it."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class BoardClosed(Refused):
    """The board takes no more ideas or support."""


class IdeaNotShown(Refused):
    """The idea is not on the board (any more)."""


class IdeaNotPublished(Refused):
    """Only an idea that was read and published can be grouped."""


class NotTheSame(Refused):
    """An idea is another wording only of an idea of its own board that is not one itself."""


class ProposalFrozen(Refused):
    """A vote on the proposal is open or over: its words stay as they were."""


class ProposalEmpty(Refused):
    """A proposal needs a title in French."""
