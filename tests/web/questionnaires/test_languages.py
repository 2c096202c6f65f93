"""The languages of an opening, and what a reader gets where words are missing."""

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.people.models import Service
from participation.questionnaires import operations
from participation.questionnaires.drafts import OptionDraft, QuestionDraft
from participation.questionnaires.models import Opening, Response
from participation.wording import Text, Words
from tests.web.questionnaires.every_kind import open_every_kind
from tests.web.questionnaires.test_kinds import sent


@pytest.fixture
def every(session: Session, campaign: Campaign, service: Service) -> Opening:
    """Worded in French and Arabic, offered in Ukrainian too, read in Arabic where words lack."""
    made = open_every_kind(session, campaign, service)
    made.languages, made.reading = ["uk", "fr", "ar"], "ar"
    session.commit()
    return made


def page(client: FlaskClient, every: Opening, tag: str) -> BeautifulSoup:
    """The form in a language."""
    return BeautifulSoup(client.get(f"/{tag}/q/{every.token}").get_data(as_text=True), "html5lib")


def test_languages_come_in_the_order_of_the_opening(client: FlaskClient, every: Opening) -> None:
    found = BeautifulSoup(client.get(f"/q/{every.token}").get_data(as_text=True), "html5lib")
    assert [one["hreflang"] for one in found.select("[hreflang]")] == ["uk", "fr", "ar"]
    assert client.get(f"/en/q/{every.token}").status_code == 409


def test_missing_words_are_read_in_the_chosen_language_and_say_so(
    client: FlaskClient, every: Opening
) -> None:
    found = page(client, every, "uk")
    [title] = found.select("#q2-title")
    assert (title.text, title["lang"], title["dir"]) == ("هل تأتون كثيرًا؟", "ar", "rtl")
    assert "other-language" in title["class"]
    heading = title.find_parent("h2")
    assert heading is not None
    assert heading.select_one(".tag [lang=ar]") is not None
    for one in found.select("#q7 .tile-word, #q8 .row-title span, .amount-unit"):
        assert one["lang"] == "ar"
        assert "other-language" in one["class"]
    [face] = found.select("#q5-good-word")
    assert (face.text, face.get("lang"), face.get("class")) == ("Добре", None, ["tile-word"])
    assert "іншою мовою" in found.select("#notice li")[-1].text
    assert not [one for one in found.select(".question-title, .tile-word") if not one.text.strip()]


def test_nothing_is_announced_to_whoever_reads_everything(
    client: FlaskClient, every: Opening
) -> None:
    for tag in ("fr", "ar"):
        found = page(client, every, tag)
        assert found.select(".other-language, #notice .tag") == []


@pytest.mark.parametrize(("tag", "read_in"), [("uk", "ar"), ("fr", "fr"), ("ar", "ar")])
def test_the_language_really_read_is_stored(
    client: FlaskClient, session: Session, every: Opening, tag: str, read_in: str
) -> None:
    assert client.post(f"/{tag}/q/{every.token}", data=sent()).status_code == 303
    stored = session.scalars(select(Response)).one()
    assert (stored.language, stored.read_in) == (tag, read_in)


def test_one_may_read_in_a_language_that_the_campaign_does_not_speak(
    client: FlaskClient, session: Session, every: Opening, campaign: Campaign
) -> None:
    campaign.languages = ["uk"]
    session.commit()
    assert client.post(f"/uk/q/{every.token}", data=sent()).status_code == 303
    assert session.scalars(select(Response.read_in)).one() == "ar"


def test_the_page_stays_in_memory(app: Flask, client: FlaskClient, every: Opening) -> None:
    pages = app.extensions["participation.forms"].pages
    for _visitor in range(3):
        page(client, every, "uk")
    assert len([key for key in pages if key[0] == "form"]) == 1


def test_recordings_and_pictures_are_found_where_the_words_are(
    client: FlaskClient, session: Session, campaign: Campaign, service: Service
) -> None:
    picture = "ab" * 32
    words = Words({"fr": Text("Où ?", sound=7), "ar": Text("أين؟")})
    options = [
        OptionDraft("a", Words({"fr": Text("Ici", sound=8)}), "housing", picture=picture),
        OptionDraft("b", Words.of(fr="Ailleurs"), "place"),
    ]
    made = operations.create_questionnaire(
        session, campaign.structure_id, short_name="lieu", title=Words.of(fr="Lieu")
    )
    version = operations.draft_version(session, made)
    draft = QuestionDraft(
        key="where", kind="pictogram_choice", words=words, options=options, picture=picture
    )
    operations.add_question(session, version, draft)
    operations.publish_version(session, version, at=clock.now())
    day = clock.today()
    opening = operations.open_questionnaire(
        session, version, campaign, service, channels=[Channel.LINK], opens_on=day, closes_on=day
    )
    session.commit()
    found = page(client, opening, "fr")
    assert sorted(one["data-sound"] for one in found.select("[data-sound]")) == [
        "/media/7",
        "/media/8",
    ]
    assert [(one["src"], one["alt"]) for one in found.select("#q1 img")] == [
        (f"/media/{picture}", "")
    ] * 2
    spoken = page(client, opening, "ar").select("[data-sound]")
    assert [one["data-sound"] for one in spoken] == ["/media/8"]
