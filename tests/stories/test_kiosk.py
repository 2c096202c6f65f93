"""Somebody answers in Arabic on the tablet; the next person sees nothing of it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stories.world import Visitor, World

WORDS = "الانتظار طويل صباحًا"
QUESTIONS = 8


@pytest.fixture
def tablet(world: World, visitor: Callable[..., Visitor]) -> Visitor:
    """A browser that a worker made the tablet of a service."""
    made = visitor("tablet")
    made.sign_in(world, "worker")
    page = made.open("/fr/desk/kiosk")
    page.locator("[name=name]").fill("Tablette de l’accueil")
    with page.expect_navigation(url="**/kiosk"):
        page.locator("form:has([name=name]) button[type=submit]").click()
    made.look()
    return made


def choose_arabic(tablet: Visitor) -> Page:
    """From the languages to the notice of the questionnaire."""
    page = tablet.page
    page.locator("a[hreflang=ar]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    tablet.look()
    page.locator("a.door").first.click()
    expect(page.locator("[data-screen=notice]")).to_be_visible()
    tablet.look()
    return page


def go(page: Page, move: str) -> None:
    """Touch the one move of this kind that is shown."""
    page.locator(f"[data-go={move}]:visible").click()


def answer_everything(tablet: Visitor) -> None:
    """Every question one by one, with Back and Skip once."""
    page = tablet.page
    go(page, "next")
    for number in range(1, QUESTIONS + 1):
        screen = page.locator("[data-screen=question].now")
        expect(screen).to_have_count(1)
        tablet.look()
        if number == 2:
            practise_back(page)
        if number == 3:
            go(page, "skip")
            continue
        if screen.locator("textarea").count():
            screen.locator("textarea").fill(WORDS)
        else:
            screen.locator("label:has(input)").first.click()
        if number == 1:
            tablet.picture("kiosk-question-ar")
        go(page, "next")


def practise_back(page: Page) -> None:
    """Back shows the question before with its answer; forward again nothing is lost."""
    go(page, "back")
    screen = page.locator("[data-screen=question].now")
    expect(screen.locator("input:checked")).to_have_count(1)
    go(page, "next")


def test_somebody_answers_in_arabic_and_leaves_no_trace(tablet: Visitor) -> None:
    page = choose_arabic(tablet)
    form_address = page.url
    answer_everything(tablet)
    expect(page.locator("[data-screen=helped]")).to_be_visible()
    tablet.look()
    page.locator("[data-screen=helped] label:has(input[value=alone])").click()
    go(page, "next")
    check = page.locator("[data-check]")
    expect(check).to_contain_text(WORDS)
    tablet.look()
    with page.expect_navigation(url=re.compile("/thanks")):
        page.locator("button[type=submit]:visible").click()
    expect(page.locator("h1")).to_have_text("شكرًا. تم حفظ رأيكم.")
    tablet.look()
    shows_nothing(page, form_address)


def shows_nothing(page: Page, form_address: str) -> None:
    """Back, reload and the direct address show nothing of the person before."""
    page.go_back()
    nothing_chosen(page)
    page.reload()
    nothing_chosen(page)
    page.goto(form_address)
    nothing_chosen(page)


def nothing_chosen(page: Page) -> None:
    """No answer and no word of anybody is on the page."""
    page.wait_for_load_state()
    expect(page.locator("input:checked")).to_have_count(0)
    assert WORDS not in page.content()
    for words in page.locator("textarea").all():
        expect(words).to_have_value("")


def test_a_tablet_that_is_left_covers_itself_and_erases(tablet: Visitor) -> None:
    tablet.context.clock.install()
    page = choose_arabic(tablet)
    go(page, "next")
    page.locator("[data-screen=question].now label:has(input)").first.click()
    cover = page.locator("[data-idle]")
    expect(cover).to_be_hidden()
    page.clock.fast_forward("01:16")
    expect(cover).to_be_visible()
    expect(page.get_by_role("alertdialog")).to_be_visible()
    tablet.look()
    page.locator("[data-idle-stay]").click()
    expect(cover).to_be_hidden()
    expect(page.locator("input:checked")).to_have_count(1)
    page.clock.fast_forward("01:16")
    expect(cover).to_be_visible()
    page.clock.fast_forward("00:21")
    page.wait_for_url("**/kiosk")
    page.go_back()
    nothing_chosen(page)


def test_erase_and_stop_is_asked_once_and_leaves_nothing(tablet: Visitor) -> None:
    page = choose_arabic(tablet)
    go(page, "next")
    page.locator("[data-screen=question].now label:has(input)").first.click()
    page.locator("header [data-erase]").click()
    ask = page.locator("[data-erase-ask]")
    expect(ask).to_be_visible()
    tablet.look()
    page.locator("[data-erase-no]").click()
    expect(page.locator("input:checked")).to_have_count(1)
    page.locator("header [data-erase]").click()
    page.locator("[data-erase-yes]").click()
    page.wait_for_url("**/kiosk")
    page.go_back()
    nothing_chosen(page)
