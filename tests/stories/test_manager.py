"""The director answers a proposal, publishes it, and downloads the synthesis."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import page as validator
import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import func, select

from participation.campaigns.models import Campaign
from participation.questionnaires.models import Opening, Response
from participation.storage.engine import Database
from participation.workshops.models import Poll
from tests.stories.world import PICTURES, Visitor, World

SEASON = "/fr/desk/campaigns/a-vous-la-parole"
PATIENCE = 120_000  # milliseconds: the first document starts the process that renders
REASON = "Le gymnase confirme le créneau du jeudi matin."


@pytest.fixture
def manager(world: World, visitor: Callable[..., Visitor]) -> Visitor:
    """The director, signed in to the desk."""
    made = visitor("desk")
    made.sign_in(world, "manager")
    return made


def test_an_answer_is_written_published_and_told(
    world: World, manager: Visitor, visitor: Callable[..., Visitor]
) -> None:
    page = manager.open(SEASON)
    manager.picture("desk-campaign-fr")
    manager.open(f"{SEASON}/answers")
    page.get_by_role("link", name=re.compile("Du sport")).first.click()
    manager.look()
    page.locator("[name=outcome]").select_option("retained")
    page.locator("[name=part]").fill("le créneau des femmes")
    page.locator("[name=reason_fr]").fill(REASON)
    page.locator("[name=message_fr]").fill(REASON)
    with page.expect_navigation():
        page.locator("form:has([name=reason_fr]) button[type=submit]").click()
    manager.look()
    draft = page.locator("article").filter(has_text=REASON)
    with page.expect_navigation():
        draft.locator("form[action$='/publish'] button").click()
    expect(page.locator("article").filter(has_text=REASON).locator("form")).to_have_count(0)
    manager.look()
    resident = visitor("phone")
    resident.open("/fr/c/a-vous-la-parole/changed")
    expect(resident.page.locator("main")).to_contain_text(REASON)
    visitor("phone", "ar").open("/ar/c/a-vous-la-parole/changed")


def test_the_synthesis_is_downloaded_and_holds_the_figures(
    world: World, manager: Visitor, tmp_path: Path
) -> None:
    page = manager.open(f"{SEASON}/synthesis")
    document = downloaded(page, page.locator("a[href$='/synthesis.pdf']").first)
    path = tmp_path / "synthesis.pdf"
    path.write_bytes(document)
    result = validator.validate_pdf(str(path), profile="ua1")
    assert not result.failures
    assert result.is_compliant
    text = text_of(path)
    for figure in figures(world):
        assert re.search(rf"(?<!\d){figure}(?!\d)", text), f"{figure} is not in the document"
    keep_first_page(path)


def downloaded(page: Page, link: Locator) -> bytes:
    """The file behind a link, with the cookies of whoever is signed in."""
    answer = page.request.get(link.get_attribute("href") or "", timeout=PATIENCE)
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def text_of(path: Path) -> str:
    """Every word of the document."""
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


def figures(world: World) -> list[int]:
    """Responses to each questionnaire and the dots of each proposal, counted in the database."""
    database = Database(world.ready.settings.database_url)
    with database.session() as session:
        campaign = session.scalars(
            select(Campaign).where(Campaign.short_name == "a-vous-la-parole")
        ).one()
        responses = session.scalars(
            select(func.count(Response.id))
            .join(Opening, Opening.id == Response.opening_id)
            .where(Opening.campaign_id == campaign.id)
            .group_by(Opening.version_id)
            .order_by(Opening.version_id)
        ).all()
        poll = session.scalars(select(Poll).where(Poll.campaign_id == campaign.id)).one()
        assert poll.tally is not None
        totals = poll.tally.figures["totals"]
    database.close()
    assert list(responses) == [86, 64, 19]
    assert isinstance(totals, list)
    assert sum(totals) == 114
    return [*responses, *totals]


def keep_first_page(path: Path) -> None:
    """A picture of the first page where somebody asked for pictures."""
    folder = os.environ.get(PICTURES)
    if folder:
        with pypdfium2.PdfDocument(path) as pdf:
            pdf[0].render(scale=1.6).to_pil().save(Path(folder) / "synthesis-fr-1.png")
