"""What a resident's browser sent, before anything is believed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from werkzeug.datastructures import MultiDict

from participation.errors import BrokenForm
from participation.questionnaires.asked import VersionAsked
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.rules import Assistance
from participation.web.security import gesture_of

HELPED = "helped"
GESTURE = "gesture"
ASKED = tuple(one for one in Assistance if one is not Assistance.OTHER)


@dataclass(frozen=True, slots=True)
class Sent:
    """Answers as they came: question key -> option keys, or own words."""

    gesture: str = ""
    helped: str = ""
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def chosen(self, key: str) -> Sequence[str]:
        """The options that were chosen for a question."""
        return self.answers.get(key, ())

    def text(self, key: str) -> str:
        """The words that were typed for a question."""
        return self.texts.get(key, "")

    @property
    def assistance(self) -> Assistance | None:
        """Who helped, if somebody said so; raise BrokenForm for anything else."""
        if not self.helped:
            return None
        if self.helped not in ASKED:
            raise BrokenForm
        return Assistance(self.helped)

    @property
    def one_gesture(self) -> UUID:
        """The gesture; raise BrokenForm without one."""
        return gesture_of(self.gesture)


def read(form: MultiDict[str, str], version: VersionAsked) -> Sent:
    """Each field under the key of its question; raise BrokenForm for a question not asked."""
    asked = {question.names: question for question in version.questions}
    answers: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for name in form:
        if name in asked and kind_named(asked[name].kind).types:
            texts[asked[name].key] = "\n".join(form.getlist(name))
        elif name in asked:
            answers[asked[name].key] = form.getlist(name)
        elif name not in {GESTURE, HELPED}:
            raise BrokenForm
    return Sent(form.get(GESTURE, ""), form.get(HELPED, ""), answers, texts)
