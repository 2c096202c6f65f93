"""What the steps of the check share: who acts, in which browser, and what they found."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from participation.cli.checking.browser import Browser
from participation.cli.checking.pages import Broken, Page
from participation.cli.tour import SEASON, TODAY
from participation.demo.folder import SignIn

DESK = f"/fr/desk/campaigns/{TODAY}"
SEASON_DESK = f"/fr/desk/campaigns/{SEASON}"


@dataclass
class Play:
    """The check while it runs. Steps act through browsers only, and keep what a person would."""

    address: str
    folder: Path
    sign_ins: tuple[SignIn, ...]
    link: str = ""
    board: str = ""
    poll: str = ""
    code: str = ""
    cards: list[str] = field(default_factory=list)

    def browser(self) -> Browser:
        """The browser of somebody new."""
        return Browser(self.address)

    @cached_property
    def tablet(self) -> Browser:
        """The browser of the tablet at reception."""
        return self.browser()

    @cached_property
    def phone(self) -> Browser:
        """A resident's telephone; it keeps no cookie, so one is as good as several."""
        return self.browser()

    @cached_property
    def worker(self) -> Browser:
        """The browser of a social worker, signed in."""
        return self.signed_in("worker")

    @cached_property
    def manager(self) -> Browser:
        """The browser of the director, signed in."""
        return self.signed_in("manager")

    def signed_in(self, role: str) -> Browser:
        """A browser in which the first person with a role has signed in."""
        browser = self.browser()
        self.sign_in(browser, role)
        return browser

    def sign_in(self, browser: Browser, role: str) -> None:
        """Sign the first person with a role in to the desk."""
        who = next(one for one in self.sign_ins if one.role == role)
        form = browser.open("/fr/desk/sign-in").form(holding="secret")
        page = browser.send(form.filled(name=who.sign_in_name, secret=who.password))
        need(page.path.startswith("/fr/desk") and "sign-in" not in page.path, "nobody is signed in")

    def screen(self) -> Page:
        """What the room sees of the vote."""
        return self.phone.open(f"/fr/screen/{self.code}")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does, and how to do it; what it returns is said behind it."""

    said: str
    act: Callable[[Play], str]


def need(is_so: bool, otherwise: str) -> None:
    """Raise Broken with a reason unless something is so."""
    if not is_so:
        raise Broken(otherwise)
