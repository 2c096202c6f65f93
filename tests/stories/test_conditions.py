"""The browser asks the same questions as Python: the shared cases, and 300 that are made up."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from playwright.sync_api import Browser, Page, Route

from participation.questionnaires.conditions import asked
from participation.settings import CHECKOUT
from tests.questionnaires.condition_cases import CASES, answered, plain_forms

SCRIPT = CHECKOUT / "participation" / "static" / "js" / "conditions.js"
ADDRESS = "http://conditions.test/"
HOW_MANY = 300
COMPLETE = """
const empty = { options: [], rows: {}, value: null, words: false };
const known = (plain) => new Map(
  Object.entries(plain).map(([key, one]) => [key, Object.assign({}, empty, one)]));
"""
HOLD = f"""async (cases) => {{
  const {{ holds }} = await import("/conditions.js"); {COMPLETE}
  return cases.map((one) => holds(one.condition, known(one.answers)));
}}"""
ASK = f"""async (cases) => {{
  const {{ asked }} = await import("/conditions.js"); {COMPLETE}
  return cases.map((one) => asked(one.questions, known(one.answers)));
}}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page that can import the script."""
    made = chromium.new_page()

    def serve(route: Route) -> None:
        if route.request.url.endswith(".js"):
            route.fulfill(content_type="text/javascript", body=SCRIPT.read_text("utf-8"))
        else:
            route.fulfill(content_type="text/html", body="<!doctype html><title>x</title>")

    made.route(f"{ADDRESS}**", serve)
    made.goto(ADDRESS)
    yield made
    made.close()


def test_the_shared_cases(page: Page) -> None:
    single, whole = CASES["single"], CASES["asked"]
    for found, case in zip(page.evaluate(HOLD, single), single, strict=True):
        assert found is case["holds"], case["about"]
    for found, case in zip(page.evaluate(ASK, whole), whole, strict=True):
        assert found == case["asked"], case["about"]


def test_cases_that_are_made_up(page: Page) -> None:
    cases = made_up()
    assert len(cases) == HOW_MANY
    wanted = [asked(case["questions"], answered(case["answers"])) for case in cases]
    assert len({len(keys) for keys in wanted}) > 3
    for found, keys, case in zip(page.evaluate(ASK, cases), wanted, cases, strict=True):
        assert found == keys, case


def made_up() -> list[dict[str, Any]]:
    """Always the same cases, so that a failure comes back."""
    found: list[dict[str, Any]] = []

    @settings(
        max_examples=HOW_MANY,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(plain_forms())
    def keep(form: dict[str, Any]) -> None:
        found.append(form)

    keep()
    return found
