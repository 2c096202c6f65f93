"""The one breakdown of a question: by language, channel or assistance, chosen once.

What is stored is what may be shown: groups of eleven or more, the rest together. Folding rare
values when the campaign closes changes nothing of it: they were in "other" already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.disclosure.differences import too_close
from participation.disclosure.groups import OTHER, crossed
from participation.disclosure.shares import Tenths, tenths
from participation.questionnaires.counting import ATTRIBUTES, Counted, Figures, count_groups
from participation.questionnaires.models import Breakdown, Cut, Opening, Question
from participation.questionnaires.rules import AlreadyBrokenDown, NoBreakdown

SIZE = "responses"
"""The mark under which a group's own size stands."""
BROKEN_DOWN = frozenset(
    {"one_choice", "several_choices", "yes_a_little_no", "faces", "pictogram_choice"}
)
"""Kinds whose answers are a few words: an order or a table by group would be too fine."""


@dataclass(frozen=True, slots=True)
class GroupShares:
    """One group of eleven or more, and the share of it that chose each option."""

    name: str
    responses: int
    shares: tuple[Tenths, ...]


def choose(session: Session, opening: Opening, question_id: int, *, attribute: str) -> Breakdown:
    """Break one question down, for good; its figures are taken at once where that is safe.

    That is when the stored figures hold every response, or when the opening is closed; else they
    come together with the next figures. Raises NoBreakdown and AlreadyBrokenDown.
    """
    question = session.get(Question, question_id)
    if (
        question is None
        or question.version_id != opening.version_id
        or question.kind not in BROKEN_DOWN
        or attribute not in ATTRIBUTES
    ):
        raise NoBreakdown
    if session.get(Breakdown, (opening.id, question_id)) is not None:
        raise AlreadyBrokenDown
    made = Breakdown(opening_id=opening.id, question_id=question_id, attribute=attribute)
    made.responses, made.figures = 0, {}
    session.add(made)
    session.flush()
    cut = session.get(Cut, opening.id)
    if cut is not None:
        counted = count_groups(session, opening.id, by={question_id: attribute})
        if counted.responses == cut.responses or opening.closed_at is not None:
            take([made], counted)
            session.flush()
    return made


def chosen(session: Session, opening_id: int) -> Sequence[Breakdown]:
    """What was chosen for the questions of an opening."""
    return session.scalars(
        select(Breakdown).where(Breakdown.opening_id == opening_id).order_by(Breakdown.question_id)
    ).all()


def take(wanted: Sequence[Breakdown], counted: Counted) -> None:
    """Store newer figures where they tell of no one: each group grew by none or by five or more.

    Else what was shown before stands, with the number of responses that it rests on.
    """
    for one in wanted:
        newer = publishable(counted.groups[one.attribute], counted.broken.get(one.question_id, {}))
        if may_follow(one.figures, newer):
            one.responses, one.figures = counted.responses, newer


def publishable(sizes: Mapping[str, int], marks: Mapping[str, Mapping[str, int]]) -> Figures:
    """Group -> mark -> count for groups of eleven or more; nothing when there are not two."""
    table = crossed(sizes)
    if table is None:
        return {}
    figures: Figures = {name: {SIZE: size, **marks.get(name, {})} for name, size in table.groups}
    if table.other:
        rest: dict[str, int] = {SIZE: table.other}
        for name in marks.keys() - table.names:
            for mark, people in marks[name].items():
                rest[mark] = rest.get(mark, 0) + people
        figures[OTHER] = rest
    return figures


def may_follow(shown: Figures, newer: Figures) -> bool:
    """Whether newer figures may replace those shown: no group differs by one to four people.

    A group that was named stays named: otherwise somebody who kept an older table could subtract
    it from a later one. The groups that only the newer table names count as one with the rest.
    """
    same = shown.keys() - {OTHER}
    if not same <= newer.keys():
        return False
    before, after = (
        {**{name: table[name][SIZE] for name in same}, OTHER: rest_of(table, same)}
        for table in (shown, newer)
    )
    return not shown or not too_close(before, after)


def rest_of(table: Figures, named: set[str]) -> int:
    """How many stand under another name."""
    return sum(marks[SIZE] for name, marks in table.items() if name not in named)


def shares(figures: Figures, option_ids: Sequence[int]) -> list[GroupShares]:
    """Each group with its shares, of everybody in it: who skipped the question is not told."""
    largest_first = sorted(
        figures.items(), key=lambda group: (group[0] == OTHER, -group[1][SIZE], group[0])
    )
    return [
        GroupShares(
            name,
            marks[SIZE],
            tuple(tenths(marks.get(str(one), 0), marks[SIZE]) for one in option_ids),
        )
        for name, marks in largest_first
    ]
