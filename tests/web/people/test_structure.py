"""What a structure says of itself, changed by its administrator."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.journal.models import JournalEntry
from participation.people.models import Structure
from participation.wording import State, Words
from tests.pages import PageClient

AsRole = Callable[..., PageClient]
EDIT = "/fr/desk/structure/edit"
SAID = {
    "name": "CCAS de Valbrenne",
    "contact": "Accueil, 01 02 03 04 05",
    "emergency-fr": "En danger, appelez le 112.",
    "emergency-ar": "في خطر، اتصلوا بـ 112.",
}


def test_the_administrator_changes_it(
    as_role: AsRole, structure: Structure, session: Session
) -> None:
    client = as_role("administrator")
    assert "/fr/desk/structure/edit" in client.get("/fr/desk/structure").text
    assert structure.name in client.get(EDIT).text
    assert client.send(EDIT, SAID).location == "/fr/desk/structure"
    session.expire_all()
    assert (structure.name, structure.contact) == (SAID["name"], SAID["contact"])
    assert structure.emergency.get("ar") == SAID["emergency-ar"]
    assert structure.emergency.texts["ar"].state is State.DRAFT
    assert session.scalars(select(JournalEntry.act)).all() == ["structure_changed"]


def test_a_text_that_did_not_change_keeps_its_review(
    as_role: AsRole, structure: Structure, session: Session
) -> None:
    structure.emergency = Words.of(fr="Appelez le 112.", ar=SAID["emergency-ar"])
    session.commit()
    as_role("administrator").send(EDIT, SAID)
    session.expire_all()
    assert structure.emergency.texts["ar"].state is State.REVIEWED


@pytest.mark.parametrize(
    "changes",
    [{"name": "  "}, {"name": "x" * 301}, {"emergency-fr": ""}, {"contact": "x" * 301}],
)
def test_what_cannot_be_kept_changes_nothing(
    changes: dict[str, str], as_role: AsRole, structure: Structure, session: Session
) -> None:
    before = structure.name
    assert as_role("administrator").send(EDIT, {**SAID, **changes}).status_code == 422
    session.expire_all()
    assert (structure.name, structure.contact) == (before, "")


@pytest.mark.parametrize("role", ["reception", "worker", "manager"])
def test_nobody_else_does(role: str, as_role: AsRole) -> None:
    assert as_role(role).get(EDIT).status_code == 403


def test_the_administrator_of_another_structure_changes_their_own(
    stranger: FlaskClient, structure: Structure, session: Session
) -> None:
    stranger.send(EDIT, SAID)  # type: ignore[attr-defined]  # PageClient has it
    session.expire_all()
    assert structure.contact == ""
