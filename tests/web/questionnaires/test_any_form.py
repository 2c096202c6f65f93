"""Any questionnaire that the editor can make: published, shown, answered, and out as it came in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.people.models import Service
from participation.questionnaires import copying, operations
from participation.questionnaires.conditions import Answered, holds
from participation.questionnaires.drafts import FormDraft, OptionRole, Precision, QuestionDraft
from participation.questionnaires.files import to_file
from participation.questionnaires.models import Answer, Opening, Option, Question, Statement
from participation.questionnaires.writing import form_of
from tests.questionnaires.strategies import forms

Mark = tuple[str, str | None, str | None, int | None]
"""Question, option, row, value: keys as the editor knows them."""
WRITTEN = {
    Precision.DAY: ("2026-02-28", 20260228),
    Precision.MONTH: ("2026-02", 202602),
    Precision.YEAR: ("2026", 2026),
}


@dataclass
class Filled:
    """What somebody did with one question: fields sent, marks expected, and what conditions see."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    marks: set[Mark] = field(default_factory=set)
    answered: Answered = field(default_factory=Answered)


@given(forms(), st.data())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_questionnaire_is_shown_answered_and_stays_as_it_was(
    session: Session,
    campaign: Campaign,
    service: Service,
    client: FlaskClient,
    form: FormDraft,
    data: st.DataObject,
) -> None:
    assume(any(one.kind != "information" for one in form.questions))
    opening = open_form(session, campaign, service, form)
    before = to_file(session, opening.version)
    page = client.get(f"/fr/q/{opening.token}")
    assert page.status_code == 200
    everything_is_on_the_page(page.text, form)
    filled = dict(fill(form, data))
    expected = asked_only(form.questions, filled)
    assume(expected)
    fields = {name: values for one in filled.values() for name, values in one.fields.items()}
    answer = client.post(f"/fr/q/{opening.token}", data={"gesture": str(uuid4()), **fields})
    assert answer.status_code == 303, BeautifulSoup(answer.text, "html5lib").select(".error")
    session.expire_all()
    assert stored(session, opening) == expected
    assert to_file(session, opening.version) == before
    assert form_of(opening.version) == form


def open_form(session: Session, campaign: Campaign, service: Service, form: FormDraft) -> Opening:
    """Published and open today, by link, in French."""
    version = copying.copy_questionnaire(session, campaign.structure_id, form)
    operations.publish_version(session, version, at=clock.now())
    made = operations.open_questionnaire(
        session,
        version,
        campaign,
        service,
        channels=[Channel.LINK],
        opens_on=clock.today(),
        closes_on=clock.today(),
        languages=["fr"],
    )
    session.commit()
    return made


def everything_is_on_the_page(html: str, form: FormDraft) -> None:
    """Each question, answer and row in French, however strange its signs are."""
    shown = squeezed(BeautifulSoup(html, "html5lib").get_text())
    for question in form.questions:
        for place, words in question.texts:
            if place != "unit" or question.kind == "number":
                assert squeezed(words.get("fr")) in shown, (question.kind, place)


def squeezed(text: str) -> str:
    """A text without any space: typography and layout put their own."""
    return "".join(text.split())


def fill(form: FormDraft, data: st.DataObject) -> Iterator[tuple[str, Filled]]:
    """Answer or skip each question, as one would on the plain page."""
    for place, question in enumerate(form.questions, start=1):
        apart = [one.key for one in question.options if one.role is not OptionRole.CHOICE]
        ways = [] if question.kind == "information" else ["own", *(["apart"] if apart else [])]
        if not question.is_required:
            ways.append("skip")
        way = data.draw(st.sampled_from(ways))
        name = f"q{place}"
        if way == "apart":
            yield question.key, one_option(question.key, name, data.draw(st.sampled_from(apart)))
        elif way == "own":
            yield question.key, own_answer(question, name, data)
        else:
            yield question.key, Filled()


def one_option(key: str, name: str, option: str) -> Filled:
    """One option alone."""
    return Filled(
        {name: [option]}, {(key, option, None, None)}, Answered(options=frozenset({option}))
    )


def own_answer(question: QuestionDraft, name: str, data: st.DataObject) -> Filled:  # noqa: PLR0911  # One way of answering for each kind.
    """An answer of the question's own kind."""
    choices = [one.key for one in question.options if one.role is OptionRole.CHOICE]
    key = question.key
    if question.kind in {"free_text", "voice"}:
        return Filled(
            {f"{name}.typed": ["Bonjour"]}, {(key, None, None, None)}, Answered(has_words=True)
        )
    if question.kind == "number":
        return a_number(question, name, data)
    if question.kind == "date":
        written, value = WRITTEN[Precision(question.precision)]
        return Filled(
            {f"{name}.typed": [written]}, {(key, None, None, value)}, Answered(value=value)
        )
    if question.kind == "several_choices":
        most = question.maximum or len(choices)
        some = data.draw(st.lists(st.sampled_from(choices), min_size=1, max_size=most, unique=True))
        marks = {(key, one, None, None) for one in some}
        return Filled({name: some}, marks, Answered(options=frozenset(some)))
    if question.kind == "ranking":
        some = data.draw(st.lists(st.sampled_from(choices), min_size=1, unique=True))
        places = {f"{name}.{one}": [str(n)] for n, one in enumerate(some, start=1)}
        marks = {(key, one, None, n) for n, one in enumerate(some, start=1)}
        return Filled(places, marks, Answered(options=frozenset(some)))
    if question.kind == "agreement":
        return some_rows(question, name, choices, data)
    return one_option(key, name, data.draw(st.sampled_from(choices)))


def a_number(question: QuestionDraft, name: str, data: st.DataObject) -> Filled:
    """A number within its bounds, written in French."""
    unit = 10**question.decimals
    lowest, highest = question.lowest or 0, question.highest or 0
    value = data.draw(st.integers(lowest * unit, highest * unit))
    whole, rest = divmod(abs(value), unit)
    typed = ("-" if value < 0 else "") + str(whole)
    if question.decimals:
        typed += f",{rest:0{question.decimals}d}"
    return Filled(
        {f"{name}.typed": [typed]},
        {(question.key, None, None, value)},
        Answered(value=value / unit),
    )


def some_rows(
    question: QuestionDraft, name: str, choices: Sequence[str], data: st.DataObject
) -> Filled:
    """One answer in some of the rows."""
    keys = [one.key for one in question.statements]
    rows = data.draw(
        st.dictionaries(st.sampled_from(keys), st.sampled_from(list(choices)), min_size=1)
    )
    return Filled(
        {f"{name}.{row}": [option] for row, option in rows.items()},
        {(question.key, option, row, None) for row, option in rows.items()},
        Answered(rows=rows),
    )


def asked_only(questions: Sequence[QuestionDraft], filled: Mapping[str, Filled]) -> set[Mark]:
    """The marks of the questions that are asked, given the answers before them."""
    known: dict[str, Answered] = {}
    marks: set[Mark] = set()
    for one in questions:
        if holds(one.condition, known):
            known[one.key] = filled[one.key].answered
            marks |= filled[one.key].marks
    return marks


def stored(session: Session, opening: Opening) -> set[Mark]:
    """What the database holds of the only response."""
    rows: Any = session.execute(
        select(Question.key, Option.key, Statement.key, Answer.value)
        .select_from(Answer)
        .join(Question, Question.id == Answer.question_id)
        .outerjoin(Option, Option.id == Answer.option_id)
        .outerjoin(Statement, Statement.id == Answer.statement_id)
        .where(Answer.opening_id == opening.id)
        .order_by(Answer.id)
    ).all()
    assert len(rows) == len(set(rows))
    return {tuple(row) for row in rows}
