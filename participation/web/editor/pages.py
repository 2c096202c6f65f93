"""What the templates of the editor may use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from participation.languages import REGISTRY, Language
from participation.questionnaires.copying import Form
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.pace import minutes_of
from participation.questionnaires.shelf import Shelved, VersionLine
from participation.web.editor.condition_lines import Told
from participation.web.editor.names import KINDS
from participation.web.editor.question_form import QuestionForm, RevisionForm, TitleForm
from participation.web.editor.words_page import LanguageTab
from participation.web.pictograms import NAMES, THEMES, Theme
from participation.wording import Words

Kinds = Mapping[str, tuple[str, object, object]]


@dataclass(frozen=True, slots=True)
class ListPage:
    """What templates/editor/list.html may use."""

    template: ClassVar[str] = "editor/list.html"
    lines: Sequence[Shelved]


@dataclass(frozen=True, slots=True)
class ModelLine:
    """A model to start from."""

    short_name: str
    title: Words
    about: Words
    minutes: int
    languages: Sequence[Language]
    questions: Sequence[QuestionDraft]

    @classmethod
    def of(cls, short_name: str, form: Form, *, about: Words | None = None) -> "ModelLine":
        """A ready model, or a questionnaire of the structure."""
        return cls(
            short_name,
            form.title,
            about or Words(),
            minutes_of(form.questions),
            [REGISTRY[tag] for tag in form.languages],
            form.questions,
        )


@dataclass(frozen=True, slots=True)
class ModelsPage:
    """What templates/editor/models.html may use."""

    template: ClassVar[str] = "editor/models.html"
    own: Sequence[ModelLine]
    ready: Sequence[ModelLine]
    form: TitleForm


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question in the list beside the editor; `missing` names the languages it lacks."""

    number: int
    key: str
    words: Words
    missing: Sequence[str]


@dataclass(frozen=True, slots=True)
class Work:
    """What stands beside the list: the question being written, and how."""

    number: int
    form: QuestionForm
    has: frozenset[str]
    has_choices: bool
    is_fixed: bool
    is_answered: bool
    picture: str
    picking: str
    theirs: Words | None
    whats: Mapping[str, Sequence[tuple[str, str]]]
    deep: Told | None
    lines_open: bool
    remarks: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """What templates/editor/questionnaire.html may use."""

    template: ClassVar[str] = "editor/questionnaire.html"
    short_name: str
    title: Words
    minutes: int
    number: int
    languages: Sequence[str]
    lines: Sequence[QuestionLine]
    current: int
    tabs: Sequence[LanguageTab]
    work: Work | None
    form: RevisionForm
    title_form: TitleForm
    removed: tuple[int, Words] | None
    is_model: bool
    history: Sequence[VersionLine]
    kinds: Kinds = field(default_factory=lambda: KINDS)
    pictograms: Mapping[str, object] = field(default_factory=lambda: NAMES)
    themes: Sequence[Theme] = THEMES


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign in which a version can be opened, and the page where this is done."""

    title: Words
    address: str


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """What templates/editor/published.html may use."""

    template: ClassVar[str] = "editor/published.html"
    short_name: str
    title: Words
    minutes: int
    number: int
    languages: Sequence[Language]
    questions: Sequence[QuestionDraft]
    campaigns: Sequence[CampaignLine]
    form: RevisionForm
    is_model: bool
    history: Sequence[VersionLine]
    kinds: Kinds = field(default_factory=lambda: KINDS)
