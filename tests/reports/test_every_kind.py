"""A synthesis draws every kind of question, and says of how many a conditional one was asked."""

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.people.models import Service
from participation.questionnaires import breakdowns, operations
from participation.reports.figures import QuestionFigures
from participation.reports.queries import synthesis_of
from participation.reports.synthesis import Synthesis
from tests import builders
from tests.questionnaires.every_kind import a_version, an_opening, send_all

RESPONSES = 60


@pytest.fixture
def synthesis(session: Session, service: Service) -> Synthesis:
    """Of a campaign in which one question of every kind was answered."""
    campaign = builders.a_campaign(session, service)
    opening = an_opening(session, a_version(session, campaign.structure_id), campaign, service)
    send_all(session, opening, RESPONSES)
    operations.close_opening(session, opening, at=clock.now())
    session.commit()
    return synthesis_of(session, campaign, on=clock.today())


def named(synthesis: Synthesis, start: str) -> QuestionFigures:
    """The drawing whose title begins so."""
    return next(one for one in synthesis.figures if one.title.startswith(start))


def test_everything_is_drawn_but_own_words(synthesis: Synthesis) -> None:
    titles = [one.title for one in synthesis.figures]
    assert "Êtes-vous d’accord ? – Le lieu est calme" in titles
    assert not [one for one in titles if one.startswith(("Que voulez-vous", "Racontez", "Merci"))]


def test_rows_refusals_and_skips_add_up(synthesis: Synthesis) -> None:
    for one in synthesis.figures:
        if one.at_most == 1:
            counted = sum(row.count for row in one.rows) + one.declined + one.without_answer
            assert counted == one.total, one.title


def test_numbers_dates_and_orders_have_rows_that_can_be_read(synthesis: Synthesis) -> None:
    assert [row.label for row in named(synthesis, "Combien").rows][:2] == [
        "0–19 minutes",
        "20–39 minutes",
    ]
    assert [row.label for row in named(synthesis, "Depuis").rows] == ["2024", "2025", "2026"]
    order = named(synthesis, "Qu’est-ce qui compte")
    assert order.is_first_place
    assert {row.label for row in order.rows} >= {"Aller vite", "Être écouté", "Comprendre"}


def test_a_conditional_question_says_of_how_many(synthesis: Synthesis) -> None:
    found = named(synthesis, "Avez-vous trouvé")
    assert found.is_conditional
    assert 5 <= found.total < RESPONSES


def test_a_question_told_by_something_else_is_not_split_by_language(
    session: Session, service: Service
) -> None:
    campaign = builders.a_campaign(session, service)
    opening = an_opening(session, a_version(session, campaign.structure_id), campaign, service)
    send_all(session, opening, RESPONSES)
    operations.close_opening(session, opening, at=clock.now())
    assert synthesis_of(session, campaign, on=clock.today()).splits
    why = next(one.id for one in opening.version.questions if one.key == "why")
    breakdowns.choose(session, opening, why, attribute="channel")
    assert synthesis_of(session, campaign, on=clock.today()).splits == ()
