"""What the templates of the tablet may use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from participation.kiosks.models import Device
from participation.languages import Language
from participation.questionnaires.reading import Silent
from participation.web.forms.base import BaseForm
from participation.web.kiosk.forms import StartForm
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class LanguagesPage:
    """What templates/kiosk/languages.html may use."""

    template: ClassVar[str] = "kiosk/languages.html"
    service: str
    languages: Sequence[Language]
    addresses: Mapping[str, str]
    asked: Sequence[tuple[Language, str]]
    team: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be done at the tablet."""

    label: Words | str
    said: Words | str
    address: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """What templates/kiosk/home.html may use."""

    template: ClassVar[str] = "kiosk/home.html"
    service: str
    choices: Sequence[Choice]
    start: str
    idle_seconds: int


@dataclass(frozen=True, slots=True)
class DevicePage:
    """What templates/kiosk/desk/device.html may use."""

    template: ClassVar[str] = "kiosk/desk/device.html"
    form: StartForm
    act: BaseForm
    mine: Device | None
    running: Sequence[tuple[Device, str]]


@dataclass(frozen=True, slots=True)
class SilentForm:
    """A questionnaire in one language, with its texts that no recording says."""

    title: Words
    service: str
    silent: Sequence[Silent]


@dataclass(frozen=True, slots=True)
class SilentPage:
    """What templates/kiosk/desk/silent.html may use: language -> what is open in it."""

    template: ClassVar[str] = "kiosk/desk/silent.html"
    tablet: str
    languages: Sequence[tuple[Language, Sequence[SilentForm]]]
