"""What the product says no with. A domain raises these; only the web turns them into pages."""

from collections.abc import Mapping


class Refused(Exception):
    """The person asked for something that the rules do not allow; nothing was changed."""

    def __init__(self, **facts: object) -> None:
        """Keep the facts that the sentence shown to the person may name."""
        super().__init__(*facts.values())
        self.facts: Mapping[str, object] = facts


class KeptAside(Refused):
    """A refusal that is itself recorded: what was written is committed, then it is raised."""


class NotFound(Exception):
    """There is no such thing within reach of the person who asks."""


class BadSettings(Exception):
    """A setting that would make the installation unsafe or unable to start."""


class NotMigrated(Exception):
    """The database is not at the head of the migrations."""


class TooLong(Refused):
    """A text is longer than what can be kept; facts: longest."""


class UnknownLanguage(Refused):
    """A language that the campaign does not offer, or that the registry does not know."""


class BrokenForm(Refused):
    """A part of the page that every browser sends back is missing or was altered."""
