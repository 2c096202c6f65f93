"""What the templates of people may use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from participation.journal.queries import Entry
from participation.people.models import Service, Structure
from participation.people.queries import AccountRow
from participation.people.rules import Role
from participation.web.forms.base import BaseForm


@dataclass(frozen=True, slots=True)
class SignInPage:
    """templates/people/sign_in.html."""

    template: ClassVar[str] = "people/sign_in.html"
    form: BaseForm


@dataclass(frozen=True, slots=True)
class PasswordPage:
    """templates/people/password.html: `asks_old` when a password exists already."""

    template: ClassVar[str] = "people/password.html"
    form: BaseForm
    asks_old: bool
    sign_in_name: str


@dataclass(frozen=True, slots=True)
class SetUpPage:
    """templates/people/set_up.html."""

    template: ClassVar[str] = "people/set_up.html"
    form: BaseForm


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """templates/people/accounts.html."""

    template: ClassVar[str] = "people/accounts.html"
    rows: Sequence[AccountRow]
    role_names: Mapping[Role, object]


@dataclass(frozen=True, slots=True)
class NewAccountPage:
    """templates/people/new_account.html."""

    template: ClassVar[str] = "people/new_account.html"
    form: BaseForm


@dataclass(frozen=True, slots=True)
class AccountPage:
    """templates/people/account.html."""

    template: ClassVar[str] = "people/account.html"
    row: AccountRow
    role_form: BaseForm
    role_names: Mapping[Role, object]


@dataclass(frozen=True, slots=True)
class CodePage:
    """templates/people/code.html: the only time that a code is shown."""

    template: ClassVar[str] = "people/code.html"
    account_id: int
    name: str
    sign_in_name: str
    code: str
    ends: str


@dataclass(frozen=True, slots=True)
class StructurePage:
    """templates/people/structure.html."""

    template: ClassVar[str] = "people/structure.html"
    structure: Structure
    services: Sequence[Service]
    form: BaseForm


@dataclass(frozen=True, slots=True)
class StructureFormPage:
    """templates/people/edit_structure.html."""

    template: ClassVar[str] = "people/edit_structure.html"
    form: BaseForm


@dataclass(frozen=True, slots=True)
class JournalPage:
    """templates/people/journal.html: newest first; `older` is the address of the next page."""

    template: ClassVar[str] = "people/journal.html"
    entries: Sequence[Entry]
    acts: Mapping[str, object]
    older: str
