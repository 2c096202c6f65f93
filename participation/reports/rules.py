"""When an edition may be published."""

from participation.errors import Refused


class NothingToPublish(Refused):
    """No proposal has an answer yet: an edition would say nothing."""


class AlreadyPublished(Refused):
    """Somebody published this edition a moment before."""


class MayNotPublish(Refused):
    """Publishing is a right of its own."""
