"""One breakdown a question: chosen once, taken with the figures, telling of nobody alone."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.disclosure.groups import OTHER
from participation.disclosure.shares import Precision, Tenths
from participation.people.models import Service
from participation.questionnaires import breakdowns, operations
from participation.questionnaires.breakdowns import SIZE, GroupShares, may_follow, publishable
from participation.questionnaires.counting import Figures
from participation.questionnaires.models import Breakdown, Cut, Opening
from participation.questionnaires.rules import AlreadyBrokenDown, NoBreakdown
from tests.questionnaires.every_kind import a_version, an_opening, send_all

FEWEST_CROSSED, FEWEST = 11, 5


@pytest.fixture
def whole(session: Session, campaign: Campaign, service: Service) -> Opening:
    """A questionnaire with every kind, open."""
    made = an_opening(session, a_version(session, campaign.structure_id), campaign, service)
    session.commit()
    return made


def question_id(opening: Opening, key: str) -> int:
    """The id of a question of the opening."""
    return next(one.id for one in opening.version.questions if one.key == key)


def choose(session: Session, opening: Opening, key: str, attribute: str = "language") -> Breakdown:
    """Break a question down."""
    return breakdowns.choose(session, opening, question_id(opening, key), attribute=attribute)


def test_with_current_figures_it_is_taken_at_once(session: Session, whole: Opening) -> None:
    sent = send_all(session, whole, 60)
    taken = choose(session, whole, "first")
    assert taken.responses == 60
    named = taken.figures.keys() - {OTHER}
    sizes = Counter(one.language if one.language in named else OTHER for one in sent)
    assert {name: marks[SIZE] for name, marks in taken.figures.items()} == sizes
    assert min(sizes.values()) >= FEWEST_CROSSED
    for name, marks in taken.figures.items():
        here = [one for one in sent if name in {one.language, OTHER}]
        here = [one for one in here if one.language == name or one.language not in named]
        for option in whole.version.questions[2].options:
            by_hand = sum(one.answers.get("first") == [option.key] for one in here)
            assert marks.get(str(option.id), 0) == by_hand


def test_between_two_figures_it_waits_for_the_next(session: Session, whole: Opening) -> None:
    send_all(session, whole, 58)
    waiting = choose(session, whole, "first")
    assert (waiting.responses, waiting.figures) == (0, {})
    send_all(session, whole, 2, seed=2)
    session.refresh(waiting)
    assert waiting.responses == 60 == session.get_one(Cut, whole.id).responses


def test_when_the_opening_is_closed_it_is_taken_at_once(session: Session, whole: Opening) -> None:
    send_all(session, whole, 63)
    operations.close_opening(session, whole, at=clock.now())
    assert choose(session, whole, "needs").responses == 63


def test_before_the_first_figures_there_is_nothing(session: Session, whole: Opening) -> None:
    send_all(session, whole, 4)
    assert choose(session, whole, "first").figures == {}


def test_it_is_chosen_once(session: Session, whole: Opening) -> None:
    choose(session, whole, "first")
    with pytest.raises(AlreadyBrokenDown):
        choose(session, whole, "first", "channel")


@pytest.mark.parametrize("key", ["wishes", "tell", "order", "agree", "wait", "since", "told"])
def test_other_kinds_have_none(session: Session, whole: Opening, key: str) -> None:
    with pytest.raises(NoBreakdown):
        choose(session, whole, key)


def test_nor_have_other_attributes_nor_other_questions(
    session: Session, campaign: Campaign, whole: Opening
) -> None:
    with pytest.raises(NoBreakdown):
        choose(session, whole, "first", "day")
    other = a_version(session, campaign.structure_id, "autre")
    with pytest.raises(NoBreakdown):
        breakdowns.choose(session, whole, other.questions[1].id, attribute="language")


def test_the_database_keeps_the_choice(session: Session, whole: Opening) -> None:
    choose(session, whole, "first")
    for change in (update(Breakdown).values(attribute="channel"), delete(Breakdown)):
        with pytest.raises(DBAPIError, match="chosen once"), session.begin_nested():
            session.execute(change)


def test_folding_when_the_campaign_closes_changes_nothing_of_it(
    session: Session, whole: Opening, campaign: Campaign
) -> None:
    send_all(session, whole, 60, seed=3)
    taken = choose(session, whole, "first")
    before = {name: dict(marks) for name, marks in taken.figures.items()}
    operations.close_opening(session, whole, at=clock.now())
    operations.fold_responses(session, campaign)
    session.refresh(taken)
    assert taken.figures == before
    later = choose(session, whole, "why")
    assert {name: marks[SIZE] for name, marks in later.figures.items()} == {
        name: marks[SIZE] for name, marks in before.items()
    }


def test_shares_never_say_nobody_or_everybody() -> None:
    figures: Figures = {"fr": {SIZE: 20, "7": 20}, OTHER: {SIZE: 30, "8": 12}, "ar": {SIZE: 11}}
    few, many = Tenths(1, Precision.FEWER_THAN), Tenths(9, Precision.MORE_THAN)
    assert breakdowns.shares(figures, [7, 8]) == [
        GroupShares("fr", 20, (many, few)),
        GroupShares("ar", 11, (few, few)),
        GroupShares(OTHER, 30, (few, Tenths(4, Precision.ABOUT))),
    ]


def states(dice: Random) -> Iterator[dict[str, int]]:
    """Sizes of groups as an opening grows: a few people at a time, now and then folded."""
    groups = "abcdef"[: dice.randint(2, 6)]
    sizes = dict.fromkeys(groups, 0)
    for _step in range(60):
        for _person in range(dice.randint(FEWEST, 9)):
            sizes[dice.choices(groups, [2.0**-place for place in range(len(groups))])[0]] += 1
        yield dict(sizes)
    rare = [name for name, size in sizes.items() if size < FEWEST]
    folded = {name: size for name, size in sizes.items() if name not in rare}
    yield {**folded, OTHER: sum(sizes[name] for name in rare)}
    folded[groups[0]] += 2
    yield {**folded, OTHER: sum(sizes[name] for name in rare)}


def published(dice: Random) -> list[dict[str, int]]:
    """Every table that was shown one after the other, as group -> size."""
    shown: Figures = {}
    tables: list[dict[str, int]] = []
    for sizes in states(dice):
        newer = publishable(sizes, {})
        if newer != shown and may_follow(shown, newer):
            shown = newer
            tables.append({name: marks[SIZE] for name, marks in shown.items()})
    return tables


def rest(table: dict[str, int], named: set[str]) -> int:
    """What subtraction gives of everybody else."""
    return sum(size for name, size in table.items() if name not in named)


@pytest.mark.parametrize("seed", range(150))
def test_no_two_published_tables_differ_by_fewer_than_five_people(seed: int) -> None:
    tables = [one for one in published(Random(seed)) if one]
    for table in tables:
        assert min(table.values()) >= FEWEST_CROSSED
    for position, older in enumerate(tables):
        for newer in tables[position + 1 :]:
            named = older.keys() & newer.keys() - {OTHER}
            pairs = [(older[name], newer[name]) for name in named]
            pairs.append((rest(older, named), rest(newer, named)))
            assert all(before == after or after - before >= FEWEST for before, after in pairs)


def test_the_attack_has_something_to_attack() -> None:
    tables = [published(Random(seed)) for seed in range(150)]
    assert sum(len(one) > 3 for one in tables) > 100
    assert any(older.keys() != newer.keys() for one in tables for older, newer in pairwise(one))


def test_totals_advance_by_five_or_more_while_responses_come(
    session: Session, whole: Opening
) -> None:
    shown = []
    for seed in range(23):
        send_all(session, whole, 1, seed=seed)
        cut = session.get(Cut, whole.id)
        shown.append(cut.responses if cut else 0)
    steps = {later - earlier for earlier, later in pairwise(shown)}
    assert steps == {0, FEWEST}
