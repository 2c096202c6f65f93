"""What the strategies make is what the editor can make: it is stored, and it is the same."""

from hypothesis import HealthCheck, given, settings
from sqlalchemy.orm import Session

from participation.people.models import Structure
from participation.questionnaires import operations
from participation.questionnaires.drafts import FormDraft
from participation.questionnaires.kinds import KINDS
from participation.questionnaires.writing import complete, form_of, refuse_bad_conditions
from tests.questionnaires.strategies import forms, one_of_each

WITH_DATABASE = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(forms())
@settings(deadline=None, max_examples=50)
def test_a_form_is_complete_as_it_is_made(form: FormDraft) -> None:
    for number, one in enumerate(form.questions, start=1):
        others = [other.key for other in form.questions if other is not one]
        assert complete(one, number=number, others=others) == one
    refuse_bad_conditions(form.questions)


@given(one_of_each())
@settings(deadline=None, max_examples=5)
def test_every_kind_is_made(form: FormDraft) -> None:
    assert {one.kind for one in form.questions} == set(KINDS)


@given(forms())
@settings(deadline=None, max_examples=50)
def test_a_form_is_the_same_once_told_as_a_plain_value(form: FormDraft) -> None:
    assert FormDraft.from_json(form.to_json()) == form


@given(form=forms())
@WITH_DATABASE
def test_a_form_is_the_same_once_stored(
    session: Session, structure: Structure, form: FormDraft
) -> None:
    made = operations.create_questionnaire(
        session, structure.id, short_name="any", title=form.title
    )
    version = operations.draft_version(session, made)
    version.languages = list(form.languages)
    for one in form.questions:
        operations.add_question(session, version, one)
    session.expire_all()
    assert form_of(version) == form
    session.rollback()
