"""From signing in to an open questionnaire with its code on the screen: sixty gestures at most.

Each press of a key counts, each touch of the pointer counts; nothing else is done to the pages.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, expect

from tests.stories.world import Visitor, World

MOST_GESTURES = 60
TAKEN_OUT = ("q1.2", "q1.4", "q1.6")
"""Eight questions less three."""
UNTICKED = ("fa-AF", "uk")
"""Five languages less two."""


@dataclass
class Hands:
    """The hands of somebody at the desk: a pointer and a keyboard, and what they did."""

    visitor: Visitor
    gestures: list[str] = field(default_factory=list)

    def point(self, at: Locator) -> None:
        """One touch of the pointer."""
        self.gestures.append("pointer")
        at.click()

    def strike(self, *keys: str) -> None:
        """One press for each key or chord."""
        for key in keys:
            self.gestures.append(key)
            self.visitor.page.keyboard.press(key)

    def button(self, name: str) -> Locator:
        """A button by its whole name."""
        return self.visitor.page.get_by_role("button", name=name, exact=True)

    def link(self, name: str) -> Locator:
        """A link by its whole name."""
        return self.visitor.page.get_by_role("link", name=name, exact=True)


def test_a_questionnaire_is_open_after_sixty_gestures(
    world: World, visitor: Callable[..., Visitor]
) -> None:
    hands = Hands(visitor("desk"))
    page = hands.visitor.page
    sign_in(hands, world)
    hands.visitor.picture("ten-minutes-1-desk")
    hands.point(hands.link("Questionnaires"))
    hands.point(hands.link("Faire un questionnaire"))
    hands.visitor.look()
    hands.visitor.picture("ten-minutes-2-models")
    hands.point(hands.button("Partir de ce modèle").first)
    expect(page.locator(".question-row")).to_have_count(8)
    hands.visitor.look()
    take_out_three(hands)
    adapt_the_first(hands)
    hands.visitor.picture("ten-minutes-4-adapted")
    hands.point(hands.button("Publier"))
    hands.visitor.look()
    hands.visitor.picture("ten-minutes-5-published")
    hands.point(hands.link("L’ouvrir dans « À vous de jouer »"))
    for tag in UNTICKED:
        hands.point(page.locator(f'input[name="languages"][value="{tag}"]'))
    hands.visitor.picture("ten-minutes-6-opening")
    hands.point(hands.button("Ouvrir ce questionnaire"))
    the_code_is_on_the_screen(hands)
    assert len(hands.gestures) <= MOST_GESTURES, hands.gestures
    print(f"{len(hands.gestures)} gestures")  # noqa: T201  # The figure is what this story measures.
    five_questions_in_three_languages(hands, visitor)


def sign_in(hands: Hands, world: World) -> None:
    """Type one's name, paste the password from where it is kept."""
    name, password = world.sign_in_of("worker")
    page = hands.visitor.page
    page.goto("/fr/desk")
    hands.point(page.get_by_label("Identifiant"))
    hands.strike(*name)
    hands.strike("Tab")
    hands.visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", password)
    hands.strike("Control+V", "Enter")
    expect(page).to_have_url(f"{world.address}/fr/desk")


def take_out_three(hands: Hands) -> None:
    """One touch each."""
    page = hands.visitor.page
    for left, key in zip((7, 6, 5), TAKEN_OUT, strict=True):
        hands.point(page.locator(f'.question-row[data-key="{key}"] button[value^="remove:"]'))
        expect(page.locator(".question-row")).to_have_count(left)
    hands.visitor.picture("ten-minutes-3-five-questions")


def adapt_the_first(hands: Hands) -> None:
    """ "Comment s’est passé votre accueil" becomes that of this morning: one word less."""
    page = hands.visitor.page
    hands.point(page.locator('.question-row[data-key="q1.1"] a'))
    words = page.locator("textarea[name=words]")
    hands.point(words)
    hands.strike("End", *("Backspace",) * len("aujourd’hui ?"), *"hier ?")
    hands.point(hands.button("Enregistrer").last)
    expect(page.locator('.question-row[data-key="q1.1"]')).to_contain_text("hier")


def the_code_is_on_the_screen(hands: Hands) -> None:
    """The QR code of the new questionnaire, without a further gesture."""
    page = hands.visitor.page
    code = page.locator(":target .qr svg")
    expect(code).to_be_in_viewport()
    hands.visitor.look()
    hands.visitor.picture("ten-minutes-7-code")


def five_questions_in_three_languages(hands: Hands, visitor: Callable[..., Visitor]) -> None:
    """What a telephone finds at the address of the code."""
    address = hands.visitor.page.locator(":target a.qr-address").inner_text()
    phone = visitor("phone", "ar")
    page = phone.open(address)
    tags = page.locator("main a[hreflang]").evaluate_all("links => links.map(one => one.hreflang)")
    assert sorted(tags) == ["ar", "en", "fr"]
    phone.open(page.locator('main a[hreflang="ar"]').get_attribute("href") or "")
    assert page.locator('[data-screen="question"]').count() == 5
    phone.picture("ten-minutes-8-phone")
