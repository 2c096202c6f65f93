"""Everything that the blueprint of ideas serves."""

from participation.web.ideas import resident, sentences
from participation.web.ideas.blueprint import ideas

__all__ = ["ideas", "resident", "sentences"]
