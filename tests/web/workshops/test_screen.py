"""What the room sees."""

import re

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from participation import clock
from participation.ideas.proposals import add_remark
from participation.voices import operations as voices
from participation.voices.rules import Moderation
from participation.workshops import queries
from tests.web.workshops.world import World, vote

TAGS = ("fr", "en", "ar", "fa-AF", "uk")


def screen(client: FlaskClient, world: World, tag: str = "fr", part: str = "") -> BeautifulSoup:
    """The projected page, or its live part."""
    response = client.get(f"/{tag}/screen/{world.poll.code}{part}")
    assert response.status_code == 200
    return BeautifulSoup(response.get_data(as_text=True), "html5lib")


def run(client: FlaskClient, world: World, *ballots: tuple[int, ...]) -> None:
    """A whole vote, revealed."""
    cards = world.cards(len(ballots))
    world.open()
    for card, marks in zip(cards, ballots, strict=True):
        vote(client, world.poll, card.code, *marks)
    world.close()
    world.reveal()


@pytest.mark.parametrize("tag", TAGS)
def test_an_open_vote_shows_its_code_and_the_cards_used(
    client: FlaskClient, world: World, tag: str
) -> None:
    cards = world.cards(6)
    world.open()
    vote(client, world.poll, cards[0].code, 3, 0, 0)
    page = screen(client, world, tag)
    assert page.select_one(".code").text == world.poll.code
    assert page.select_one(".qr svg") is not None
    assert page.select_one(".band strong").text == "1"
    assert len(page.select(".screen-lines li")) == 3


def test_the_part_is_the_page_without_its_frame(client: FlaskClient, world: World) -> None:
    path = f"/fr/screen/{world.poll.code}/live"
    first = client.get(path)
    assert first.get_data(as_text=True).strip() in client.get(path[:-5]).get_data(as_text=True)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_result_has_ranks_ties_dots_and_unused_dots(client: FlaskClient, world: World) -> None:
    run(client, world, (3, 2, 0), (2, 3, 0), (0, 0, 3), (1, 1, 0), (0, 0, 0))
    page = screen(client, world)
    assert [tag.text for tag in page.select(".rank bdi")] == ["1", "1", "3"]
    assert [len(tag.select(".dots i")) for tag in page.select(".result tbody tr")] == [6, 6, 3]
    assert len(page.select("tr.tied")) == 2
    figures = re.sub(r"\s+", " ", page.select_one(".screen-bottom").text)
    assert "15 sur 25" in figures
    assert "1" in figures


def test_minority_views_stand_under_the_title_once_they_were_read(
    client: FlaskClient, world: World
) -> None:
    line = world.poll.lines[1]
    for text, moderation in (("Pas le soir.", Moderation.PUBLISHED), ("Non.", Moderation.WAITING)):
        remark = add_remark(
            world.session, line.proposal, text=text, language="fr", day=clock.today()
        )
        if moderation is Moderation.PUBLISHED:
            voices.moderate(world.session, remark.utterance, moderation=moderation, by="Nadia")
    run(client, world, (3, 2, 0), (3, 2, 0), (3, 2, 0), (3, 2, 0), (3, 1, 0))
    [view] = screen(client, world).select(".what small")
    assert view.text.strip() == "Pas le soir."
    assert view.find_parent("th").find("span").text == "Proposition 2"


def test_the_numbers_of_the_screen_are_those_of_the_query(
    client: FlaskClient, world: World
) -> None:
    run(client, world, *[(3, 1, 0)] * 5)
    found = queries.result(world.session, world.poll)
    assert found is not None
    assert [line.total for line in found.lines] == [15, 5, 0]
    assert (found.ballots, found.given, found.used, found.unused) == (5, 25, 20, 5)
    shown = [int(tag.text) for tag in screen(client, world).select(".points")]
    assert shown == [line.total for line in found.lines]


def test_a_long_vote_is_not_asked_of_an_unknown_code(client: FlaskClient) -> None:
    assert client.get("/fr/screen/ZZZZZ").status_code == 404
    assert client.get("/fr/screen/ZZZZZ/live").status_code == 404
