"""Every kind of question: shown, answered and counted, or refused with what was sent kept."""

import io
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from participation.campaigns.models import Campaign
from participation.people.models import Service
from participation.questionnaires.models import Answer, Opening, Option, Question, Statement
from participation.voices.models import Utterance
from tests.web.questionnaires.every_kind import QUESTIONS, open_every_kind

PLACES = {draft.key: f"q{place}" for place, draft in enumerate(QUESTIONS, start=1)}
ALL = {
    "q2": "often",
    "q3": ["food", "work"],
    "q4": "a_little",
    "q5": "good",
    "q6": "health",
    "q7.work": "1",
    "q7.food": "2",
    "q8.meals": "yes",
    "q8.room.quiet": "no",
    "q9.typed": "4",
    "q11.typed": "23/11/2025",
    "q12.typed": "2026-03",
    "q13.typed": "2019",
    "q14.typed": "Merci",
}
MARKS = {
    ("came", "often", None, None),
    ("why", "food", None, None),
    ("why", "work", None, None),
    ("heard", "a_little", None, None),
    ("welcome", "good", None, None),
    ("first", "health", None, None),
    ("order", "work", None, 1),
    ("order", "food", None, 2),
    ("true", "yes", "meals", None),
    ("true", "no", "room.quiet", None),
    ("people", None, None, 4),
    ("since", None, None, 20251123),
    ("month", None, None, 202603),
    ("year", None, None, 2019),
    ("voice", None, None, None),
}


@pytest.fixture
def every(session: Session, campaign: Campaign, service: Service) -> Opening:
    """One question of every kind, open today."""
    made = open_every_kind(session, campaign, service)
    session.commit()
    return made


def sent(**changes: Any) -> dict[str, Any]:
    """A whole answer with some changes; None leaves a field out."""
    values = {"gesture": str(uuid4()), **ALL, **changes}
    return {name: value for name, value in values.items() if value is not None}


def marks(session: Session) -> set[tuple[str, str | None, str | None, int | None]]:
    """Everything that is stored: question, option, row, value."""
    rows = session.execute(
        select(Question.key, Option.key, Statement.key, Answer.value)
        .select_from(Answer)
        .join(Question, Question.id == Answer.question_id)
        .outerjoin(Option, Option.id == Answer.option_id)
        .outerjoin(Statement, Statement.id == Answer.statement_id)
        .order_by(Answer.id)
    )
    return {(row[0], row[1], row[2], row[3]) for row in rows}


def soup(response: TestResponse) -> BeautifulSoup:
    """The page."""
    return BeautifulSoup(response.get_data(as_text=True), "html5lib")


def block(page: BeautifulSoup, key: str) -> Tag:
    """The part of the page where a question is asked."""
    found = page.find(id=PLACES[key])
    assert isinstance(found, Tag)
    return found


def kept(part: Tag) -> set[tuple[str, str]]:
    """What the fields of a question, or of a page, hold: names and values."""
    typed = part.select("input[name$='.typed'], textarea")
    held = {(str(one["name"]), str(one.get("value") or one.text.strip())) for one in typed}
    held |= {(str(one["name"]), str(one["value"])) for one in part.select("input[checked]")}
    for one in part.select("option[selected]"):
        choice = one.find_parent("select")
        assert choice is not None
        held.add((str(choice["name"]), str(one.get("value", one.text))))
    return {(name, value) for name, value in held if value}


def offers(part: Tag, name: str, value: str) -> bool:
    """Whether a page has somewhere to show a value that was sent."""
    ticked = part.select(f'input[name="{name}"][value="{value}"]')
    listed = [one.text for one in part.select(f'select[name="{name}"] option')]
    return bool(ticked) or value in listed or name.endswith(".typed")


def all_of(values: Mapping[str, Any], name: str) -> list[str]:
    """Every value of one field."""
    value = values[name]
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_every_kind_is_shown_in_the_readers_language(
    client: FlaskClient, tablet: FlaskClient, every: Opening, tag: str
) -> None:
    for browser, path in ((client, "q"), (tablet, "kiosk/q")):
        page = soup(browser.get(f"/{tag}/{path}/{every.token}"))
        for draft in QUESTIONS:
            part = block(page, draft.key)
            told = " ".join(part.text.split()).replace("\u202f", " ")
            texts = [draft.words, draft.unit, *(one.words for one in draft.options)]
            for words in [*texts, *(one.words for one in draft.statements)]:
                assert words.get(tag) in told
        assert page.select(".other-language") == []
        numbers = [one.text for one in page.select(".question-number")]
        assert numbers == [f"{n}." for n in range(1, len(QUESTIONS))]


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_every_kind_is_answered(
    client: FlaskClient, session: Session, every: Opening, tag: str
) -> None:
    assert client.post(f"/{tag}/q/{every.token}", data=sent()).status_code == 303
    assert marks(session) == MARKS
    assert session.scalars(select(Utterance.text)).all() == ["Merci"]


def test_the_tablet_sends_a_date_in_parts(
    tablet: FlaskClient, session: Session, every: Opening
) -> None:
    dates = {"q11.day": "23", "q11.month": "11", "q11.year": "2025", "q11.typed": None}
    dates |= {"q12.month": "3", "q12.year": "2026", "q12.typed": None}
    dates |= {"q13.year": "2019", "q13.typed": None}
    assert tablet.post(f"/fr/kiosk/q/{every.token}", data=sent(**dates)).status_code == 303
    assert marks(session) == MARKS


@pytest.mark.parametrize("digits", ["٤", "۴", "4", " 4 ", "4,0"])
def test_a_number_is_written_with_ones_own_digits(
    client: FlaskClient, session: Session, every: Opening, digits: str
) -> None:
    client.post(f"/ar/q/{every.token}", data=sent(**{"q9.typed": digits}))
    assert ("people", None, None, 4) in marks(session)


APART: Mapping[str, Mapping[str, Any]] = {
    "came": {"q2": "dont_know"},
    "why": {"q3": "nothing"},
    "heard": {"q4": "dont_know"},
    "welcome": {"q5": "rather_not"},
    "first": {"q6": "dont_know"},
    "order": {"q7": "dont_know", "q7.work": None, "q7.food": None},
    "true": {"q8": "rather_not", "q8.meals": None, "q8.room.quiet": None},
    "people": {"q9": "dont_know", "q9.typed": ""},
    "since": {"q11": "rather_not", "q11.typed": ""},
    "voice": {"q14": "rather_not", "q14.typed": ""},
}


@pytest.mark.parametrize("key", APART)
def test_what_stands_apart_is_an_answer_of_its_own(
    client: FlaskClient, session: Session, every: Opening, key: str
) -> None:
    said = next(value for value in APART[key].values() if value)
    assert client.post(f"/fr/q/{every.token}", data=sent(**APART[key])).status_code == 303
    assert {mark for mark in marks(session) if mark[0] == key} == {(key, said, None, None)}


REFUSED: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "one choice, twice": ("came", {"q2": ["often", "rarely"]}),
    "never offered": ("came", {"q2": "never"}),
    "too many": ("why", {"q3": ["food", "work", "health"]}),
    "nothing, and something": ("why", {"q3": ["nothing", "food"]}),
    "a fifth face": ("welcome", {"q5": "neutral"}),
    "an answer that is needed": ("welcome", {"q5": None}),
    "two pictures": ("first", {"q6": ["food", "work"]}),
    "the same place twice": ("order", {"q7.work": "1", "q7.food": "1"}),
    "a place that is not there": ("order", {"q7.work": "9"}),
    "a thing that is not there": ("order", {"q7.gold": "3"}),
    "an order, and I don't know": ("order", {"q7": "dont_know"}),
    "a row twice": ("true", {"q8.meals": ["yes", "no"]}),
    "a row that is not there": ("true", {"q8.garden": "yes"}),
    "a table, and no wish to answer": ("true", {"q8": "rather_not"}),
    "no number": ("people", {"q9.typed": "beaucoup"}),
    "out of bounds": ("people", {"q9.typed": "21"}),
    "a number, and I don't know": ("people", {"q9": "dont_know"}),
    "no such day": ("since", {"q11.typed": "31/02/2025"}),
    "a date, and no wish to answer": ("since", {"q11": "rather_not"}),
    "no such month": ("month", {"q12.typed": "13/2026"}),
    "no such year": ("year", {"q13.typed": "1719"}),
    "words, and no wish to answer": ("voice", {"q14": "rather_not"}),
    "too many words": ("voice", {"q14.typed": "x" * 2001}),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_what_must_change_is_said_there_and_everything_is_kept(
    client: FlaskClient, session: Session, every: Opening, tag: str, case: str
) -> None:
    key, changes = REFUSED[case]
    values = sent(**changes)
    refused = client.post(f"/{tag}/q/{every.token}", data=values)
    assert refused.status_code == 422
    page = soup(refused)
    part = block(page, key)
    told = part.select_one(f"#{PLACES[key]}-error:not([hidden])")
    assert told is not None
    assert told.text.strip()
    assert "%(" not in told.text
    assert [one["href"] for one in page.select("#problems a")] == [f"#{PLACES[key]}"]
    fields = {(name, one) for name in values for one in all_of(values, name) if name != "gesture"}
    assert kept(page) == {one for one in fields if offers(page, *one)}
    assert len(fields - kept(page)) <= 1
    assert marks(session) == set()


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_a_date_in_parts_is_kept(tablet: FlaskClient, every: Opening, tag: str) -> None:
    parts = {"q11.day": "31", "q11.month": "2", "q11.year": "2025"}
    values = sent(**parts, **{"q11.typed": None, "q12.typed": None, "q12.month": "3"})
    page = soup(tablet.post(f"/{tag}/kiosk/q/{every.token}", data=values))
    assert kept(block(page, "since")) == set(parts.items())
    assert kept(block(page, "month")) == {("q12.month", "3")}
    assert [one["href"] for one in page.select("#problems a")] == ["#q11", "#q12"]


def test_a_sound_that_is_none_is_said_beside_its_question(
    client: FlaskClient, session: Session, every: Opening
) -> None:
    page = soup(client.get(f"/fr/q/{every.token}"))
    form = page.select_one("#answers")
    assert form is not None
    assert form["enctype"] == "multipart/form-data"
    file = (io.BytesIO(b"this is no sound"), "voice.webm")
    refused = client.post(f"/fr/q/{every.token}", data=sent(**{"q14.sound": file}))
    assert refused.status_code == 422
    assert block(soup(refused), "voice").select_one("#q14-error") is not None
    assert kept(block(soup(refused), "people")) == {("q9.typed", "4")}
    assert marks(session) == set()


def test_an_empty_file_is_no_recording(
    client: FlaskClient, session: Session, every: Opening
) -> None:
    file = (io.BytesIO(b""), "")
    client.post(f"/fr/q/{every.token}", data=sent(**{"q14.sound": file}))
    assert marks(session) == MARKS


@pytest.mark.parametrize(
    "changes",
    [
        {"q2.typed.more": "x"},
        {"q2.gold": "x"},
        {"q99.typed": "x"},
        {"q2.sound": (io.BytesIO(b"x"), "x")},
        {f"q7.x{number}": "1" for number in range(1001)},
    ],
    ids=["two dots", "a part of one choice", "no such question", "a sound", "thousands"],
)
def test_fields_that_no_page_has(
    client: FlaskClient, session: Session, every: Opening, changes: dict[str, Any]
) -> None:
    assert client.post(f"/fr/q/{every.token}", data=sent(**changes)).status_code in {413, 422}
    assert marks(session) == set()


def test_what_was_not_asked_is_dropped(
    client: FlaskClient, session: Session, every: Opening
) -> None:
    client.post(f"/fr/q/{every.token}", data=sent(q2="rarely", **{"q10.typed": "Personne"}))
    assert {mark for mark in marks(session) if mark[0] in {"why", "alone"}} == set()
    client.post(
        f"/fr/q/{every.token}",
        data=sent(q2="rarely", **{"q9.typed": "0", "q10.typed": "Personne"}),
    )
    assert {mark[0] for mark in marks(session)} >= {"alone"}


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("fr", "À « Venez-vous souvent ? », vous avez répondu « Souvent »."),
        ("ar", "عن «هل تأتون كثيرًا؟» أجبتم «كثيرًا»."),
    ],
)
def test_without_a_script_conditions_are_written(
    client: FlaskClient, every: Opening, tag: str, said: str
) -> None:
    page = soup(client.get(f"/{tag}/q/{every.token}"))
    lines = block(page, "why").select(".only-if li")
    assert [" ".join(one.text.split()) for one in lines] == [said]
    nested = block(page, "alone").select(".only-if > ul > li > ul > li")
    assert len(nested) == 2
    assert len(nested[1].select("ul > li")) == 1
    assert block(page, "came").select(".only-if") == []
