"""What the templates of questionnaires may use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from participation.languages import Language
from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.rules import Assistance
from participation.web.forms.base import BaseForm
from participation.web.questionnaires.opening_form import OpeningForm
from participation.web.questionnaires.opening_lines import LanguageLine
from participation.web.questionnaires.sent import Sent
from participation.web.questionnaires.surface import Surface
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One line of the first screen."""

    pictogram: str
    words: Words


@dataclass(frozen=True, slots=True)
class Calendar:
    """The names of the months, and the years to choose from, the nearest first."""

    months: Sequence[str]
    years: Sequence[int]


@dataclass(frozen=True, slots=True)
class FormPage:
    """What templates/questionnaires/resident/form.html may use.

    `numbers`: key -> the number in front of a question that is answered; `conditions`: key -> its
    condition as JSON; `reading`: the language of the words that the reader's language lacks.
    """

    template: ClassVar[str] = "questionnaires/resident/form.html"
    surface: Surface
    layout: str
    title: Words
    service: str
    told: Sequence[NoticeLine]
    emergency: Words | None
    read_when: Words
    questions: Sequence[QuestionAsked]
    numbers: Mapping[str, int]
    conditions: Mapping[str, str]
    asks_voice: bool
    reading: Language | None
    calendar: Calendar
    helpers: Sequence[Assistance]
    sent: Sent
    problems: Mapping[str, str]
    general: str
    idle_seconds: int
    start: str
    addresses: Mapping[str, str]
    languages: Sequence[Language]


@dataclass(frozen=True, slots=True)
class ThanksPage:
    """What templates/questionnaires/resident/thanks.html may use."""

    template: ClassVar[str] = "questionnaires/resident/thanks.html"
    surface: Surface
    layout: str
    service: str
    coming: Sequence[tuple[str, Words]]
    idle_seconds: int
    start: str


@dataclass(frozen=True, slots=True)
class LanguagesPage:
    """What templates/questionnaires/resident/languages.html may use."""

    template: ClassVar[str] = "questionnaires/resident/languages.html"
    title: Words
    service: str
    languages: Sequence[Language]
    addresses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """What templates/questionnaires/resident/refused.html may use."""

    template: ClassVar[str] = "questionnaires/resident/refused.html"
    layout: str
    is_kiosk: bool
    sentence: str
    is_kept: bool
    idle_seconds: int
    start: str


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """One opening in the list of a campaign."""

    id: int
    title: Words
    service: str
    address: str
    qr: str
    responses: int
    is_open: bool
    dates: str
    channels: Sequence[str]


@dataclass(frozen=True, slots=True)
class OpeningsPage:
    """What templates/questionnaires/openings.html may use.

    `versions`: id, title, whether the form is about it; `languages`: tag -> what it lacks.
    """

    template: ClassVar[str] = "questionnaires/openings.html"
    campaign_name: str
    campaign_title: Words
    lines: Sequence[OpeningLine]
    closable: frozenset[int]
    is_out_of_reach: bool
    form: OpeningForm
    closing: BaseForm
    versions: Sequence[tuple[int, str, bool]]
    languages: Mapping[str, LanguageLine]
    is_closed: bool
