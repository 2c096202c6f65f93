"""A resident answers, on a telephone and on the tablet, with and without a script."""

import gzip
import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from participation import clock
from participation.campaigns.models import Campaign
from participation.people.models import Service, Structure
from participation.questionnaires import operations
from participation.questionnaires.models import Opening, Response
from participation.receipts.models import Aside
from participation.settings import CHECKOUT
from participation.voices.models import Utterance
from participation.web.render import fingerprint
from participation.wording import Words
from tests import builders
from tests.web.questionnaires.conftest import kiosk_of

SCRIPT = "<script>alert('bonjour')</script>"
FORMULA = '=HYPERLINK("http://example.org")'


def fields(gesture: object = None, **changes: Any) -> dict[str, Any]:
    """A whole answer as a browser sends it."""
    values = {
        "gesture": str(uuid4() if gesture is None else gesture),
        "q1": "good",
        "q2": "yes",
        "q3": ["waiting", "place"],
        "q4.typed": "Merci",
        "helped": "alone",
    }
    return {**values, **changes}


def count(session: Session, model: Any = Response) -> int:
    """How many rows there are."""
    return session.scalar(select(func.count()).select_from(model)) or 0


def soup(response: TestResponse) -> BeautifulSoup:
    """The page."""
    return BeautifulSoup(response.get_data(as_text=True), "html5lib")


def forget(app: Flask) -> None:
    """What a second would do: the page looks at its opening again."""
    app.extensions["participation.forms"].known.clear()


@pytest.mark.parametrize(("tag", "direction"), [("fr", "ltr"), ("ar", "rtl")])
def test_one_answers_on_ones_own_telephone(
    client: FlaskClient, session: Session, opening: Opening, tag: str, direction: str
) -> None:
    page = soup(client.get(f"/{tag}/q/{opening.token}"))
    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == (tag, direction)
    gesture = page.select_one("[name=gesture]")
    assert gesture is not None
    answered = client.post(f"/{tag}/q/{opening.token}", data=fields(gesture["value"]))
    assert answered.status_code == 303
    assert answered.location == f"/{tag}/q/{opening.token}/thanks"
    assert client.get(answered.location).status_code == 200
    response = session.scalars(select(Response)).one()
    assert (response.language, response.channel.value) == (tag, "link")
    words = session.scalars(select(Utterance)).one()
    assert (words.text, words.told_original_may_show) == ("Merci", True)


def test_nothing_differs_between_two_visitors_but_the_gesture(
    client: FlaskClient, opening: Opening
) -> None:
    pages = [client.get(f"/fr/q/{opening.token}") for _ in range(2)]
    bodies = [page.get_data(as_text=True) for page in pages]
    gestures = [re.findall(r'name="gesture" value="([^"]*)"', body) for body in bodies]
    assert gestures[0] != gestures[1]
    assert all(UUID(one).version == 4 for [one] in gestures)
    assert len({re.sub(r'name="gesture" value="[^"]*"', "", body) for body in bodies}) == 1
    for page in pages:
        assert "Set-Cookie" not in page.headers
        assert page.headers["Cache-Control"] == "no-store"


def test_looking_stores_nothing(client: FlaskClient, session: Session, opening: Opening) -> None:
    for path in ("/q/{}", "/fr/q/{}", "/ar/q/{}/thanks"):
        assert client.get(path.format(opening.token)).status_code == 200
    assert count(session) == 0


def test_the_first_screen_says_what_the_campaign_tells(
    app: Flask, client: FlaskClient, session: Session, opening: Opening, campaign: Campaign
) -> None:
    lines = [
        {"pictogram": "eye-off", "words": Words.of(fr=f"Ligne {n}", ar=f"سطر {n}").to_json()}
        for n in range(8)
    ]
    client.get(f"/ar/q/{opening.token}")
    campaign.notice = lines
    session.commit()
    forget(app)
    page = soup(client.get(f"/ar/q/{opening.token}"))
    assert [one.text.strip() for one in page.select("#notice li")] == [f"سطر {n}" for n in range(6)]


def test_it_works_without_a_script(client: FlaskClient, opening: Opening) -> None:
    page = soup(client.get(f"/fr/q/{opening.token}"))
    form = page.select_one("form[method=post]")
    assert form is not None
    assert form["autocomplete"] == "off"
    shown = [one for one in page.select("button[type=submit]") if not one.has_attr("hidden")]
    assert len(shown) == 1
    assert {one["name"] for one in form.select("input, textarea")} == {
        "gesture",
        "q1",
        "q2",
        "q3",
        "q4.typed",
        "helped",
    }
    assert page.select_one(".emergency") is not None


def test_the_page_is_light(client: FlaskClient, opening: Opening) -> None:
    page = client.get(f"/fr/q/{opening.token}")
    assert len(page.data) < 60_000
    html = soup(page)
    loaded = {one["src"] for one in html.select("script, img")}
    loaded |= {one["href"] for one in html.select("link")}
    loaded |= {one["href"].partition("#")[0] for one in html.select("use")}
    assert len(loaded) + 1 <= 8
    files = {one: client.get(one, buffered=True).data for one in loaded}
    assert sum(len(gzip.compress(one)) for one in [page.data, *files.values()]) < 35_000


def test_a_script_is_imported_by_the_address_that_changes_with_it() -> None:
    folder = CHECKOUT / "participation" / "static" / "js"
    found = re.findall(r'from "\./(\w+\.js)\?v=(\w+)"', (folder / "form.js").read_text("utf-8"))
    assert [name for name, _digest in found] == ["conditions.js", "kinds.js"]
    for name, digest in found:
        assert digest == fingerprint(str(folder / name)), f"write {name}'s new digest in form.js"


def test_a_gesture_counts_once(client: FlaskClient, session: Session, opening: Opening) -> None:
    sent = fields()
    for _tap in range(5):
        assert client.post(f"/fr/q/{opening.token}", data=sent).status_code == 303
    assert count(session) == 1


def test_other_content_is_kept_aside_and_said(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    sent = fields()
    client.post(f"/fr/q/{opening.token}", data=sent)
    second = client.post(f"/fr/q/{opening.token}", data={**sent, "q1": "bad"})
    assert second.status_code == 409
    assert (count(session), count(session, Aside)) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"q1": "neutral"}, "q1"),
        ({"q2": ["yes", "no"]}, "q2"),
        ({"q3": ["waiting", "place", "language"]}, "q3"),
        ({"q3": ["nothing", "place"]}, "q3"),
        ({"q4.typed": "x" * 2001}, "q4"),
    ],
)
@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_what_must_change_is_said_beside_the_question(
    client: FlaskClient, session: Session, opening: Opening, tag: str, changes: Any, name: str
) -> None:
    sent = fields(**{"q4.typed": "gardez ceci", **changes})
    refused = client.post(f"/{tag}/q/{opening.token}", data=sent)
    page = soup(refused)
    assert refused.status_code == 422
    assert page.select_one(f"#{name} .error") is not None
    assert [one["href"] for one in page.select("#problems a")] == [f"#{name}"]
    kept = page.select_one("textarea")
    assert kept is not None
    assert kept.text.strip() == sent["q4.typed"]
    gesture = page.select_one("[name=gesture]")
    assert gesture is not None
    assert gesture["value"] == sent["gesture"]
    if name != "q1":
        assert [one["value"] for one in page.select("[name=q1][checked]")] == ["good"]
    assert [one["value"] for one in page.select("[name=helped][checked]")] == ["alone"]
    assert count(session) == 0


def test_nothing_answered_is_said(client: FlaskClient, session: Session, opening: Opening) -> None:
    empty = client.post(f"/fr/q/{opening.token}", data={"gesture": str(uuid4()), "q4.typed": " "})
    assert empty.status_code == 422
    assert soup(empty).select_one("#problems") is not None
    assert count(session) == 0


@pytest.mark.parametrize("text", [SCRIPT, FORMULA, "a\u202eb"])
def test_words_are_words(
    client: FlaskClient, session: Session, opening: Opening, text: str
) -> None:
    client.post(f"/fr/q/{opening.token}", data=fields(**{"q4.typed": text}))
    assert session.scalars(select(Utterance.text)).one() == text.replace("\u202e", "")
    back = client.post(f"/fr/q/{opening.token}", data=fields(q1="neutral", **{"q4.typed": text}))
    kept = soup(back).select_one("textarea")
    assert kept is not None
    assert kept.text.lstrip("\n") == text


@pytest.mark.parametrize(
    "changes", [{"gesture": ""}, {"gesture": "abc"}, {"q9": "yes"}, {"helped": "the mayor"}]
)
def test_a_broken_form_changes_nothing(
    client: FlaskClient, session: Session, opening: Opening, changes: Any
) -> None:
    assert client.post(f"/fr/q/{opening.token}", data=fields(**changes)).status_code == 422
    assert count(session) == 0


def test_who_helped_may_be_left_out(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    sent = fields()
    del sent["helped"]
    assert client.post(f"/fr/q/{opening.token}", data=sent).status_code == 303
    assert session.scalars(select(Response.assistance)).one() is None


def test_a_language_that_the_opening_does_not_have(
    app: Flask, client: FlaskClient, session: Session, opening: Opening
) -> None:
    opening.languages = ["fr", "ar"]
    session.commit()
    forget(app)
    assert client.get(f"/uk/q/{opening.token}").status_code == 409
    assert client.post(f"/uk/q/{opening.token}", data=fields()).status_code == 409
    assert client.get(f"/xx/q/{opening.token}").status_code == 404
    page = soup(client.get(f"/q/{opening.token}"))
    assert [one["hreflang"] for one in page.select("[hreflang]")] == ["fr", "ar"]
    assert count(session) == 0


def test_another_site_cannot_answer(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    for headers in ({"Origin": "https://example.org"}, {"Sec-Fetch-Site": "cross-site"}):
        sent = client.post(f"/fr/q/{opening.token}", data=fields(), headers=headers)
        assert sent.status_code == 403
    assert count(session) == 0


def test_no_such_address(client: FlaskClient) -> None:
    assert client.get("/fr/q/0000000000").status_code == 404
    assert client.post("/fr/q/0000000000", data=fields()).status_code == 404


def test_closed_between_opening_and_sending(
    app: Flask, client: FlaskClient, session: Session, opening: Opening
) -> None:
    client.get(f"/fr/q/{opening.token}")
    operations.close_opening(session, opening, at=clock.now() - timedelta(hours=1))
    session.commit()
    assert client.post(f"/fr/q/{opening.token}", data=fields()).status_code == 303
    forget(app)
    assert client.get(f"/fr/q/{opening.token}").status_code == 409
    assert count(session) == 1


def test_sent_a_day_after_the_closing(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    operations.close_opening(session, opening, at=clock.now() - timedelta(hours=25))
    session.commit()
    late = client.post(f"/fr/q/{opening.token}", data=fields())
    assert late.status_code == 409
    assert (count(session), count(session, Aside)) == (0, 1)


def test_before_the_first_day(
    app: Flask, client: FlaskClient, session: Session, opening: Opening
) -> None:
    opening.opens_on = clock.today() + timedelta(days=1)
    session.commit()
    assert client.get(f"/fr/q/{opening.token}").status_code == 409
    assert client.post(f"/fr/q/{opening.token}", data=fields()).status_code == 409
    assert count(session) == 0


def test_by_a_channel_that_is_not_open(
    client: FlaskClient, tablet: FlaskClient, session: Session, opening: Opening
) -> None:
    opening.channels = ["kiosk"]
    session.commit()
    assert client.get(f"/fr/q/{opening.token}").status_code == 409
    assert client.post(f"/fr/q/{opening.token}", data=fields()).status_code == 409
    assert tablet.get(f"/fr/kiosk/q/{opening.token}").status_code == 200


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_one_answers_on_the_tablet(
    tablet: FlaskClient, session: Session, opening: Opening, tag: str
) -> None:
    page = soup(tablet.get(f"/{tag}/kiosk/q/{opening.token}"))
    assert page.body is not None
    assert page.body["data-idle-seconds"] == "75"
    assert page.body["data-home"] == "/kiosk"
    assert page.select_one("[data-idle]") is not None
    assert page.select_one("[data-erase-ask]") is not None
    sent = tablet.post(f"/{tag}/kiosk/q/{opening.token}", data=fields())
    assert sent.location == f"/{tag}/kiosk/q/{opening.token}/thanks"
    thanks = soup(tablet.get(sent.location))
    assert thanks.body is not None
    assert thanks.body["data-leave-seconds"]
    assert session.scalars(select(Response)).one().channel.value == "kiosk"


def test_only_a_tablet_of_the_service_answers_at_the_tablets_address(
    app: Flask,
    client: FlaskClient,
    session: Session,
    opening: Opening,
    structure: Structure,
) -> None:
    elsewhere = kiosk_of(app, session)(builders.a_service(session, structure, "ailleurs"))
    for browser in (client, elsewhere):
        sent = browser.post(f"/fr/kiosk/q/{opening.token}", data=fields())
        assert sent.status_code == 409
    assert client.get(f"/fr/kiosk/q/{opening.token}").status_code == 409
    assert count(session) == 0


def test_a_stopped_tablet_answers_no_more(
    tablet: FlaskClient, session: Session, opening: Opening, service: Service
) -> None:
    from participation.kiosks.operations import stop_kiosk
    from participation.kiosks.queries import running

    [device] = running(session, service.structure_id, None)
    stop_kiosk(session, device, at=clock.now())
    session.commit()
    assert tablet.post(f"/fr/kiosk/q/{opening.token}", data=fields()).status_code == 409
    assert count(session) == 0
