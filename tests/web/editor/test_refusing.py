"""What cannot be kept: one sentence that names the place, and what was typed stays."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation.questionnaires import editing
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.models import Version
from participation.questionnaires.writing import draft_of, form_of
from participation.wording import Words
from tests.web.editor.test_writing import ONE, fields_of, page, questions


@pytest.fixture
def worker(as_role: Callable[..., FlaskClient]) -> Any:
    """Somebody who writes questionnaires."""
    return as_role("worker")


def refused(client: Any, fields: dict[str, Any], sentence: str) -> BeautifulSoup:
    """Send it: the page says why, and shows the fields as they were sent."""
    answer = client.send(ONE, fields)
    assert answer.status_code == 422
    soup = BeautifulSoup(answer.data, "html5lib")
    problems = soup.select_one("#problems")
    assert problems is not None
    assert sentence in " ".join(problems.text.split())
    return soup


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"words": " "}, "Écrivez la question."),
        ({"maximum": "0"}, "Question 7 : le nombre de réponses au plus doit être"),
        ({"maximum": "deux"}, "Nombre de réponses au plus"),
        ({"words": "x" * 501}, "Question"),
        ({"lines-0-what": "wait", "lines-0-how": "at_least"}, "Écrivez un nombre."),
        ({"lines-0-what": "nobody=yes"}, "Question 7 : sa condition porte sur une réponse"),
        ({"picture": (io.BytesIO(b"GIF89a no"), "p.gif")}, "image"),
        ({f"answers-{n}-words": "" for n in range(12)}, "Question 7 : il faut au moins deux"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_on_the_page(
    worker: Any, draft: Version, session: Session, changes: dict[str, Any], sentence: str
) -> None:
    before = questions(session)
    fields = {**fields_of(page(worker, f"{ONE}?question=7")), "hint": "Toujours là", **changes}
    soup = refused(worker, fields, sentence)
    assert fields_of(soup)["hint"] == "Toujours là"
    assert questions(session) == before


def test_a_condition_on_a_later_question_names_both(
    worker: Any, draft: Version, session: Session
) -> None:
    later = draft.questions[6]
    fields = fields_of(page(worker, f"{ONE}?question=3"))
    fields["lines-0-what"] = f"{later.key}={later.options[0].key}"
    refused(worker, fields, "Question 3 : sa condition porte sur la question 7")


def test_questions_that_wait_for_one_another_are_named(
    worker: Any, draft: Version, session: Session
) -> None:
    one, other = draft.questions[2], draft.questions[6]
    whole = draft_of(other)
    waits = {"question": one.key, "answered": True}
    changed = QuestionDraft(
        key=whole.key, kind=whole.kind, words=whole.words, options=whole.options, condition=waits
    )
    editing.replace_question(session, draft, changed, revision=0)
    session.commit()
    fields = fields_of(page(worker, f"{ONE}?question=3"))
    fields["lines-0-what"] = f"{other.key}={other.options[0].key}"
    refused(worker, fields, "Les questions 3 et 7 s’attendent l’une l’autre.")
    for act in (f"remove:{one.key}", f"to:{one.key}:8", f"to:{other.key}:1"):
        worker.send(f"{ONE}/arrange", {"act": act, "revision": 1})
        said = page(worker, ONE).select_one(".notice-warn")
        assert said is not None
        assert "7" in said.text
        assert "3" in said.text


def test_two_editors_on_one_draft_lose_nothing(
    worker: Any, as_role: Callable[..., FlaskClient], draft: Version, session: Session
) -> None:
    manager: Any = as_role("manager")
    mine = {**fields_of(page(worker, f"{ONE}?question=7")), "words": "La mienne ?"}
    theirs = {**fields_of(page(manager, f"{ONE}?question=7")), "words": "La leur ?"}
    assert manager.send(ONE, theirs).status_code == 302
    soup = refused(worker, mine, "Quelqu’un a changé ce questionnaire entre-temps.")
    assert "La leur ?" in soup.text.replace("\u202f", " ")
    assert fields_of(soup)["words"] == "La mienne ?"
    assert questions(session)[6].words.get("fr") == "La leur ?"
    assert worker.send(ONE, fields_of(soup)).status_code == 302
    assert questions(session)[6].words.get("fr") == "La mienne ?"


def test_a_question_that_somebody_removed_is_not_made_again(
    worker: Any, draft: Version, session: Session
) -> None:
    fields = fields_of(page(worker, f"{ONE}?question=7"))
    worker.send(f"{ONE}/arrange", {"act": f"remove:{draft.questions[6].key}", "revision": 0})
    soup = refused(worker, fields, "Quelqu’un a changé ce questionnaire")
    refused(worker, fields_of(soup), "Cette question a été retirée entre-temps.")
    assert len(questions(session)) == 7


def test_a_button_pressed_on_an_old_page_changes_nothing(
    worker: Any, draft: Version, session: Session
) -> None:
    editing.add(
        session,
        draft,
        QuestionDraft(key="", kind="faces", words=Words.of(fr="Et ici ?")),
        revision=0,
    )
    session.commit()
    before = form_of(draft)
    for path, act in (
        ("arrange", {"act": f"remove:{draft.questions[0].key}"}),
        ("arrange", {"act": "back"}),
        ("publish", {}),
        ("title", {"title": "Autre"}),
    ):
        worker.send(f"{ONE}/{path}", {**act, "revision": 0})
        assert "Quelqu’un a changé ce questionnaire" in page(worker, ONE).text
    session.expire_all()
    assert form_of(draft) == before
    assert worker.send(f"{ONE}/arrange", {"act": "fly", "revision": 1}).status_code == 409
    assert worker.send(f"{ONE}/arrange", {"act": "to:x:y", "revision": 1}).status_code == 302
    assert worker.send(f"{ONE}/arrange", {"act": "to:x:²", "revision": 1}).status_code == 302


def test_a_published_version_takes_no_edit(worker: Any, draft: Version) -> None:
    fields = fields_of(page(worker, f"{ONE}?question=7"))
    worker.send(f"{ONE}/publish", {"revision": 0})
    assert worker.send(ONE, fields).status_code == 409
    for act in ("publish", "throw-away"):
        worker.send(f"{ONE}/{act}", {"revision": 1})
        assert "Cette version est publiée" in page(worker, ONE).text, act
    assert [one.number for one in draft.questionnaire.versions] == [1]


def test_what_no_page_of_ours_sends_is_left_out(
    worker: Any, draft: Version, session: Session
) -> None:
    fields = fields_of(page(worker, f"{ONE}?question=7"))
    strange = {f"answers-{place}-words": "x" for place in ("²", "-1", "9" * 5000)}
    sent = {**fields, **strange, "pictogram": '"><script>', "answers-0-pictogram": "x" * 81}
    assert worker.send(ONE, sent).status_code == 302
    session.expire_all()
    question = draft.questions[6]
    assert (question.pictogram, question.options[0].pictogram) == ("", "")
    assert all(option.words.get("fr") != "x" for option in question.options)
    thousands = {**fields, **{f"answers-{place}-words": "x" for place in range(1, 900)}}
    soup = BeautifulSoup(worker.send(ONE, thousands).data, "html5lib")
    assert len(soup.select("[name^=answers-][name$=-words]")) <= 42
