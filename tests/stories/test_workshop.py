"""A group votes: the desk runs it, the projector shows it, phones vote, nobody sees before."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, expect

from participation.cli.checking import listening, proposing, voting
from participation.cli.checking.play import Play
from participation.cli.tour import SEASON, poll_address
from participation.storage.engine import Database
from tests.stories.world import Visitor, World

TITLES = [one.title for one in proposing.PROPOSALS]
OTHERS = ((3, 2, 0), (2, 3, 0), (3, 1, 1))
"""Ballots of people whose phones need no browser here."""
OURS = ((3, 2, 0), (0, 2, 3))
"""Ballots of the two phones of the story, in the order of the lines."""
CAP = 3
TOTALS = [str(sum(one[line] for one in (*OTHERS, *OURS))) for line in range(3)]


@pytest.fixture
def play(world: World) -> Play:
    """Ideas became three proposals, and they are on the prepared ballot."""
    made = Play(world.address, world.folder, world.ready.loaded.sign_ins)
    for step in (*listening.STEPS[:1], *proposing.STEPS):
        step.act(made)
    voting.put_on_ballot(made)
    return made


def test_a_vote_is_hidden_until_it_is_revealed_everywhere(
    world: World, visitor: Callable[..., Visitor], play: Play
) -> None:
    desk, projector = visitor("desk"), visitor("projector")
    desk.sign_in(world, "worker")
    cards = printed(desk, play.poll)
    desk.open(play.poll)
    screen = projector.open(f"/fr/screen/{play.code}")
    phones = [visitor("phone", "fr"), visitor("phone", "ar")]
    for phone, language in zip(phones, ("fr", "ar"), strict=True):
        wait_for_vote(phone, f"/{language}/v/{play.code}#{cards.pop()}")
    step(desk, "/open")
    sent = vote(phones[0], OURS[0], "phone-vote-fr")
    vote(phones[1], OURS[1], "phone-vote-ar")
    replay(phones[0], sent)
    for ballot in OTHERS:
        play.phone.send(voting.looked_over(play, "fr", cards.pop(), ballot))
    expect(screen.locator(".band strong")).to_have_text("5")
    shows_no_result(desk.page, screen, *(phone.page for phone in phones))
    projector.look()
    step(desk, "/close")
    shows_no_result(desk.page, screen, *(phone.page for phone in phones))
    step(desk, "/reveal")
    shows_result(screen, "tr", ".points")
    projector.look()
    desk.look()
    for phone in phones:
        expect(phone.page.locator(".vote-result")).to_be_visible()
        phone.look()
    shows_result(phones[0].page, ".vote-result > li", ".points")
    expect(phones[1].page.locator("html")).to_have_attribute("dir", "rtl")


def printed(desk: Visitor, poll: str) -> list[str]:
    """The codes of new cards, as they stand on the page that is printed."""
    page = desk.open(poll)
    form = page.locator("form[action$='/cards']")
    form.locator("[name=real]").fill("6")
    form.locator("[name=test]").fill("0")
    with desk.context.expect_page() as opened:
        form.locator("button[type=submit]").click()
    sheet = opened.value
    sheet.wait_for_load_state()
    desk.look(sheet)
    codes = sheet.locator(".vote-card-code").all_inner_texts()
    sheet.close()
    assert len(set(codes)) == 6
    return [code.replace("-", "").strip() for code in codes]


def wait_for_vote(phone: Visitor, address: str) -> None:
    """A phone that read a card before the vote opens."""
    page = phone.open(address)
    expect(page.locator("[data-state=prepared]")).to_be_visible()


def step(desk: Visitor, ending: str) -> None:
    """The button of the next step."""
    desk.page.reload()
    with desk.page.expect_navigation():
        desk.page.locator(f"form[action$='{ending}'] button[type=submit]").click()
    desk.look()


def vote(phone: Visitor, ballot: tuple[int, ...], picture: str) -> Request:
    """The ballot came by itself: place dots with plus, look at them once more, vote."""
    page = phone.page
    lines = page.locator("[data-line]")
    expect(lines).to_have_count(3)
    for number, dots in enumerate(ballot):
        for _dot in range(dots):
            lines.nth(number).locator("[data-step='1']").click()
        expect(lines.nth(number).locator("[data-cap]")).to_be_visible(visible=dots == CAP)
    expect(page.locator("[data-left]")).to_have_text("0")
    expect(page.locator("[data-card-read]")).to_be_visible()
    phone.look()
    phone.picture(picture)
    with page.expect_navigation(url="**/check"):
        page.locator("button[form=ballot]:visible").click()
    phone.look()
    with page.expect_request(is_cast) as sent, page.expect_navigation(url="**/voted"):
        page.locator("button[form=ballot]:visible").click()
    phone.look()
    return sent.value


def is_cast(request: Request) -> bool:
    """What a phone sends when it votes."""
    return request.method == "POST" and "mark-1" in (request.post_data or "")


def replay(phone: Visitor, sent: Request) -> None:
    """The phone sends the same ballot once more: it is thanked again, and counts once."""
    kind = {"Content-Type": sent.headers["content-type"]}
    again = phone.page.request.post(sent.url, data=sent.post_data, headers=kind)
    assert again.status == 200
    assert again.url.endswith("/voted")


def shows_no_result(*pages: Page) -> None:
    """Neither the desk nor the room nor a phone knows a total."""
    for page in pages:
        page.reload()
        expect(page.locator(".points, .vote-result, table.result")).to_have_count(0)


def shows_result(page: Page, row: str, total: str) -> None:
    """Each proposal with its total."""
    for title, expected in zip(TITLES, TOTALS, strict=True):
        line = page.locator(row).filter(has_text=title)
        expect(line.locator(total)).to_have_text(expected)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_result_of_a_season_fits_the_screen(
    world: World, visitor: Callable[..., Visitor], language: str
) -> None:
    projector = visitor("projector", language)
    page = projector.open(season_screen(world).replace("/fr/", f"/{language}/"))
    expect(page.locator("tr .points")).to_have_count(11)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    projector.picture(f"projector-result-{language}")


def season_screen(world: World) -> str:
    """The screen of the vote of the finished campaign."""
    database = Database(world.ready.settings.database_url)
    with database.session() as session:
        address = poll_address(session, SEASON)
    database.close()
    return address
