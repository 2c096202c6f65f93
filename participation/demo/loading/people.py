"""The invented structure, its services and its staff, with sign-ins made by chance."""

import secrets

from sqlalchemy.orm import Session

from participation.demo.folder import SignIn
from participation.demo.loading.stage import Stage
from participation.demo.reading import Scenario
from participation.people import operations as people
from participation.people.models import Structure
from participation.people.passwords import LETTERS, Passwords
from participation.people.rules import Role


def new_sign_ins(story: Scenario) -> tuple[SignIn, ...]:
    """How each member of staff signs in; never the same twice."""
    return tuple(
        SignIn(one.name, one.title_fr, one.role, one.key, new_password())
        for one in story.setting.staff
    )


def new_password() -> str:
    """Three groups of four signs that can be read aloud: about 59 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def load_structure(session: Session, story: Scenario) -> Structure:
    """The structure, marked as a demonstration."""
    told = story.setting.structure
    return people.create_structure(
        session,
        short_name=told.short_name,
        name=told.name,
        contact=told.contact_fr,
        is_demonstration=True,
    )


def load_services(stage: Stage) -> None:
    """The two places that receive people."""
    for told in stage.story.setting.services:
        stage.services[told.key] = people.create_service(
            stage.session,
            stage.structure,
            short_name=told.key,
            name=told.name,
            territory=told.territory,
        )


def hashed(sign_ins: tuple[SignIn, ...], passwords: Passwords) -> dict[str, str]:
    """Sign-in name -> hash; slow on purpose, so before any write."""
    return {one.sign_in_name: passwords.hash(one.password) for one in sign_ins}


def load_staff(stage: Stage, hashes: dict[str, str]) -> None:
    """An account with one role for each member of staff."""
    for told in stage.story.setting.staff:
        account = people.create_account(
            stage.session,
            stage.structure,
            sign_in_name=told.key,
            name=told.name,
            title=told.title_fr,
            password_hash=hashes[told.key],
        )
        people.give_role(
            stage.session,
            account,
            role=Role(told.role),
            service=stage.services[told.service] if told.service else None,
            may_publish=told.publishes,
        )
