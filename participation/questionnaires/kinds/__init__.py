"""One class for each kind of question, found by its name."""

from participation.questionnaires.kinds.base import Kind
from participation.questionnaires.kinds.faces import Faces
from participation.questionnaires.kinds.free_text import FreeTextKind
from participation.questionnaires.kinds.one_choice import OneChoice
from participation.questionnaires.kinds.several_choices import SeveralChoices
from participation.questionnaires.rules import UnknownKind

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (OneChoice(), SeveralChoices(), Faces(), FreeTextKind())
}


def kind_named(name: str) -> Kind:
    """The kind of a name; raise UnknownKind for any other."""
    if name not in KINDS:
        raise UnknownKind(kind=name)
    return KINDS[name]
