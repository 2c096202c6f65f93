"""A questionnaire as a file: out and in again, and what is not one."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import Refused, UnknownLanguage
from participation.media import files as media
from participation.media.models import Media
from participation.media.operations import keep
from participation.people.models import Structure
from participation.questionnaires import copying, rules
from participation.questionnaires.drafts import FormDraft, OptionDraft, QuestionDraft
from participation.questionnaires.files import from_file, to_file
from participation.questionnaires.models import Question, Questionnaire, Version
from participation.questionnaires.operations import publish_version
from participation.questionnaires.reading_files import LARGEST, read_file
from participation.questionnaires.writing import form_of
from participation.storage.engine import Database
from participation.storage.migrate import migrate
from participation.wording import Text, Words
from tests import builders
from tests.questionnaires.strategies import forms
from tests.sounds import a_drawing, a_photograph, a_wav

Told = dict[str, Any]


@pytest.fixture
def held(session: Session) -> tuple[list[str], list[int]]:
    """Digests of two pictures and the id of a sound that are kept here."""
    pictures = [keep(session, media.picture(one)) for one in (a_drawing(), a_photograph())]
    sound = keep(session, media.sound(a_wav(), longest=60))
    session.commit()
    return [one.digest for one in pictures], [sound.id]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Session]:
    """Another installation, with a structure."""
    database = Database(f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}")
    migrate(database)
    with database.session() as opened:
        builders.a_structure(opened, "ailleurs")
        yield opened
    database.close()


def written(session: Session, version: Version) -> bytes:
    """The file as it is downloaded."""
    return json.dumps(to_file(session, version)).encode()


SHOWN = Words({"fr": Text("Où ?"), "ar": Text("أين؟")})


def small_form(picture: str = "", sound: int | None = None) -> FormDraft:
    """Two questions, the second asked after an answer to the first."""
    options = (
        OptionDraft("yes", Words.of(fr="Oui"), picture=picture),
        OptionDraft("no", Words.of(fr="Non")),
    )
    words = Words({"fr": Text("Êtes-vous bien ?", sound=sound), "ar": Text("هل أنت بخير؟")})
    return FormDraft(
        Words.of(fr="Accueil"),
        ("fr", "ar"),
        (
            QuestionDraft(key="q1", kind="one_choice", words=words, options=options),
            QuestionDraft(
                key="q2", kind="number", words=SHOWN, condition={"question": "q1", "is": "yes"}
            ),
        ),
    )


@pytest.fixture
def told(session: Session, structure: Structure, held: tuple[list[str], list[int]]) -> Told:
    """A good file, to be spoilt."""
    [picture, _photograph], [sound] = held
    version = copying.copy_questionnaire(session, structure.id, small_form(picture, sound))
    session.commit()
    return to_file(session, version)


@given(data=st.data())
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_questionnaire_is_the_same_once_exported_and_back(
    session: Session, structure: Structure, held: tuple[list[str], list[int]], data: st.DataObject
) -> None:
    pictures, sounds = held
    form = data.draw(forms(pictures=pictures, sounds=sounds))
    version = copying.copy_questionnaire(session, structure.id, form)
    back = from_file(session, structure.id, read_file(written(session, version)))
    session.expire_all()
    assert form_of(back) == form
    assert back.published_at is None
    assert back.questionnaire_id != version.questionnaire_id
    session.rollback()


def test_a_file_goes_to_another_installation_with_its_media(told: Told, elsewhere: Session) -> None:
    structure = elsewhere.scalars(select(Structure)).one()
    keep(elsewhere, media.picture(a_drawing(is_clear=True)))
    back = from_file(elsewhere, structure.id, read_file(json.dumps(told).encode()))
    elsewhere.commit()
    assert to_file(elsewhere, back) == told
    again = from_file(elsewhere, structure.id, read_file(json.dumps(told).encode()))
    assert again.questionnaire.short_name == "accueil-2"
    assert elsewhere.scalar(select(func.count()).select_from(Media)) == 3


def test_a_photograph_is_drawn_anew_elsewhere_and_stays_where_it_was(
    session: Session, structure: Structure, held: tuple[list[str], list[int]], elsewhere: Session
) -> None:
    photograph = held[0][1]
    version = copying.copy_questionnaire(session, structure.id, small_form(photograph))
    other = elsewhere.scalars(select(Structure)).one()
    back = from_file(elsewhere, other.id, read_file(written(session, version)))
    shown = back.questions[0].options[0].picture
    assert elsewhere.scalar(select(Media.content_type).where(Media.digest == shown)) == "image/jpeg"


def test_a_published_version_goes_out_and_stays_as_it_was(
    session: Session, structure: Structure
) -> None:
    version = copying.copy_questionnaire(session, structure.id, small_form())
    publish_version(session, version, at=clock.now())
    before = to_file(session, version)
    back = from_file(session, structure.id, read_file(written(session, version)))
    assert back.published_at is None
    assert to_file(session, version) == before


def test_texts_lose_the_signs_that_only_disguise(told: Told, session: Session) -> None:
    told["questionnaire"]["questions"][1]["words"]["fr"]["text"] = "O\u0000\u202eù\n?"
    told["questionnaire"]["questions"][1]["hint"] = {"ar": {"text": "  ", "state": "draft"}}
    form = read_file(json.dumps(told).encode()).form
    assert form.questions[1].words.get("fr") == "Où\n?"
    assert not form.questions[1].hint


def spoilt(told: Told, where: str, value: object) -> None:
    """Put something else at a place like "questionnaire.questions.0.kind"."""
    *path, last = [int(one) if one.isdigit() else one for one in where.split(".")]
    for one in path:
        told = told[one]  # type: ignore[index]  # A path through lists and dicts.
    told[last] = value  # type: ignore[index]  # As above.


QUESTION = "questionnaire.questions.1"
BROKEN = base64.b64encode(b"not a picture").decode()


@pytest.mark.parametrize(
    ("where", "value", "refusal", "facts"),
    [
        ("format", "xlsform", rules.NotAForm, {}),
        ("number", 2, rules.OtherFormat, {"number": 2, "known": 1}),
        ("number", "1", rules.FormBroken, {"place": "number"}),
        ("extra", 1, rules.FormBroken, {"place": "file"}),
        ("questionnaire.title", {}, rules.NotTitled, {}),
        ("questionnaire.title", {"fr": "a"}, rules.FormBroken, {"place": "questionnaire.title.fr"}),
        ("questionnaire.languages", ["fr", "xx"], UnknownLanguage, {}),
        ("questionnaire.questions", {}, rules.FormBroken, {"place": "questionnaire.questions"}),
        (f"{QUESTION}.kind", "slider", rules.UnknownKind, {"kind": "slider"}),
        (f"{QUESTION}.key", "q1", rules.KeyTaken, {"key": "q1"}),
        (f"{QUESTION}.key", "Q 1", rules.BadKey, {"key": "Q 1"}),
        (f"{QUESTION}.key", "q\ud800", rules.BadKey, {"key": "q?"}),
        (f"{QUESTION}.kind", "\ud800", rules.FormBroken, None),
        (
            f"{QUESTION}.words",
            {"a\ud800\u202eb": 1},
            rules.FormBroken,
            {"place": "questionnaire.questions[2].words.ab"},
        ),
        (f"{QUESTION}.words", {}, rules.QuestionNotWorded, {"key": "q2"}),
        (f"{QUESTION}.lowest", 200, rules.BadBounds, {"question": 2}),
        (f"{QUESTION}.lowest", True, rules.FormBroken, None),
        (f"{QUESTION}.decimals", 1.5, rules.FormBroken, None),
        (f"{QUESTION}.picture", "../x", rules.FormBroken, None),
        (f"{QUESTION}.picture", "0" * 64, rules.MediumMissing, {"question": 2}),
        (f"{QUESTION}.words.fr.sound", 9, rules.MediumMissing, {"question": 2}),
        (f"{QUESTION}.words.fr.sound", 0, rules.MediumMissing, {"question": 2}),
        (f"{QUESTION}.words.fr.state", "sure", rules.FormBroken, None),
        (f"{QUESTION}.condition", {"question": "q9", "answered": True}, rules.BadCondition, None),
        (
            f"{QUESTION}.condition",
            {"question": "q2", "answered": True},
            rules.ConditionCircular,
            None,
        ),
        (f"{QUESTION}.condition", {"what": []}, rules.BadCondition, {"question": 2}),
        (
            "questionnaire.questions.0.condition",
            {"question": "q2", "answered": True},
            Refused,
            None,
        ),
        ("questionnaire.questions.0.options", [], rules.NothingToChoose, {"question": 1}),
        ("media.0.content", BROKEN, rules.MediumBroken, {"number": 1}),
        ("media.0.content", "é", rules.MediumBroken, {"number": 1}),
        ("media.0.type", "text/html", rules.MediumBroken, {"number": 1}),
        ("media", [], rules.MediumMissing, {"question": 1}),
    ],
)
def test_a_spoilt_file_is_refused_whole(
    session: Session,
    structure: Structure,
    told: Told,
    where: str,
    value: object,
    refusal: type[Refused],
    facts: dict[str, object] | None,
) -> None:
    before = session.scalar(select(func.count()).select_from(Question))
    spoilt(told, where, value)
    with pytest.raises(refusal) as refused, session.begin_nested():
        from_file(session, structure.id, read_file(json.dumps(told).encode()))
    if facts is not None:
        assert refused.value.facts == facts
    assert session.scalar(select(func.count()).select_from(Question)) == before
    assert session.scalar(select(func.count()).select_from(Questionnaire)) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{",
        b"null",
        b'{"format": "other"}',
        b'{"format": NaN}',
        b"[" * 100_000,
        b"1" * 5000,
        b"PK\x03\x04",
    ],
)
def test_what_is_no_questionnaire_is_refused(content: bytes) -> None:
    with pytest.raises(rules.NotAForm):
        read_file(content)


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(rules.FormTooLarge) as refused:
        read_file(b" " * (LARGEST + 1))
    assert refused.value.facts == {"largest": 40}


def test_so_many_questions_are_refused(told: Told) -> None:
    [first, _second] = told["questionnaire"]["questions"]
    told["questionnaire"]["questions"] = [{**first, "key": f"q{n}"} for n in range(201)]
    with pytest.raises(rules.TooManyQuestions):
        read_file(json.dumps(told).encode())


def test_a_sound_does_not_pass_for_a_picture(told: Told) -> None:
    [sound] = [one["digest"] for one in told["media"] if one["type"] == "audio/wav"]
    told["questionnaire"]["questions"][1]["picture"] = sound
    with pytest.raises(rules.MediumMissing):
        read_file(json.dumps(told).encode())


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(data=st.data())
@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_stands_in_the_place_of_a_part_is_refused_or_stored(
    session: Session, structure: Structure, told: Told, data: st.DataObject
) -> None:
    changed = json.loads(json.dumps(told))
    part, name = data.draw(st.sampled_from(list(parts_of(changed))))
    part[name] = data.draw(json_values)
    try:
        with session.begin_nested():
            from_file(session, structure.id, read_file(json.dumps(changed).encode()))
            session.flush()
    except Refused:
        pass


def parts_of(told: Any) -> Iterator[tuple[Any, Any]]:
    """Every part of a plain value, as what holds it and its name there."""
    names = list(told) if isinstance(told, dict) else range(len(told))
    for name in names:
        yield told, name
        if isinstance(told[name], (dict, list)):
            yield from parts_of(told[name])
