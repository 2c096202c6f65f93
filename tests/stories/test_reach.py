"""A worker gives telephones an address that they reach: scanned, proved by four digits, printed."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import segno
from playwright.sync_api import Browser, expect

from participation import clock
from participation.demo.start import ready
from participation.web.reach.proof import Prover
from tests.stories.conftest import CHROMIUM, FLAGS, served
from tests.stories.world import Visitor, World

EVERY_NETWORK = "0.0.0.0"  # noqa: S104  # The story is about being reached from elsewhere.
ELSEWHERE = "127.0.0.2"
"""Another address of this machine: it stands for the network of the room."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A demonstration of its own, served to every network."""
    found = ready(tmp_path / "data", {}, today=clock.today())
    with served(tmp_path / "data", EVERY_NETWORK) as address:
        yield World(address, tmp_path / "data", found)


@pytest.fixture
def outside(chromium: Browser) -> Iterator[Browser]:
    """A browser for which every address leads to the network of the room."""
    rules = f"--host-resolver-rules=MAP * {ELSEWHERE}"
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=[*FLAGS, rules])
    yield browser
    browser.close()


def test_a_telephone_proves_the_address_that_posters_then_name(
    world: World, chromium: Browser, outside: Browser
) -> None:
    desk = Visitor.with_device(chromium, world.address, "desk", "fr")
    phone = Visitor.with_device(outside, world.address, "phone", "ar")
    desk.sign_in(world, "worker")
    page = desk.open("/fr/desk/address")
    offered = page.locator(".reach-place h3").all_inner_texts()
    assert offered
    assert not [one for one in offered if urlsplit(one).hostname in {"localhost", "127.0.0.1"}]
    chosen = offered[-1]
    digits = scanned(world, phone, page.content(), offered, chosen)
    page.locator("[name=digits]").fill("12")
    desk.press("Choisir cette adresse")
    expect(page.locator("#digits-error")).to_be_visible()
    page.locator("[name=digits]").fill(digits)
    desk.press("Choisir cette adresse")
    expect(page.locator(".reach-chosen h3")).to_have_text(chosen)
    desk.look()
    desk.picture("desk-address")
    page = desk.open("/fr/desk/campaigns/a-vous-de-jouer/questionnaires")
    address = page.locator(f'a[href^="{chosen}/q/"]').first.get_attribute("href")
    assert address
    phone.page.goto(address)
    phone.look()
    phone.page.locator('a[hreflang="ar"]').click()
    expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    assert phone.page.url.startswith(chosen)
    poster = page.locator('a[href*="poster.pdf"]').first.get_attribute("href") or ""
    assert desk.context.request.get(poster).headers["content-type"] == "application/pdf"
    desk.leave()
    phone.context.close()


def scanned(world: World, phone: Visitor, shown: str, offered: list[str], chosen: str) -> str:
    """The number on the telephone that scanned the code of one address."""
    structure_id = 1
    proof = Prover(world.ready.settings.secret_key, structure_id).proofs(offered)[chosen]
    test = f"{chosen}/fr/reach/{proof.token}"
    assert squares(segno.make(test, error="m").svg_inline(border=2)) in shown
    phone.page.goto(test)
    phone.look()
    phone.picture("phone-test")
    assert phone.context.cookies() == []
    return phone.page.locator(".reach-digits").inner_text()


def squares(drawing: str) -> str:
    """The path of a drawn code."""
    found = re.search(r' d="([^"]+)"', drawing)
    assert found
    return found[1]
