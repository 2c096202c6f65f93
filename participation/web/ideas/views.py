"""Everything that the blueprint of ideas serves."""

from participation.web.ideas import desk, loop, moderation, proposals, resident, sentences
from participation.web.ideas.blueprint import ideas

__all__ = ["desk", "ideas", "loop", "moderation", "proposals", "resident", "sentences"]
