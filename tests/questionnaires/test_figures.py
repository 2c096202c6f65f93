"""The figures of every kind, against a recount by hand of what was sent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.disclosure.thresholds import FEWEST_SHOWN
from participation.people.models import Service
from participation.questionnaires import operations
from participation.questionnaires.cuts import advance_cut
from participation.questionnaires.dates import readable
from participation.questionnaires.figures import BandFigure, QuestionFigures
from participation.questionnaires.joining import joined
from participation.questionnaires.models import Cut, Opening
from participation.questionnaires.shown import shown
from tests.questionnaires.every_kind import (
    QUESTIONS,
    Sent,
    a_version,
    an_opening,
    send_all,
)

RESPONSES = 80
Recount = dict[str, Counter[str]]


@pytest.fixture
def whole(session: Session, campaign: Campaign, service: Service) -> Opening:
    """A questionnaire with every kind, open."""
    made = an_opening(session, a_version(session, campaign.structure_id), campaign, service)
    session.commit()
    return made


def recount(sent: Sequence[Sent]) -> Recount:
    """Question -> what was said -> how many, by the plain rules that a person would apply."""
    found: Recount = {one.key: Counter() for one in QUESTIONS}
    for one in sent:
        told = {**one.answers, **{key: [text] for key, text in one.texts.items()}}
        minutes = one.texts.get("wait")
        is_first = one.answers.get("first") == ["yes"]
        if is_first or (minutes is not None and Decimal(minutes) >= Decimal("90.5")):
            found["found"]["asked"] += 1
        else:
            told.pop("found", None)
        if "calm=no" in told.get("agree", []) and "found" not in told:
            found["calmer"]["asked"] += 1
        else:
            told.pop("calmer", None)
        for key, marks in told.items():
            found[key]["answered"] += 1
            found[key].update(marks)
    return found


def as_far_as(sent: Sequence[Sent], found: QuestionFigures) -> Counter[str]:
    """A conditional question when as many were asked as its figures rest on."""
    counts = (recount(sent[:number])[found.key] for number in range(len(sent) + 1))
    return next(one for one in counts if one["asked"] == found.of)


def by_key(session: Session, *openings: Opening) -> dict[str, QuestionFigures]:
    """What everybody sees."""
    return {one.key: one for one in shown(session, openings).questions}


def test_a_recount_by_hand_finds_the_same(session: Session, whole: Opening) -> None:
    sent = send_all(session, whole, RESPONSES)
    expected, figures = recount(sent), by_key(session, whole)
    assert set(figures) == {one.key for one in QUESTIONS} - {"told"}
    for key, found in figures.items():
        hand = as_far_as(sent, found) if found.is_conditional else expected[key]
        assert found.answered == hand["answered"], key
        assert found.of == (hand["asked"] if found.is_conditional else RESPONSES), key
        assert expected[key]["asked"] - hand["asked"] < FEWEST_SHOWN
        assert found.skipped == found.of - found.answered
        for option in found.options:
            assert option.count == hand[option.key], (key, option.key)
        for row in found.statements:
            for option in row.options:
                assert option.count == hand[f"{row.key}={option.key}"]
        for thing in found.ranks:
            assert thing.places == tuple(hand[f"{thing.key}={place}"] for place in (1, 2, 3))


def test_a_conditional_question_never_moves_on_by_one_person(
    session: Session, whole: Opening
) -> None:
    seen = [0]
    for step in range(12):
        send_all(session, whole, 5, seed=step)
        advance_cut(session, whole.id, at=clock.now())
        found = by_key(session, whole)["found"]
        seen.append(0 if found.withheld else found.of)
    moves = [after - before for before, after in pairwise(seen) if after != before]
    assert len(moves) > 1, "it is asked of more and more people"
    assert all(move >= FEWEST_SHOWN for move in moves), seen


def test_numbers_dates_and_words_too(session: Session, whole: Opening) -> None:
    sent = send_all(session, whole, RESPONSES, seed=2)
    figures = by_key(session, whole)
    minutes = [Decimal(one.texts["wait"]) for one in sent if "wait" in one.texts]
    wait = figures["wait"]
    for band in wait.bands:
        assert band.count == sum(band.first <= int(value) <= band.last for value in minutes)
    assert sum(band.count for band in wait.bands) == len(minutes) == wait.values
    assert wait.total == sum(minutes) * 10
    assert wait.mean is not None
    assert abs(wait.mean - sum(minutes, Decimal(0)) / len(minutes)) <= 1
    assert wait.mean % 2 == 0, "a tenth of a band of 20 minutes"
    months = Counter(
        one.texts["since"][:7].replace("-", "") for one in sent if "since" in one.texts
    )
    assert {str(band.first): band.count for band in figures["since"].bands} == months
    assert figures["wishes"].texts == sum("wishes" in one.texts for one in sent)
    assert figures["tell"].texts == figures["tell"].answered


def test_who_took_part_is_stored_with_the_figures(session: Session, whole: Opening) -> None:
    sent = send_all(session, whole, RESPONSES, seed=3)
    told = shown(session, [whole]).participation
    assert told["language"] == Counter(one.language for one in sent)
    assert told["channel"] == Counter(one.channel.value for one in sent)
    helpers = Counter(one.assistance.value if one.assistance else "" for one in sent)
    assert told["assistance"] == helpers


def test_rare_groups_are_never_stored(session: Session, whole: Opening) -> None:
    sent = send_all(session, whole, 10, seed=4)
    assert min(Counter(one.language for one in sent).values()) < 5, "the dice must be unkind"
    cut = session.get_one(Cut, whole.id)
    for name in ("by:language", "by:channel", "by:assistance"):
        assert all(count >= 5 for count in cut.figures[name].values())
        assert sum(cut.figures[name].values()) in {0, 10}


def test_openings_add_up_to_the_sum_of_what_each_shows(
    session: Session, campaign: Campaign, service: Service, whole: Opening
) -> None:
    second = an_opening(session, whole.version, campaign, service)
    silent = an_opening(session, whole.version, campaign, service)
    send_all(session, whole, 23, seed=5)
    send_all(session, second, 14, seed=6)
    send_all(session, silent, 4, seed=7)
    alone = [by_key(session, one) for one in (whole, second)]
    together = shown(session, [whole, second, silent])
    assert together.responses == 20 + 10
    for one in together.questions:
        parts = [found[one.key] for found in alone if not found[one.key].withheld]
        assert one.answered == sum(part.answered for part in parts) or one.withheld
        assert one.total == sum(part.total for part in parts) or one.withheld
    assert together.services == {service.name: 30}


def test_a_question_asked_of_fewer_than_five_is_withheld(session: Session, whole: Opening) -> None:
    send_all(session, whole, 10, seed=8)
    calmer = by_key(session, whole)["calmer"]
    assert calmer.of < 5, "the dice must be unkind"
    assert calmer.withheld


def test_what_one_opening_withholds_stays_out_of_the_sum(session: Session, whole: Opening) -> None:
    send_all(session, whole, 60, seed=9)
    found = by_key(session, whole)["found"]
    assert not found.withheld
    few = replace(found, of=3, answered=3)
    for parts in ([found, few], [few, found]):
        [one] = joined(parts)
        assert (one.of, one.answered) == (found.of, found.answered)


def test_a_question_that_changed_its_form_is_not_added_up(session: Session, whole: Opening) -> None:
    send_all(session, whole, 5)
    wait = by_key(session, whole)["wait"]
    other = replace(wait, shape=("number", 0, 60, 0, ""))
    assert len(joined([wait, other])) == 2


def test_the_last_figures_count_everybody(session: Session, whole: Opening) -> None:
    sent = send_all(session, whole, 18)
    operations.close_opening(session, whole, at=clock.now())
    assert shown(session, [whole]).responses == 18
    assert by_key(session, whole)["welcome"].answered == recount(sent)["welcome"]["answered"]


@pytest.mark.parametrize(
    ("bands", "precision", "step", "rows"),
    [
        ({202611: 3, 202702: 1}, "day", "month", [3, 0, 0, 1]),
        ({202001: 3, 202702: 1}, "month", "year", [3, 0, 0, 0, 0, 0, 0, 1]),
        ({1951: 2, 1958: 1, 1974: 4}, "year", "decade", [3, 0, 4]),
        ({}, "day", "year", []),
    ],
)
def test_dates_are_told_by_month_year_or_decade(
    bands: dict[int, int], precision: str, step: str, rows: list[int]
) -> None:
    found = [BandFigure(one, one, count) for one, count in bands.items()]
    told, lines = readable(found, precision)
    assert (told, [one.count for one in lines]) == (step, rows)
