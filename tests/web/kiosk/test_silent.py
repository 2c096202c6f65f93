"""The page that lists what a tablet cannot say aloud."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.people.models import Service
from participation.questionnaires import operations, queries
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.models import Opening
from participation.questionnaires.reading import silent_in
from participation.wording import Words
from tests.web.questionnaires.every_kind import open_every_kind

AsRole = Callable[..., FlaskClient]
PATH = "/fr/desk/kiosk/silent"


@pytest.fixture
def every(session: Session, campaign: Campaign, service: Service) -> Opening:
    """Every kind, offered in two languages."""
    made = open_every_kind(session, campaign, service)
    made.languages = ["fr", "ar"]
    session.commit()
    return made


def lines(browser: FlaskClient, tag: str) -> list[Tag]:
    """The rows of one language."""
    page = BeautifulSoup(browser.get(PATH).get_data(as_text=True), "html5lib")
    return list(page.select(f"[data-language={tag}] tbody tr"))


def test_each_text_without_a_recording_is_a_line(as_role: AsRole, every: Opening) -> None:
    browser = as_role("reception")
    told = [" ".join(line.get_text(" ").split()) for line in lines(browser, "ar")]
    assert "Question 1, une réponse كثيرًا" in told
    assert "Question 7, une ligne الغرفة هادئة" in told
    assert "Question 8, son unité أشخاص" in told
    [unit] = [line for line in lines(browser, "ar") if "أشخاص" in line.text]
    assert unit.select("[lang=ar][dir=rtl]")
    assert lines(browser, "uk") == []


def test_what_was_recorded_is_not_there(session: Session, every: Opening) -> None:
    version = queries.asked(session, every.version_id)
    first = version.questions[0]
    arabic = replace(first.words.texts["ar"], sound=7)
    spoken = replace(first, words=Words({**first.words.texts, "ar": arabic}))
    recorded = replace(version, questions=(spoken, *version.questions[1:]))
    before, after = (silent_in(one, "ar", "fr") for one in (version, recorded))
    assert len(before) - len(after) == 1
    assert len(silent_in(recorded, "fr", "fr")) == len(silent_in(version, "fr", "fr"))


def test_only_what_is_open_in_ones_own_services(
    as_role: AsRole, every: Opening, stranger: FlaskClient
) -> None:
    assert lines(stranger, "fr") == []
    assert lines(as_role("worker"), "fr")


def test_the_tablets_page_leads_there(as_role: AsRole) -> None:
    page = as_role("volunteer").get("/fr/desk/kiosk").get_data(as_text=True)
    assert f'href="{PATH}"' in page


def test_the_tablet_offers_what_its_openings_are_offered_in(
    tablet: FlaskClient, session: Session, campaign: Campaign, every: Opening
) -> None:
    campaign.languages = ["uk", "fr", "ar"]
    every.languages = ["ar", "fr"]
    session.commit()
    page = BeautifulSoup(tablet.get("/kiosk").get_data(as_text=True), "html5lib")
    assert [one["hreflang"] for one in page.select(".language a")] == ["ar", "fr", "uk"]
    for tag, count in (("ar", 1), ("uk", 0)):
        home = tablet.get(f"/{tag}/kiosk").get_data(as_text=True)
        assert home.count(f"/kiosk/q/{every.token}") == count


def test_a_missing_text_counts_in_the_language_in_which_it_is_read(
    session: Session, every: Opening
) -> None:
    made = operations.create_questionnaire(
        session, every.structure_id, short_name="court", title=Words.of(fr="Court")
    )
    version = operations.draft_version(session, made)
    words = Words.of(fr="Dites", uk="Скажіть")
    operations.add_question(session, version, QuestionDraft(key="a", kind="free_text", words=words))
    asked = queries.asked(session, version.id)
    found = [(one.part, one.chosen.language) for one in silent_in(asked, "uk", "fr")]
    assert found == [("title", "fr"), ("words", "uk")]
