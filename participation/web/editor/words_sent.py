"""What a page of texts sends back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from participation.errors import TooLong
from participation.questionnaires import translating
from participation.questionnaires.models import Version
from participation.questionnaires.rules import TextChanged
from participation.web.forms.base import stripped
from participation.web.journaling import noted

LONGEST = 2000
"""Signs of one text."""
TEXT, SEEN, READ = "text:", "seen:", "read:"
EVERY = "read-all"


@dataclass(slots=True)
class SentTexts:
    """What was typed in one language, by place; `clash` is the place that stopped the save."""

    texts: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
    read_over: frozenset[str] = frozenset()
    clash: str = ""

    @classmethod
    def of(cls, sent: MultiDict[str, str]) -> "SentTexts":
        """From the fields of the page."""
        texts = {place: str(stripped(text)) for place, text in after(TEXT, sent).items()}
        ticked = texts if EVERY in sent else after(READ, sent)
        return cls(texts, after(SEEN, sent), frozenset(ticked) & frozenset(texts))

    def write(self, session: Session, version: Version, tag: str, *, reviewer: str) -> None:
        """Write them all, with a line in the journal; keep in mind which text stopped it."""
        try:
            self.refuse_too_long()
            changed = translating.write_words(
                session,
                version,
                tag,
                self.texts,
                seen=self.seen,
                read_over=self.read_over,
                reviewer=reviewer,
            )
        except TextChanged as error:
            self.clash = str(error.facts["place"])
            raise
        if changed:
            name = f"{version.questionnaire.short_name} {version.number}"
            noted(session, "questionnaire_worded", f"{name}: {tag}, {changed}")

    def refuse_too_long(self) -> None:
        """Raise TooLong, with the place in mind."""
        for place, text in self.texts.items():
            if len(text) > LONGEST:
                self.clash = place
                raise TooLong(longest=LONGEST)


def after(start: str, sent: MultiDict[str, str]) -> dict[str, str]:
    """The fields whose name begins so, by the rest of their name."""
    return {name.removeprefix(start): sent[name] for name in sent if name.startswith(start)}
