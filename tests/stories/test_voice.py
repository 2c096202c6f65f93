"""Somebody answers with their voice; the team listens, writes it down, and erases it."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.media import operations as media
from participation.media.files import sound
from participation.media.models import Media
from participation.questionnaires import operations
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.models import FreeText, Opening
from participation.storage.engine import Database
from participation.voices.models import Utterance
from participation.wording import Words
from tests.sounds import a_wav
from tests.stories.world import Visitor, World

Come = Callable[..., Visitor]
CAMPAIGN = "a-vous-de-jouer"
DESK = f"/fr/desk/campaigns/{CAMPAIGN}/moderation"
TITLE = Words.of(fr="Votre voix", ar="صوتكم")
ASKED = Words.of(fr="Que voulez-vous nous dire ?", ar="ماذا تريدون أن تقولوا لنا؟")
WITHOUT_RECORDER = "delete window.MediaRecorder;"
WITHOUT_LEAVE = """navigator.mediaDevices.getUserMedia =
    () => Promise.reject(new DOMException("no", "NotAllowedError"));"""


@pytest.fixture(scope="module")
def token(world: World) -> str:
    """The address of a questionnaire with one question, to be answered aloud."""
    database = Database(world.ready.settings.database_url)
    with database.session() as session:
        campaign = session.scalars(select(Campaign).where(Campaign.short_name == CAMPAIGN)).one()
        made = operations.create_questionnaire(
            session, campaign.structure_id, short_name="voix", title=TITLE
        )
        version = operations.draft_version(session, made)
        version.languages = ["fr", "ar"]
        read_aloud = media.keep(session, sound(a_wav(6), longest=60))
        asked = Words({**ASKED.texts, "fr": replace(ASKED.texts["fr"], sound=read_aloud.id)})
        operations.add_question(
            session, version, QuestionDraft(key="say", kind="voice", words=asked)
        )
        operations.publish_version(session, version, at=clock.now())
        opening = operations.open_questionnaire(
            session,
            version,
            campaign,
            campaign.services[0],
            channels=[Channel.KIOSK, Channel.LINK],
            opens_on=campaign.opens_on,
            closes_on=campaign.closes_on,
        )
        session.commit()
        found = opening.token
    database.close()
    return found


def go(page: Page, move: str) -> None:
    """Touch the one move of this kind that is shown."""
    page.locator(f"[data-go={move}]:visible").click()


def do(page: Page, act: str) -> Locator:
    """A button of the recorder."""
    return page.locator(f"[data-do={act}]")


def record(who: Visitor, said: str, kept: str) -> None:
    """Speak for a while; each state is said in words, and looked at."""
    page = who.page
    do(page, "start").focus()
    page.keyboard.press("Enter")
    status = page.locator("[data-recorder-said]")
    expect(status).to_have_text(said)
    expect(do(page, "stop")).to_be_focused()
    assert page.evaluate("document.body.dataset.busy") == "yes"
    expect(page.locator("[data-recorder-time]")).to_have_text("0:01")
    who.look()
    page.keyboard.press("Enter")
    expect(status).to_have_text(kept)
    expect(do(page, "play")).to_be_focused()
    assert page.evaluate("document.body.dataset.busy") is None
    who.look()


def send(page: Page, row: str) -> None:
    """To the end, where the message is among the answers, and away with it."""
    while not page.locator("[data-screen=check]").is_visible():
        go(page, "next")
    expect(page.locator("[data-check]")).to_contain_text(row)
    with page.expect_navigation(url=re.compile("/thanks")):
        page.locator("button[type=submit]:visible").click()


def kept_of(world: World, token: str, language: str) -> tuple[str, bytes]:
    """What is written of the voice in a language, and the sound that is kept of it."""
    database = Database(world.ready.settings.database_url)
    with database.session() as session:
        said = session.scalars(
            select(Utterance)
            .join(FreeText, FreeText.utterance_id == Utterance.id)
            .join(Opening, Opening.id == FreeText.opening_id)
            .where(Opening.token == token, Utterance.language == language, Utterance.text == "")
            .order_by(Utterance.id)
        ).one()
        voice = session.get(Media, said.recording_id) if said.recording_id else None
        found = (said.transcript, voice.content if voice else b"")
    database.close()
    return found


def heard(desk: Visitor) -> str:
    """The one voice that waits is played at the desk; its address."""
    page = desk.open(DESK)
    player = page.locator("audio[controls]")
    expect(player).to_have_count(1)
    assert player.evaluate("sound => sound.play().then(() => sound.readyState >= 2)")
    return str(player.get_attribute("src"))


def press(desk: Visitor, act: str) -> None:
    """Press a button of the case that has a voice."""
    with desk.page.expect_navigation():
        desk.page.locator(f".case:has(audio) button[value={act}]").click()
    desk.look()


def write_down(desk: Visitor, words: str, french: str = "") -> None:
    """What the voice says, and its French."""
    case = desk.page.locator(".case:has(audio)")
    case.locator("[name=transcript]").fill(words)
    if french:
        case.locator("[name=french]").fill(french)


@pytest.fixture
def tablet(world: World, visitor: Come) -> Visitor:
    """A browser that a worker made the tablet of a service."""
    made = visitor("tablet")
    made.sign_in(world, "worker")
    page = made.open("/fr/desk/kiosk")
    page.locator("[name=name]").fill("Tablette de l’accueil")
    with page.expect_navigation(url="**/kiosk"):
        page.locator("form:has([name=name]) button[type=submit]").click()
    return made


def test_a_voice_in_french_is_heard_written_down_published_and_erased(
    world: World, visitor: Come, tablet: Visitor, token: str
) -> None:
    page = tablet.open(f"/fr/kiosk/q/{token}")
    go(page, "next")
    tablet.picture("voice-tablet-fr")
    record(tablet, "Enregistrement en cours. Parlez.", "Votre message reste ici jusqu’à l’envoi.")
    do(page, "play").click()
    expect(do(page, "play")).to_have_attribute("aria-pressed", "true")
    expect(do(page, "play")).to_have_attribute("aria-pressed", "false")
    do(page, "erase").click()
    expect(page.locator("[data-recorder-said]")).to_have_text("Votre message est effacé.")
    expect(page.locator("[data-recorder-file]")).to_be_disabled()
    record(tablet, "Enregistrement en cours. Parlez.", "Votre message reste ici jusqu’à l’envoi.")
    send(page, "Votre message vocal")
    written, voice = kept_of(world, token, "fr")
    assert (written, voice[:4]) == ("", b"\x1a\x45\xdf\xa3")

    desk = visitor("desk")
    desk.sign_in(world, "worker")
    address = heard(desk)
    press(desk, "publish")
    expect(desk.page.locator("#problems")).to_contain_text("Écrivez d’abord ce qui est dit.")
    write_down(desk, "Je voudrais un banc au soleil.")
    press(desk, "transcribe")
    desk.picture("voice-desk-fr")
    press(desk, "erase_voice")
    assert desk.page.request.get(address).status == 404
    assert kept_of(world, token, "fr") == ("Je voudrais un banc au soleil.", b"")
    case = desk.page.locator(".case", has_text="Je voudrais un banc au soleil.")
    with desk.page.expect_navigation():
        case.locator("button[value=publish]").click()
    desk.open(f"{DESK}?state=published")
    expect(desk.page.locator("main")).to_contain_text("Je voudrais un banc au soleil.")


def test_a_recording_of_the_service_is_played_where_there_is_one(
    visitor: Come, tablet: Visitor, token: str
) -> None:
    page = tablet.open(f"/fr/kiosk/q/{token}")
    go(page, "next")
    button = page.locator("[data-screen].now [data-sound]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(
        "Array.from(document.querySelectorAll('audio')).some((one) => !one.paused)"
    )
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_have_attribute("aria-pressed", "false", timeout=20_000)
    phone = visitor("phone")
    phone.open(f"/fr/q/{token}")
    go(phone.page, "next")
    expect(phone.page.locator("[data-screen].now [data-sound]")).to_be_visible()
    phone.open(f"/ar/q/{token}")
    go(phone.page, "next")
    expect(phone.page.locator("[data-screen].now .listen")).to_be_hidden()


def test_a_voice_in_arabic_stops_after_a_minute_and_is_translated(
    world: World, visitor: Come, token: str
) -> None:
    phone = visitor("phone", "ar")
    phone.page.clock.install()
    page = phone.open(f"/ar/q/{token}")
    go(page, "next")
    do(page, "start").click()
    status = page.locator("[data-recorder-said]")
    expect(status).to_have_text("التسجيل جارٍ. تكلموا الآن.")
    page.wait_for_timeout(2_000)  # The minute is ours, the sound is recorded in real time.
    page.clock.fast_forward(50_000)
    expect(status).to_have_text("بقيت عشر ثوانٍ.")
    phone.picture("voice-phone-ar")
    page.clock.fast_forward(10_000)
    expect(status).to_have_text("انتهت الدقيقة. تبقى رسالتكم هنا.")
    expect(page.locator("[data-recorder-time]")).to_have_text("1:00")
    phone.look()
    send(page, "رسالتكم الصوتية")

    desk = visitor("desk")
    desk.sign_in(world, "worker")
    address = heard(desk)
    write_down(desk, "أريد حديقة", french="Je veux un jardin.")
    press(desk, "publish")
    assert kept_of(world, token, "ar")[0] == "أريد حديقة"
    assert phone.page.request.get(address).status == 200  # The page that asks who it is.
    assert "desk/sign-in" in phone.page.request.get(address).url
    desk.open(f"{DESK}?state=published")
    case = desk.page.locator(".case", has_text="أريد حديقة")
    expect(case.locator("[data-words]")).to_have_attribute("dir", "rtl")
    with desk.page.expect_navigation():
        case.locator("button[value=erase_voice]").click()
    assert kept_of(world, token, "ar") == ("أريد حديقة", b"")


@pytest.mark.parametrize("broken", ["no recorder", "no script"])
def test_where_nothing_can_record_the_text_field_stands_alone(
    visitor: Come, token: str, broken: str
) -> None:
    phone = visitor("phone")
    if broken == "no recorder":
        phone.context.add_init_script(WITHOUT_RECORDER)
        page = phone.open(f"/fr/q/{token}")
        go(page, "next")
    else:
        phone.context.route(
            "**/static/js/**",
            lambda route: route.fulfill(body="", content_type="text/javascript"),
        )
        page = phone.open(f"/fr/q/{token}")
    expect(page.locator("[data-recorder]")).to_be_hidden()
    expect(page.locator("[data-recorder-or]")).to_be_hidden()
    page.locator("textarea").fill("Par écrit, c’est bien aussi.")
    if broken == "no recorder":
        send(page, "Par écrit, c’est bien aussi.")
    else:
        with page.expect_navigation(url=re.compile("/thanks")):
            page.locator("button[type=submit]:visible").click()


def test_who_does_not_allow_the_microphone_is_told_and_writes(visitor: Come, token: str) -> None:
    phone = visitor("phone", "ar")
    phone.context.add_init_script(WITHOUT_LEAVE)
    page = phone.open(f"/ar/q/{token}")
    go(page, "next")
    do(page, "start").click()
    expect(page.locator("[data-recorder-said]")).to_have_text(
        "الميكروفون لا يعمل هنا. يمكنكم الكتابة."
    )
    phone.look()
    page.locator("textarea").fill("أكتب هنا")
    send(page, "أكتب هنا")


def test_whoever_skips_takes_the_voice_away(visitor: Come, token: str) -> None:
    phone = visitor("phone")
    page = phone.open(f"/fr/q/{token}")
    go(page, "next")
    do(page, "start").click()
    expect(page.locator("[data-recorder-time]")).to_have_text("0:01")
    go(page, "skip")
    go(page, "back")
    expect(do(page, "start")).to_be_visible()
    expect(page.locator("[data-recorder-file]")).to_be_disabled()
    assert page.evaluate("document.body.dataset.busy") is None
