"""What a questionnaire may ask, and when it is opened."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignClosed, Channel, DatesReversed, ShortNameTaken
from participation.people.models import Service, Structure
from participation.people.rules import BadShortName
from participation.questionnaires import operations, queries
from participation.questionnaires.asked import OptionAsked, QuestionAsked, VersionAsked
from participation.questionnaires.conditions import is_well_formed
from participation.questionnaires.drafts import OptionRole, QuestionDraft
from participation.questionnaires.kinds import KINDS, kind_named
from participation.questionnaires.kinds.base import Raw
from participation.questionnaires.models import Opening, Version
from participation.questionnaires.receiving import read
from participation.questionnaires.rules import (
    AlreadyPublished,
    BadAnswer,
    KeyTaken,
    NotANumber,
    NotForThisKind,
    NothingToAsk,
    NothingToChoose,
    NotPublished,
    QuestionNotWorded,
    UnknownKind,
    WrongService,
    new_token,
)
from participation.wording import Words
from tests import builders
from tests.questionnaires.conftest import build_questionnaire, option
from tests.questionnaires.counted import counted

WORDS = Words.of(fr="Question ?")


@pytest.fixture
def draft(session: Session, structure: Structure) -> Version:
    """An empty version."""
    made = operations.create_questionnaire(
        session, structure.id, short_name="brouillon", title=Words.of(fr="Accueil")
    )
    return operations.draft_version(session, made)


def test_the_four_faces_come_by_themselves(session: Session, draft: Version) -> None:
    question = operations.add_question(
        session, draft, QuestionDraft(key="q", kind="faces", words=WORDS)
    )
    assert [one.key for one in question.options] == ["very_good", "good", "not_good", "bad"]
    assert question.options[0].words.get("fa-AF") == "بسیار خوب"


def test_a_fifth_face_is_refused(session: Session, draft: Version) -> None:
    with pytest.raises(BadAnswer):
        operations.add_question(
            session,
            draft,
            QuestionDraft(key="q", kind="faces", words=WORDS, options=[option("neutral")]),
        )


def test_what_cannot_be_asked_is_refused(session: Session, draft: Version) -> None:
    two = [option("yes"), option("no")]
    operations.add_question(
        session, draft, QuestionDraft(key="taken", kind="one_choice", words=WORDS, options=two)
    )
    for refusal, changes in (
        (UnknownKind, {"kind": "slider"}),
        (NothingToChoose, {"options": [option("yes"), option("dk", OptionRole.DONT_KNOW)]}),
        (KeyTaken, {"key": "taken"}),
        (KeyTaken, {"options": [option("yes"), option("yes")]}),
        (QuestionNotWorded, {"words": Words.of(ar="سؤال؟")}),
        (NotForThisKind, {"kind": "free_text"}),
    ):
        values = {"key": "q", "kind": "one_choice", "words": WORDS, "options": two, **changes}
        with pytest.raises(refusal):
            operations.add_question(session, draft, QuestionDraft(**values))  # type: ignore[arg-type]  # wrong on purpose
    assert len(draft.questions) == 1


def test_a_published_version_never_changes(session: Session, draft: Version) -> None:
    with pytest.raises(NothingToAsk):
        operations.publish_version(session, draft, at=clock.now())
    operations.add_question(session, draft, QuestionDraft(key="q", kind="free_text", words=WORDS))
    operations.publish_version(session, draft, at=clock.now())
    with pytest.raises(AlreadyPublished):
        operations.publish_version(session, draft, at=clock.now())
    with pytest.raises(AlreadyPublished):
        operations.add_question(
            session, draft, QuestionDraft(key="r", kind="free_text", words=WORDS)
        )
    draft.questions[0].words = Words.of(fr="Autre chose")
    with pytest.raises(DatabaseError):
        session.flush()


def test_short_names_are_one_of_a_kind(session: Session, draft: Version) -> None:
    for refusal, name in ((ShortNameTaken, "brouillon"), (BadShortName, "Pas bon")):
        with pytest.raises(refusal):
            operations.create_questionnaire(
                session, draft.structure_id, short_name=name, title=WORDS
            )
    assert operations.draft_version(session, draft.questionnaire).number == 2


def test_where_it_cannot_be_opened(
    session: Session,
    draft: Version,
    version: Version,
    campaign: Campaign,
    service: Service,
    structure: Structure,
) -> None:
    today = clock.today()
    elsewhere = builders.a_service(session, structure, "ailleurs")
    for refusal, asked, place, days in (
        (NotPublished, operations.draft_version(session, version.questionnaire), service, 1),
        (WrongService, version, elsewhere, 1),
        (DatesReversed, version, service, -1),
    ):
        with pytest.raises(refusal):
            operations.open_questionnaire(
                session,
                asked,
                campaign,
                place,
                channels=[Channel.LINK],
                opens_on=today,
                closes_on=today + timedelta(days=days),
            )
    campaign.closed_at = clock.now()
    with pytest.raises(CampaignClosed):
        operations.open_questionnaire(
            session, version, campaign, service, channels=[], opens_on=today, closes_on=today
        )


def test_the_tablet_of_a_service_asks_what_is_open_there(
    session: Session, opening: Opening, service: Service, structure: Structure
) -> None:
    elsewhere = builders.a_service(session, structure, "ailleurs")
    found = queries.open_at_kiosk(session, service.id, on=clock.today())
    assert [one.id for one in found] == [opening.id]
    assert queries.open_at_kiosk(session, elsewhere.id, on=clock.today()) == []
    assert queries.open_at_kiosk(session, service.id, on=opening.closes_on + timedelta(1)) == []


def test_years_compare_by_the_keys_of_questions(
    session: Session, opening: Opening, campaign: Campaign, service: Service, version: Version
) -> None:
    later = operations.draft_version(session, version.questionnaire)
    operations.add_question(
        session, later, QuestionDraft(key="welcome", kind="faces", words=Words.of(fr="Et là ?"))
    )
    operations.publish_version(session, later, at=clock.now())
    second = operations.open_questionnaire(
        session,
        later,
        campaign,
        service,
        channels=[Channel.KIOSK],
        opens_on=clock.today(),
        closes_on=clock.today(),
    )
    from tests.questionnaires.test_responding import answer

    answer(session, opening)
    answer(session, second, answers={"welcome": ["good"]}, texts={})
    welcome = counted(session, opening, second)["welcome"]
    assert welcome.words.get("fr") == "Et là ?"
    assert {one.key: one.count for one in welcome.options}["good"] == 2
    assert welcome.answered == 2


def test_addresses_can_be_read_aloud() -> None:
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200
    assert not {sign for token in tokens for sign in token} & set("01iloO")


def test_the_builders_of_these_tests_publish(session: Session, structure: Structure) -> None:
    assert build_questionnaire(session, structure.id).versions[0].published_at is not None


# Whatever is asked can be answered, and nothing else is taken.

CHOOSING = sorted(
    name
    for name, kind in KINDS.items()
    if kind.has_choices and not kind.has - {"maximum"} and name != "ranking"
)
keys = some.text("abcdefgh_", min_size=1, max_size=6)


@some.composite
def questions(draw: some.DrawFn) -> QuestionAsked:
    """A question of any kind, as the database would give it back."""
    kind = draw(some.sampled_from(CHOOSING))
    offered = draw(some.lists(keys, min_size=2, max_size=8, unique=True))
    roles = draw(
        some.lists(some.sampled_from(OptionRole), min_size=len(offered), max_size=len(offered))
    )
    options = tuple(
        OptionAsked(n, key, role, WORDS, "")
        for n, (key, role) in enumerate(zip(offered, roles, strict=True))
    )
    most = draw(some.none() | some.integers(1, 8)) if kind == "several_choices" else None
    return QuestionAsked(1, 1, "key", kind, WORDS, Words(), "", most, options)


@given(questions(), some.data())
def test_any_question_can_be_answered(question: QuestionAsked, data: some.DataObject) -> None:
    kind = kind_named(question.kind)
    chosen = [data.draw(some.sampled_from(question.options)).key]
    assert [one.key for one in kind.read(Raw(chosen), question).options] == chosen


@given(questions(), some.lists(keys, max_size=9))
def test_what_is_taken_was_offered_and_is_allowed(question: QuestionAsked, raw: list[str]) -> None:
    asked = VersionAsked(1, WORDS, (question,))
    from participation.errors import Refused

    try:
        given_back = read(asked, {"key": raw}, {})
    except Refused:
        return
    [(_question, answer)] = given_back
    taken = [one.key for one in answer.options]
    assert set(taken) == set(raw) <= {one.key for one in question.options}
    assert len(taken) <= (question.maximum or len(question.options))
    assert len(taken) == 1 or not any(one.role.stands_alone for one in answer.options)


@pytest.mark.parametrize(
    "typed", ["1e999999999", "-1e999999999", "NaN", "sNaN", "1e9999999999999999"]
)
def test_what_no_computer_counts_is_no_number(typed: str) -> None:
    question = QuestionAsked(
        1, 1, "key", "number", WORDS, Words(), "", None, (), lowest=0, highest=9, decimals=2
    )
    with pytest.raises(NotANumber):
        kind_named("number").read(Raw(typed=typed), question)


@pytest.mark.parametrize("bound", [float("inf"), float("nan"), 10**9 + 1, -(10**400), True, "1"])
def test_no_bound_is_further_than_a_database_reaches(bound: object) -> None:
    assert is_well_formed({"question": "q1", "at_least": 10**9})
    assert not is_well_formed({"question": "q1", "at_least": bound})


def test_twenty_leaves_are_the_most_however_they_stand() -> None:
    leaf = {"question": "q1", "answered": True}
    assert is_well_formed({"all": [{"any": [leaf] * 10}] * 2})
    assert not is_well_formed({"all": [{"any": [leaf] * 7}] * 3})
