"""A worker makes a questionnaire: a list, models, one question after the other, publishing."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.journal.models import JournalEntry
from participation.people.models import Service
from participation.questionnaires import copying, editing, operations
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.kinds import KINDS
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.writing import draft_of
from participation.wording import Words
from tests import builders

AT = "/fr/desk/editor"
ONE = f"{AT}/accueil"


@pytest.fixture
def worker(as_role: Callable[..., FlaskClient]) -> Any:
    """Somebody who writes questionnaires."""
    return as_role("worker")


def page(client: FlaskClient, path: str) -> BeautifulSoup:
    """A page that opens."""
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.data, "html5lib")


def fields_of(soup: BeautifulSoup) -> dict[str, Any]:
    """What the form of the question would send, as it is."""
    form = soup.select_one(".question-form")
    assert form is not None
    found: dict[str, Any] = {}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") in {"checkbox", "file"} and not field.has_attr("checked"):
            continue
        is_area = field.name == "textarea"
        found[str(field["name"])] = field.text.strip() if is_area else field.get("value", "")
    for select_field in form.select("select[name]"):
        chosen = select_field.select_one("option[selected]") or select_field.select_one("option")
        found[str(select_field["name"])] = chosen["value"] if chosen else ""
    return found


def questions(session: Session) -> list[QuestionDraft]:
    """The questions of the last version, as they are stored."""
    session.expire_all()
    found = session.scalars(select(Version).order_by(Version.id.desc()).limit(1)).one()
    return [draft_of(one) for one in found.questions]


def test_a_model_becomes_a_draft_of_ones_own(worker: Any, session: Session) -> None:
    soup = page(worker, f"{AT}/new")
    assert len(soup.select(".model")) >= 7
    answer = worker.send(f"{AT}/new", {"ready": "accueil"})
    assert answer.location == f"{ONE}"
    soup = page(worker, answer.location)
    assert len(soup.select(".question-row")) == len(questions(session)) == 8
    soup = page(worker, AT)
    assert "Brouillon" in soup.select_one("tbody tr").text  # type: ignore[union-attr]  # checked


def test_a_questionnaire_begins_with_a_title_alone(worker: Any, session: Session) -> None:
    answer = worker.send(f"{AT}/new", {"title": "L’été des enfants"})
    assert answer.location == f"{AT}/l-ete-des-enfants"
    assert len(page(worker, answer.location).select(".kind-tile")) == len(KINDS)
    assert worker.send(f"{AT}/new", {"title": " "}).status_code == 422
    assert worker.send(f"{AT}/new", {"ready": "nowhere"}).status_code == 404
    assert worker.send(f"{AT}/new", {"own": "l-ete-des-enfants"}).status_code == 404


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_question_of_every_kind_is_written(
    worker: Any, draft: Version, session: Session, kind: str
) -> None:
    fields = fields_of(page(worker, f"{ONE}?add={kind}"))
    fields["words"] = "Quel jour ?"
    for name in [one for one in fields if one.endswith(("-0-words", "-1-words"))]:
        fields[name] = fields[name] or f"Mot {name}"
    if kind != "information":
        fields["dont_know"] = "y"
    answer = worker.send(ONE, fields)
    assert answer.location == f"{ONE}?question=9"
    made = questions(session)[8]
    assert (made.key, made.kind) == ("quel_jour", kind)
    assert [one.key for one in made.options][-1:] == (
        [] if kind == "information" else ["dont_know"]
    )
    assert page(worker, answer.location).select_one(".remarks") is None


def test_what_is_sent_back_unchanged_changes_nothing(
    worker: Any, draft: Version, session: Session
) -> None:
    before = questions(session)
    for number in range(1, 9):
        fields = fields_of(page(worker, f"{ONE}?question={number}"))
        assert worker.send(ONE, fields).status_code == 302
    assert questions(session) == before


def test_new_french_words_send_the_translations_back_to_drafts(
    worker: Any, draft: Version, session: Session
) -> None:
    fields = fields_of(page(worker, f"{ONE}?question=7"))
    fields["words"] = "Que changer en premier ?"
    worker.send(ONE, fields)
    seventh = questions(session)[6]
    assert seventh.words.get("fr") == "Que changer en premier ?"
    assert (seventh.words.get("ar") != "", seventh.words.texts["ar"].state) == (True, "draft")
    assert seventh.key == draft.questions[6].key


def test_the_buttons_of_the_fields_store_nothing_and_keep_what_was_typed(
    worker: Any, draft: Version, session: Session
) -> None:
    before = questions(session)
    fields = fields_of(page(worker, f"{ONE}?question=7"))
    fields["words"] = "Pas encore gardé ?"
    first, second = fields["answers-0-words"], fields["answers-1-words"]

    def act(name: str) -> BeautifulSoup:
        answer = worker.send(ONE, {**fields, "act": name})
        assert answer.status_code == 200
        soup = BeautifulSoup(answer.data, "html5lib")
        assert fields_of(soup)["words"] == "Pas encore gardé ?"
        return soup

    raised = fields_of(act("raise:answers-1"))
    assert (raised["answers-0-words"], raised["answers-1-words"]) == (second, first)
    assert fields_of(act("drop:answers-²"))["answers-0-words"] != second
    assert fields_of(act("drop:answers-0"))["answers-0-words"] == second
    assert len(act("picture:answers-0").select(".picker-tile")) > 50
    assert fields_of(act("pick:answers-0:garden"))["answers-0-pictogram"] == "garden"
    assert fields_of(act("pick:question-:garden"))["pictogram"] == "garden"
    assert fields_of(act("kind:ranking"))["kind"] == "ranking"
    assert "answers-0-words" not in fields_of(act("kind:number"))
    for nonsense in ("pick:answers-99:sun", "raise:rows-0", "kind:nothing", "more:", "fly"):
        act(nonsense)
    assert questions(session) == before


def test_another_kind_keeps_what_fits(worker: Any, draft: Version, session: Session) -> None:
    fields = {**fields_of(page(worker, f"{ONE}?question=7")), "kind": "one_choice"}
    before = questions(session)[6]
    worker.send(ONE, fields)
    after = questions(session)[6]
    assert (after.kind, after.maximum, after.options) == ("one_choice", None, before.options)


def test_a_condition_is_built_line_by_line(worker: Any, draft: Version, session: Session) -> None:
    one, two = draft.questions[1], draft.questions[2]
    fields = fields_of(page(worker, f"{ONE}?question=7"))
    fields |= {"mode": "any", "lines-0-what": f"{one.key}=yes", "lines-1-what": two.key}
    fields |= {"lines-1-how": "is_not"}
    worker.send(ONE, fields)
    condition = {
        "any": [{"question": one.key, "is": "yes"}, {"question": two.key, "answered": False}]
    }
    assert questions(session)[6].condition == condition
    again = fields_of(page(worker, f"{ONE}?question=7"))
    assert (again["mode"], again["lines-0-what"]) == ("any", f"{one.key}=yes")


def test_a_condition_that_lines_cannot_show_is_told_and_kept(
    worker: Any, draft: Version, session: Session
) -> None:
    key = draft.questions[1].key
    leaf = {"question": key, "is": "yes"}
    deep = {"all": [leaf, {"any": [leaf, {"question": key, "answered": True}]}]}
    one = draft_of(draft.questions[6])
    whole = QuestionDraft(
        key=one.key, kind=one.kind, words=one.words, options=one.options, condition=deep
    )
    editing.replace_question(session, draft, whole, revision=0)
    session.commit()
    soup = page(worker, f"{ONE}?question=7")
    assert "Tout ceci" in soup.select_one(".told-now").text  # type: ignore[union-attr]  # there
    worker.send(ONE, fields_of(soup))
    assert questions(session)[6].condition == deep
    worker.send(ONE, {**fields_of(page(worker, f"{ONE}?question=7")), "drops_condition": "y"})
    assert questions(session)[6].condition is None


def test_remarks_stand_beside_the_words_and_block_nothing(worker: Any, draft: Version) -> None:
    fields = fields_of(page(worker, f"{ONE}?question=7"))
    fields["words"] = "Sollicitez-vous le CCAS pour 50 % des démarches administratives ?"
    answer = worker.send(ONE, fields)
    soup = page(worker, answer.location)
    assert len(soup.select("#words-remarks li")) >= 2


def test_one_press_removes_a_question_and_one_puts_it_back(
    worker: Any, draft: Version, session: Session
) -> None:
    before = questions(session)
    for revision, number in enumerate((8, 5, 2)):
        act = {"act": f"remove:{before[number - 1].key}", "revision": revision}
        assert worker.send(f"{ONE}/arrange", act).status_code == 302
    soup = page(worker, ONE)
    assert [one.text for one in soup.select(".question-row .num")] == ["1", "2", "3", "4", "5"]
    assert "La question 2 a été retirée" in soup.select_one(".put-back").text  # type: ignore[union-attr]  # there
    for revision in (3, 4, 5):
        worker.send(f"{ONE}/arrange", {"act": "back", "revision": revision})
    assert questions(session) == before


def test_questions_are_moved_copied_and_dropped(
    worker: Any, draft: Version, session: Session
) -> None:
    keys = [one.key for one in questions(session)]
    acts = (f"down:{keys[0]}", f"up:{keys[2]}", f"to:{keys[7]}:1", f"copy:{keys[3]}")
    for revision, act in enumerate(acts):
        worker.send(f"{ONE}/arrange", {"act": act, "revision": revision, "current": keys[4]})
    after = [one.key for one in questions(session)]
    assert after[:4] == [keys[7], keys[1], keys[2], keys[0]]
    assert after[4] == keys[3]
    assert after[5].startswith("avez_vous")
    assert len(after) == 9


def test_publishing_leads_straight_to_the_opening(
    worker: Any, draft: Version, session: Session, service: Service
) -> None:
    builders.a_campaign(session, service)
    session.commit()
    button = page(worker, ONE).select_one(f'form[action="{ONE}/publish"]')
    assert button is not None
    worker.send(f"{ONE}/publish", {str(f["name"]): f["value"] for f in button.select("input")})
    soup = page(worker, ONE)
    [address] = [one["href"] for one in soup.select(".open-now a")]
    assert address == f"/fr/desk/campaigns/printemps/questionnaires?version={draft.id}"
    assert page(worker, str(address)).select_one("form") is not None
    again = worker.send(f"{ONE}/publish", {"revision": 0}, follow_redirects=True)
    assert "Cette version est publiée" in again.get_data(as_text=True)
    worker.send(f"{ONE}/edit")
    assert len(page(worker, ONE).select(".question-row")) == 8
    acts = session.scalars(select(JournalEntry.act).order_by(JournalEntry.id)).all()
    assert acts == ["questionnaire_published"]


def test_a_model_is_kept_and_shared(
    worker: Any, as_role: Callable[..., FlaskClient], draft: Version, session: Session
) -> None:
    worker.send(f"{ONE}/model", {"keep": "yes"})
    manager: Any = as_role("manager")
    assert "Modèles de votre structure" in page(manager, f"{AT}/new").text
    made = manager.send(f"{AT}/new", {"own": "accueil"})
    assert made.location == f"{AT}/votre-passage-a-l-accueil"
    worker.send(f"{ONE}/model", {"keep": "no"})
    assert "Modèles de votre structure" not in page(manager, f"{AT}/new").text


def test_the_title_is_changed_and_a_draft_is_deleted(
    worker: Any, draft: Version, session: Session
) -> None:
    worker.send(f"{ONE}/title", {"title": "Ici et là", "revision": 0})
    assert "Ici et là" in page(worker, ONE).text
    worker.send(f"{ONE}/throw-away")
    session.expire_all()
    assert session.scalars(select(Questionnaire).order_by(Questionnaire.id)).all() == []


def test_a_picture_is_kept_and_taken_away(worker: Any, draft: Version, session: Session) -> None:
    from PIL import Image

    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "PNG")
    fields = fields_of(page(worker, f"{ONE}?question=1"))
    picture = {"picture": (io.BytesIO(drawn.getvalue()), "p.png")}
    worker.send(ONE, {**fields, **picture})
    assert len(questions(session)[0].picture) == 64
    soup = page(worker, f"{ONE}?question=1")
    assert soup.select_one(".question-picture") is not None
    worker.send(ONE, {**fields_of(soup), "drops_picture": "y"})
    assert questions(session)[0].picture == ""


def test_nobody_else_finds_it(
    stranger: Any, draft: Version, as_role: Callable[..., FlaskClient]
) -> None:
    assert stranger.get(ONE).status_code == 404
    assert stranger.send(f"{ONE}/publish", {"revision": 0}).status_code == 404
    assert as_role("reception").get(AT).status_code == 403


def test_an_empty_structure_is_told_how_to_begin(worker: Any) -> None:
    assert "dix minutes suffisent" in page(worker, AT).text


def test_a_list_costs_the_same_with_many_questionnaires(
    session: Session, service: Service, worker: Any
) -> None:
    from sqlalchemy import event

    def cost() -> int:
        seen: list[str] = []
        bind = session.get_bind()

        def count(*arguments: Any) -> None:
            seen.append(arguments[2])

        event.listen(bind.engine, "before_cursor_execute", count)
        page(worker, AT)
        event.remove(bind.engine, "before_cursor_execute", count)
        return len(seen)

    def one_more(at: int) -> None:
        version = copying.begin_questionnaire(
            session, service.structure_id, title=Words.of(fr=f"Numéro {at}")
        )
        face = QuestionDraft(key="", kind="faces", words=Words.of(fr="Et ici ?"))
        editing.add(session, version, face, revision=0)
        operations.publish_version(session, version, at=clock.now())
        session.commit()

    one_more(1)
    few = cost()
    for at in range(2, 8):
        one_more(at)
    assert cost() == few
