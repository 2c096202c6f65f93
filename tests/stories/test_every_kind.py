"""Every kind of question is answered on the tablet, on a telephone and without scripts.

What is stored is counted again here, by plain SQL over the rows of answers.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select, text

from participation import clock
from participation.kiosks.operations import start_kiosk
from participation.people.models import Service
from participation.storage.engine import Database
from participation.web.devices import COOKIE
from tests import builders
from tests.stories.world import Visitor, World
from tests.web.questionnaires.every_kind import QUESTIONS, open_every_kind

Mark = tuple[str | None, str | None, int | None]
"""Option, row, value."""
Plan = Mapping[str, list[Mark]]
Recounted = Counter[tuple[str, str | None, str | None, int | None]]
PLACES = {draft.key: f"q{place}" for place, draft in enumerate(QUESTIONS, start=1)}
SAID: Mark = (None, None, None)
WORDS = {"fr": "Merci à l’équipe", "ar": "شكرًا للفريق"}
OFTEN: Plan = {
    "came": [("often", None, None)],
    "why": [("food", None, None), ("work", None, None)],
    "heard": [("a_little", None, None)],
    "welcome": [("good", None, None)],
    "first": [("health", None, None)],
    "order": [("work", None, 1), ("food", None, 2), ("health", None, 3)],
    "true": [("yes", "meals", None), ("no", "room.quiet", None)],
    "people": [(None, None, 3)],
    "since": [(None, None, 20251123)],
    "month": [(None, None, 202603)],
    "year": [(None, None, 2019)],
    "voice": [SAID],
}
RARELY: Plan = {
    "came": [("rarely", None, None)],
    "heard": [("dont_know", None, None)],
    "welcome": [("rather_not", None, None)],
    "first": [("dont_know", None, None)],
    "order": [("dont_know", None, None)],
    "true": [("rather_not", None, None)],
    "people": [(None, None, 0)],
    "alone": [SAID],
    "since": [("dont_know", None, None)],
    "month": [(None, None, 202512)],
    "year": [(None, None, 2026)],
    "voice": [("rather_not", None, None)],
}
PLANS = {
    ("tablet", "fr"): OFTEN,
    ("tablet", "ar"): RARELY,
    ("phone", "fr"): RARELY,
    ("phone", "ar"): OFTEN,
    ("plain", "fr"): OFTEN,
    ("plain", "ar"): RARELY,
}
RECOUNT = text(
    "SELECT question.key, question_option.key, question_statement.key, answer.value, count(*)"
    " FROM answer JOIN response ON response.id = answer.response_id"
    " JOIN question ON question.id = answer.question_id"
    " LEFT JOIN question_option ON question_option.id = answer.option_id"
    " LEFT JOIN question_statement ON question_statement.id = answer.statement_id"
    " WHERE answer.opening_id = :opening AND response.language = :language"
    " AND response.channel = :channel"
    " GROUP BY question.key, question_option.key, question_statement.key, answer.value"
)
TOO_SMALL = """least => Array.from(
  document.querySelectorAll("button, a, select, textarea, input, [role=button]")
).filter((one) => {
  const box = (one.closest("label") || one).getBoundingClientRect();
  const isSeen = one.checkVisibility() && box.width > 1 && !one.closest(".foot, .skip-link");
  return isSeen && (box.width < least || box.height < least);
}).map((one) => one.outerHTML.slice(0, 120))"""


@dataclass(frozen=True, slots=True)
class Every:
    """The opening, and a tablet that stands in its service."""

    id: int
    token: str
    cookie: str
    database: Database

    def recounted(self, language: str, channel: str) -> Recounted:
        """Every stored mark of one language and one channel, with its number."""
        asked = {"opening": self.id, "language": language, "channel": channel}
        with self.database.session() as session:
            rows = session.execute(RECOUNT, asked).all()
        return Counter({tuple(row[:4]): row[4] for row in rows})


@pytest.fixture(scope="module")
def every(world: World) -> Every:
    """One question of every kind, beside what the demonstration asks."""
    database = Database(world.ready.settings.database_url)
    with database.write() as session:
        service = session.scalars(select(Service).order_by(Service.id)).first()
        assert service is not None
        campaign = builders.a_campaign(session, service, "toutes-les-questions")
        opening = open_every_kind(session, campaign, service)
        _device, cookie = start_kiosk(session, service, name="Histoires", on=clock.today())
        return Every(opening.id, opening.token, cookie, database)


@pytest.fixture
def somebody(
    visitor: Callable[..., Visitor], every: Every, world: World
) -> Callable[[str, str], Visitor]:
    """Somebody at the tablet, or with a small telephone."""

    def come(device: str, language: str) -> Visitor:
        made = visitor(device, language)
        size = (
            {"width": 1024, "height": 768} if device == "tablet" else {"width": 360, "height": 740}
        )
        made.page.set_viewport_size(size)  # type: ignore[arg-type]  # the two names it wants
        cookie = {"name": COOKIE, "value": every.cookie, "url": world.address}
        if device == "tablet":
            made.context.add_cookies([cookie])  # type: ignore[list-item]  # the names it wants
        return made

    return come


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("device", ["tablet", "phone"])
def test_one_question_a_screen(
    somebody: Callable[[str, str], Visitor], every: Every, device: str, language: str
) -> None:
    channel, path = ("kiosk", "kiosk/q") if device == "tablet" else ("link", "q")
    before = every.recounted(language, channel)
    one, plan = somebody(device, language), PLANS[device, language]
    page = one.open(f"/{language}/{path}/{every.token}")
    page.locator("[data-go=next]:visible").click()
    met = walk(one, plan, language, least=64 if device == "tablet" else 44)
    assert [key for key in met if key != "hello"] == list(plan)
    rows = page.locator("[data-check] li")
    extra = 1 if device == "tablet" and plan is OFTEN else 0
    expect(rows).to_have_count(len(plan) + extra + 1)
    with page.expect_navigation(url="**/thanks"):
        page.locator("button[type=submit]:visible").click()
    assert every.recounted(language, channel) - before == counted(plan)


def walk(one: Visitor, plan: Plan, language: str, *, least: int) -> list[str]:
    """Answer step by step up to the check; the keys of the questions met, each once."""
    page, met = one.page, dict[str, None]()
    while page.locator("[data-screen=check].now").count() == 0:
        screen = page.locator(".screen.now")
        key = screen.get_attribute("data-key")
        if key:
            met[key] = None
            touch(page, screen, key, plan.get(key, []), WORDS[language])
        look(one, least)
        page.locator("[data-go=next]:visible").click()
    look(one, least)
    return list(met)


def look(one: Visitor, least: int) -> None:
    """The end of the screen is looked at: before, the way on may cover half of a link."""
    one.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    one.look()
    fits(one.page, least)


def fits(page: Page, least: int) -> None:
    """Nothing is wider than the screen, and nothing to touch is small."""
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert page.evaluate(TOO_SMALL, least) == []


def touch(page: Page, screen: Locator, key: str, marks: list[Mark], words: str) -> None:
    """Answer one screen as somebody does with fingers."""
    name = PLACES[key]
    for option, row, value in marks:
        if row is not None:
            tile(screen, f"{name}.{row}", option)
        elif option is not None and value is not None:
            screen.locator(f"[data-thing]:has(select[name='{name}.{option}'])").click()
        elif option is not None:
            tile(screen, name, option)
        elif value is None:
            screen.locator("textarea").fill(words)
        elif key == "people":
            count_up(screen, value)
        else:
            write_date(screen, key, value)


def tile(screen: Locator, name: str, option: str | None) -> None:
    """Touch a tile, if it is on this screen: the tablet asks a table row by row."""
    found = screen.locator(f"label:has(input[name='{name}'][value='{option}'])")
    if found.is_visible():
        found.click()


def count_up(screen: Locator, value: int) -> None:
    """With the plus and the minus, from nothing: the first plus says one."""
    screen.locator("[data-add='1']").click()
    for _more in range(value - 1):
        screen.locator("[data-add='1']").click()
    if value == 0:
        screen.locator("[data-add='-1']").click()
    expect(screen.locator(".amount-digits")).to_have_value(str(value))


def write_date(place: Locator, key: str, value: int) -> None:
    """Three lists on the tablet; elsewhere the field of the browser."""
    year, month, day = (str(value)[:4], str(value)[4:6], str(value)[6:])
    parts = place.locator(f"#{PLACES[key]} select, select[name^='{PLACES[key]}.']")
    if parts.count():
        for name, wanted in (("day", day), ("month", month), ("year", year)):
            if wanted:
                chosen = place.locator(f"select[name='{PLACES[key]}.{name}']")
                chosen.select_option(str(int(wanted)))
    else:
        written = "-".join(part for part in (year, month, day) if part)
        place.locator(f"input[name='{PLACES[key]}.typed']").fill(written)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_one_plain_page(chromium: Browser, world: World, every: Every, language: str) -> None:
    before, plan = every.recounted(language, "link"), PLANS["plain", language]
    context = chromium.new_context(
        base_url=world.address, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.goto(f"/{language}/q/{every.token}")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    expect(page.locator(".only-if")).to_have_count(2)
    for key, marks in plan.items():
        fill(page, key, marks, WORDS[language])
    if "why" not in plan:
        page.locator("input[name=q3][value=food]").check()  # It is not asked: the server drops it.
    with page.expect_navigation(url="**/thanks"):
        page.locator("button[type=submit]:visible").click()
    context.close()
    assert every.recounted(language, "link") - before == counted(plan)


def fill(page: Page, key: str, marks: list[Mark], words: str) -> None:
    """Answer one question of the plain page."""
    place, name = page.locator("form#answers"), PLACES[key]
    for option, row, value in marks:
        part = f"{name}.{row}" if row else name
        if option is not None and value is not None:
            place.locator(f"select[name='{name}.{option}']").select_option(str(value))
        elif option is not None:
            place.locator(f"input[name='{part}'][value='{option}']").check()
        elif value is None:
            place.locator(f"textarea[name='{name}.typed']").fill(words)
        elif key == "people":
            place.locator(f"input[name='{name}.typed']").fill(str(value))
        else:
            write_date(place, key, value)


def counted(plan: Plan) -> Recounted:
    """What must be stored, once each."""
    return Counter((key, *mark) for key, marks in plan.items() for mark in marks)


def test_answers_that_stand_apart_and_questions_that_wait(
    somebody: Callable[[str, str], Visitor], every: Every
) -> None:
    page = somebody("tablet", "fr").open(f"/fr/kiosk/q/{every.token}")
    screen, forward = page.locator(".screen.now"), page.locator("[data-go=next]:visible")
    forward.click()
    forward.click()
    tile(screen, "q2", "rarely")
    forward.click()
    expect(screen).to_have_attribute("data-key", "heard")
    forward.click()
    expect(page.locator("[data-go=skip]:visible")).to_have_count(0)
    forward.click()
    expect(screen).to_have_attribute("data-key", "welcome")
    expect(screen.locator("[data-missing]")).to_be_visible()
    tile(screen, "q5", "bad")
    forward.click()
    forward.click()
    put_in_order(screen)
    forward.click()
    tile(screen, "q8.meals", "yes")
    forward.click()
    expect(screen.locator(".tiles-apart")).to_be_hidden()
    page.locator("[data-go=back]:visible").click()
    page.locator("[data-change-language]").click()
    page.locator("[data-erase-no]").click()
    tile(screen, "q8", "rather_not")
    expect(screen.locator("[data-row] input:checked")).to_have_count(0)
    forward.click()
    expect(screen).to_have_attribute("data-key", "people")
    screen.locator(".amount-digits").fill("٣")
    tile(screen, "q9", "dont_know")
    expect(screen.locator(".amount-digits")).to_have_value("")
    screen.locator(".amount-digits").fill("٣")
    expect(screen.locator("input:checked")).to_have_count(0)
    while page.locator("[data-screen=check].now").count() == 0:
        forward.click()
    page.locator(".check-row", has_text="Venez-vous souvent").click()
    tile(screen, "q2", "often")
    forward.click()
    expect(screen).to_have_attribute("data-key", "why")
    forward.click()
    expect(page.locator(".check-row", has_text="Pourquoi venez-vous")).to_be_visible()


def put_in_order(screen: Locator) -> None:
    """With the keyboard; what is taken back lets the others move up, and both are said."""
    food, work = (
        screen.locator(f"[data-thing]:has([name='q7.{key}'])") for key in ("food", "work")
    )
    food.press("Enter")
    work.press("Space")
    expect(work.locator(".rank-number")).to_have_text("2")
    expect(screen.locator("[data-rank-said]")).to_have_text("Travailler\u00a0: place 2")
    food.press("Enter")
    expect(work.locator(".rank-number")).to_have_text("1")
    expect(food).to_have_attribute("aria-pressed", "false")
    expect(screen.locator("[data-rank-said]")).to_have_text("Manger\u00a0: sans place")
