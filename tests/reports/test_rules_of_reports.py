"""What a report works out by itself."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.commitments import operations as commitments
from participation.commitments import queries as owing
from participation.commitments.rules import MeansKind
from participation.ideas import operations as ideas
from participation.people.models import Service
from participation.reports import operations, queries
from participation.reports.questions import findings
from participation.reports.rules import AlreadyPublished, MayNotPublish, NothingToPublish
from participation.reports.synthesis import Synthesis
from tests import builders


@pytest.mark.parametrize(
    ("counts", "several", "expected"),
    [
        ({"a": 3, "b": 5}, False, {"b"}),
        ({"a": 5, "b": 5}, False, {"a", "b"}),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, True, {"b", "c", "d"}),
        ({"a": 2, "b": 2, "c": 2, "d": 2}, True, set()),
        ({"a": 0, "b": 0}, False, set()),
    ],
)
def test_at_most_three_rows_are_the_finding(
    counts: dict[str, int], several: bool, expected: set[str]
) -> None:
    assert findings(counts, is_several=several) == expected


@pytest.fixture
def empty(session: Session, service: Service) -> Synthesis:
    """The synthesis of a campaign in which nothing has happened."""
    campaign = builders.a_campaign(session, service)
    return queries.synthesis_of(session, campaign, on=clock.today(), edition=1)


def test_a_proposal_without_a_decision_is_printed_as_unanswered(
    session: Session, service: Service
) -> None:
    campaign = builders.a_campaign(session, service)
    builders.a_proposal(session, campaign)
    [answer] = queries.synthesis_of(session, campaign, on=clock.today()).answers
    assert answer.outcome == ""


def test_the_same_words_are_quoted_once(session: Session, service: Service) -> None:
    campaign = builders.a_campaign(session, service)
    board = builders.a_board(session, campaign)
    idea = builders.an_idea(session, board, "Un interprète au guichet.")
    other = builders.an_idea(session, board, "Une table dans la cour.")
    for number in (1, 2):
        proposal = builders.a_proposal(session, campaign, number)
        ideas.group(session, proposal, idea, by="Nadia", on=clock.today())
    ideas.group(session, proposal, other, by="Nadia", on=clock.today())
    said = queries.synthesis_of(session, campaign, on=clock.today()).verbatims
    assert [one.french for one in said] == ["Un interprète au guichet.", "Une table dans la cour."]


def test_page_one_and_the_desk_count_the_same_requests(session: Session, service: Service) -> None:
    campaign = builders.a_campaign(session, service)
    builders.a_proposal(session, campaign)
    today = clock.today()
    for what, days in (("Une garde", 158), ("Une salle", 0)):
        commitments.ask_means(
            session,
            campaign,
            kind=MeansKind.CHILDCARE,
            asked=what,
            asked_on=today - timedelta(days),
        )
    found = owing.standings(session, campaign, on=today)
    desk = owing.owed(session, campaign, found, on=today)
    page = queries.synthesis_of(session, campaign, on=today).decision
    assert [one.what for one in page.waiting] == ["Une garde", "Proposition 1", "Une salle"]
    assert [one.days for one in page.waiting] == [one.days for one in desk]


def publish(session: Session, synthesis: Synthesis, *, may_publish: bool) -> None:
    """Publish what was read, as a manager or not."""
    campaign = queries.campaign_named(session, "printemps")
    operations.publish_synthesis(
        session, campaign, synthesis, b"%PDF", language="fr", at=clock.now(), by="A",
        may_publish=may_publish,
    )  # fmt: skip


def test_publishing_is_a_right_of_its_own(session: Session, empty: Synthesis) -> None:
    with pytest.raises(MayNotPublish):
        publish(session, empty, may_publish=False)


def test_an_edition_that_says_nothing_is_refused(session: Session, empty: Synthesis) -> None:
    with pytest.raises(NothingToPublish):
        publish(session, empty, may_publish=True)


def test_an_edition_is_kept_with_its_number(session: Session, empty: Synthesis) -> None:
    from dataclasses import replace

    answered = replace(empty, decision=replace(empty.decision, proposals=1, answered=1))
    publish(session, answered, may_publish=True)
    campaign = queries.campaign_named(session, "printemps")
    assert [one.number for one in queries.editions(session, campaign)] == [1]
    assert queries.edition_pdf(session, campaign, "fr", 1) == b"%PDF"
    with pytest.raises(AlreadyPublished):
        publish(session, answered, may_publish=True)


def test_figures_are_kept_as_plain_values() -> None:
    assert operations.plain({"on": date(2027, 1, 2), "rows": (1, "a", None)}) == {
        "on": "2027-01-02",
        "rows": [1, "a", None],
    }
