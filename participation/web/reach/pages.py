"""What the templates of reach may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from participation.languages import Language
from participation.web.forms.base import BaseForm
from participation.web.reach.machine import Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be tried, with the QR code of its test page."""

    place: Place
    drawing: Markup
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class AddressPage:
    """templates/reach/address.html.

    `set_for_all` is the setting of the installation, which wins. `chosen` is what the structure
    confirmed; `is_elsewhere` says that this machine no longer has it. `now` is what QR codes name.
    """

    template: ClassVar[str] = "reach/address.html"
    form: BaseForm
    now: str
    set_for_all: str
    chosen: str
    is_elsewhere: bool
    is_this_machine_only: bool
    port: int
    candidates: Sequence[Candidate]


@dataclass(frozen=True, slots=True)
class TestPage:
    """templates/reach/resident/test.html: the digits, and the same sentence for other readers."""

    __test__: ClassVar[bool] = False
    template: ClassVar[str] = "reach/resident/test.html"
    structure: str
    address: str
    digits: str
    others: Sequence[tuple[Language, str]]
