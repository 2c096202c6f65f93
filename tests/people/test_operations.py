"""Structures, services, accounts and roles."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from participation.people import operations, queries
from participation.people.models import Account, Service, Structure
from participation.people.rules import (
    AccountClosed,
    AlreadySetUp,
    BadShortName,
    BadSignInName,
    LastAdministrator,
    NameTaken,
    Role,
    ServiceNeeded,
)
from tests import builders

NOW = datetime(2026, 10, 15, 9, tzinfo=UTC)


@pytest.fixture
def claire(session: Session, structure: Structure) -> Account:
    """The only administrator."""
    return builders.an_account(session, structure, Role.ADMINISTRATOR)


def test_names_are_used_once(session: Session, structure: Structure, service: Service) -> None:
    builders.an_account(session, structure, Role.MANAGER)
    with pytest.raises(NameTaken):
        operations.create_structure(session, short_name=structure.short_name, name="Autre")
    with pytest.raises(NameTaken):
        operations.create_service(session, structure, short_name=service.short_name, name="Autre")
    with pytest.raises(NameTaken):
        operations.create_account(
            session, structure, sign_in_name=f"{structure.short_name}-manager", name="Autre"
        )


def test_two_structures_may_name_a_service_alike(session: Session, service: Service) -> None:
    other = builders.a_structure(session, "ailleurs")
    assert builders.a_service(session, other, service.short_name).id != service.id


@pytest.mark.parametrize("name", ["", "Les Tilleuls", "été", "a--b", "-a", "a" * 61, "a\n"])
def test_a_short_name_has_plain_signs(session: Session, name: str) -> None:
    with pytest.raises(BadShortName):
        operations.create_structure(session, short_name=name, name="Structure")


@pytest.mark.parametrize("name", ["", "ab", "Nadia", "na dia", "nadia\n", ".nadia", "é" * 5])
def test_a_sign_in_name_has_plain_signs(session: Session, structure: Structure, name: str) -> None:
    with pytest.raises(BadSignInName):
        operations.create_account(session, structure, sign_in_name=name, name="Nadia")


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.VOLUNTEER, Role.WORKER])
def test_who_works_in_a_service_needs_one(session: Session, claire: Account, role: Role) -> None:
    with pytest.raises(ServiceNeeded):
        operations.give_role(session, claire, role=role)


def test_a_role_is_held_once_and_ends_open_sessions(session: Session, claire: Account) -> None:
    before = claire.version
    operations.give_role(session, claire, role=Role.MANAGER)
    operations.give_role(session, claire, role=Role.MANAGER, may_publish=True)
    held = [(one.role, one.may_publish) for one in claire.memberships]
    assert held == [(Role.ADMINISTRATOR, False), (Role.MANAGER, True)]
    assert claire.version > before


def test_the_last_administrator_stays(session: Session, claire: Account) -> None:
    with pytest.raises(LastAdministrator):
        operations.close_account(session, claire)
    with pytest.raises(LastAdministrator):
        operations.take_role(session, claire, claire.memberships[0].id)


def test_one_of_two_administrators_may_go(
    session: Session, structure: Structure, claire: Account
) -> None:
    second = operations.create_account(session, structure, sign_in_name="second", name="Second")
    operations.give_role(session, second, role=Role.ADMINISTRATOR)
    operations.close_account(session, claire)
    assert queries.open_administrators(session, structure.id) == {second.id}
    with pytest.raises(LastAdministrator):
        operations.close_account(session, second)


def test_a_closed_account_gets_no_code_until_it_is_open_again(
    session: Session, structure: Structure, claire: Account
) -> None:
    manager = builders.an_account(session, structure, Role.MANAGER)
    operations.close_account(session, manager)
    with pytest.raises(AccountClosed):
        operations.give_code(session, manager, code_hash="x", at=NOW)
    operations.reopen_account(session, manager)
    assert operations.give_code(session, manager, code_hash="x", at=NOW) > NOW


def test_accounts_are_those_of_the_structure(
    session: Session, structure: Structure, service: Service, claire: Account
) -> None:
    builders.an_account(session, structure, Role.WORKER, service)
    builders.an_account(session, builders.a_structure(session, "ailleurs"), Role.ADMINISTRATOR)
    rows = queries.accounts(session, structure.id)
    assert [(row.name, row.roles[0].service) for row in rows] == [
        ("Administrator of valbrenne", None),
        ("Worker of valbrenne", service.name),
    ]


def test_the_set_up_link_works_once(session: Session) -> None:
    operations.refuse_second_set_up(session)
    builders.a_structure(session)
    with pytest.raises(AlreadySetUp):
        operations.refuse_second_set_up(session)
