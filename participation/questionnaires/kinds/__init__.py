"""One class for each kind of question, found by its name."""

from participation.questionnaires.kinds.agreement import Agreement
from participation.questionnaires.kinds.base import Kind
from participation.questionnaires.kinds.day import Day
from participation.questionnaires.kinds.fixed_choice import Faces, YesALittleNo
from participation.questionnaires.kinds.free_text import FreeTextKind, Voice
from participation.questionnaires.kinds.information import Information
from participation.questionnaires.kinds.number import Number
from participation.questionnaires.kinds.one_choice import OneChoice, PictogramChoice
from participation.questionnaires.kinds.ranking import Ranking
from participation.questionnaires.kinds.several_choices import SeveralChoices
from participation.questionnaires.rules import UnknownKind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        OneChoice(),
        SeveralChoices(),
        YesALittleNo(),
        Faces(),
        PictogramChoice(),
        Ranking(),
        Agreement(),
        Number(),
        Day(),
        FreeTextKind(),
        Voice(),
        Information(),
    )
}
"""In the order in which the editor offers them."""


def kind_named(name: str) -> Kind:
    """The kind of a name; raise UnknownKind for any other."""
    if name not in KINDS:
        raise UnknownKind(kind=name)
    return KINDS[name]
