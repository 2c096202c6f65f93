"""Who acts in a story: a person with a device, whose browser must never complain."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

from participation.demo.start import Ready

SIZES = {
    "phone": (390, 844),
    "tablet": (1280, 800),
    "desk": (1440, 900),
    "projector": (1920, 1080),
}
RULES = (
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
)
AXE = {"runOnly": list(RULES), "resultTypes": ["violations"]}
REFUSED_ON_PURPOSE = re.compile(r"status of (409|422)")
PICTURES = "STORY_PICTURES"
"""Name of the environment variable with the folder for pictures of the main pages."""


@dataclass(frozen=True, slots=True)
class World:
    """The demonstration that the stories play in."""

    address: str
    folder: Path
    ready: Ready

    def sign_in_of(self, role: str) -> tuple[str, str]:
        """Name and password of the first person with a role."""
        who = next(one for one in self.ready.loaded.sign_ins if one.role == role)
        return who.sign_in_name, who.password


@dataclass
class Visitor:
    """Somebody with a browser; what its console complains about fails the story."""

    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def with_device(cls, browser: Browser, address: str, device: str, language: str) -> Self:
        """Open a new browser of the size of a device."""
        width, height = SIZES[device]
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            locale=language,
            has_touch=device in {"phone", "tablet"},
            reduced_motion="reduce",
        )
        context.set_default_timeout(20_000)
        made = cls(context, context.new_page())
        made.listen(made.page)
        context.on("page", made.listen)
        return made

    def listen(self, page: Page) -> None:
        """Keep what the console and the scripts of a page complain about."""
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def heard(self, message: ConsoleMessage) -> None:
        """Errors and policies that were broken; not the pages that were refused on purpose."""
        if message.type == "error" and not REFUSED_ON_PURPOSE.search(message.text):
            self.complaints.append(f"{message.location.get('url', '')}: {message.text}")

    def leave(self) -> None:
        """Close the browser. Fails when something was complained about."""
        self.context.close()
        assert self.complaints == [], self.complaints

    def open(self, path: str) -> Page:
        """Open a page and look at it with the eyes of the accessibility engine."""
        answer = self.page.goto(path)
        assert answer is None or answer.ok or answer.status == 304, f"{path}: {answer.status}"
        self.page.evaluate("document.fonts.ready.then(() => true)")
        self.look()
        return self.page

    def look(self, page: Page | None = None) -> None:
        """Every rule of WCAG 2.2 A and AA, and best practice: a violation fails the story."""
        looked_at = page or self.page
        found = violations(looked_at)
        assert found == [], f"{looked_at.url}: {found}"

    def press(self, name: str, within: Page | Locator | None = None) -> None:
        """Press a button or a link by its name; wait for what comes."""
        place = within or self.page
        found = place.get_by_role("button", name=name, exact=True)
        target = found if found.count() else place.get_by_role("link", name=name, exact=True)
        target.first.click()

    def picture(self, name: str) -> None:
        """Keep a picture of the page where somebody asked for pictures."""
        folder = os.environ.get(PICTURES)
        if folder:
            self.page.screenshot(path=str(Path(folder) / f"{name}.png"))

    def sign_in(self, world: World, role: str) -> None:
        """Sign in to the desk in French."""
        name, password = world.sign_in_of(role)
        self.open("/fr/desk/sign-in")
        self.page.locator("[name=name]").fill(name)
        self.page.locator("[name=secret]").fill(password)
        with self.page.expect_navigation():
            self.page.locator("main form button[type=submit]").click()
        self.look()


def violations(page: Page) -> list[str]:
    """What the accessibility engine finds, a line for each: the rule and the first element."""
    response = Axe().run(page, options=AXE).response
    return [
        f"{one['id']} ({one['impact']}): {one['help']}, in {one['nodes'][0]['html'][:160]}"
        for one in response["violations"]
    ]
