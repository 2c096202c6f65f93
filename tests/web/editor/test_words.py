"""Texts side by side at the desk: what is saved, what is refused, and how each language stands."""

import io
import wave
from collections.abc import Callable
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.journal.models import JournalEntry
from participation.media.models import Media
from participation.people.models import Structure
from participation.questionnaires import operations
from participation.questionnaires.drafts import OptionDraft, QuestionDraft
from participation.questionnaires.models import Version
from participation.questionnaires.translating import places_of
from participation.wording import State, Text, Words
from tests.pages import PageClient

AsRole = Callable[..., PageClient]
AT = "/fr/desk/editor/mots/words"


@pytest.fixture
def draft(session: Session, structure: Structure) -> Version:
    """One question of a draft, with a machine's Arabic and markup in the French."""
    made = operations.create_questionnaire(
        session, structure.id, short_name="mots", title=Words.of(fr="Accueil", ar="استقبال")
    )
    version = operations.draft_version(session, made)
    version.languages = ["fr", "ar", "uk", "fr-simple"]
    operations.add_question(
        session,
        version,
        QuestionDraft(
            key="wait",
            kind="one_choice",
            words=Words({"fr": Text("Attendu <b>ici</b> ?"), "ar": Text("؟", State.MACHINE)}),
            options=[
                OptionDraft("no", Words.of(fr="Non", ar="لا"), "cross"),
                OptionDraft("long", Words.of(fr="Longtemps")),
            ],
        ),
    )
    session.commit()
    return version


def page(client: PageClient, tag: str = "ar", status: int = 200) -> BeautifulSoup:
    """The page of a language."""
    got = client.get(f"{AT}/{tag}")
    assert got.status_code == status
    return BeautifulSoup(got.get_data(as_text=True), "html5lib")


def filled(soup: BeautifulSoup, **typed: str) -> dict[str, str]:
    """What a browser sends of the page, with other words in some places."""
    data = {str(one["name"]): str(one["value"]) for one in soup.select("#texts input[type=hidden]")}
    for one in soup.select("#texts [name^='text:']"):
        data[str(one["name"])] = str(one.get("value") or one.text.strip())
    changed = {f"text:wait:{name.replace('_', '.')}": text for name, text in typed.items()}
    return {name: text for name, text in (data | changed).items() if name != "csrf_token"}


def field(soup: BeautifulSoup, place: str) -> Tag:
    """The field of a place."""
    found = soup.select_one(f"[name='text:{place}']")
    assert found is not None
    return found


def stored(session: Session, version: Version, place: str) -> Words:
    """The words of a place as they are stored now."""
    session.expire_all()
    return places_of(version)[place].words


def test_each_language_says_how_far_it_is(as_role: AsRole, draft: Version) -> None:
    soup = page(as_role("worker"))
    tabs = [" ".join(one.stripped_strings) for one in soup.select(".tabs a")]
    assert tabs == [
        "Français 4 textes de départ",
        "العربية 3 sur 4 écrits",
        "Українська rien d’écrit encore",
        "Français facile rien d’écrit encore",
    ]
    [here] = soup.select(".tabs [aria-current=page]")
    assert here["dir"] == "rtl"
    simple = page(as_role("manager"), "fr-simple")
    assert field(simple, "wait:words")["lang"] == "fr"


def test_fields_say_their_language_and_direction(as_role: AsRole, draft: Version) -> None:
    desk = as_role("worker")
    arabic, ukrainian = field(page(desk), "wait:words"), field(page(desk, "uk"), "wait:words")
    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
    assert (ukrainian["lang"], ukrainian["dir"]) == ("uk", "ltr")


def test_what_is_typed_is_kept_as_a_draft_or_as_reviewed_by_a_role(
    as_role: AsRole, session: Session, draft: Version
) -> None:
    desk = as_role("worker")
    data = filled(page(desk), options_long="طويلًا", words="هل انتظرت؟")
    sent = desk.send(f"{AT}/ar", {**data, "read:wait:words": "on"})
    assert (sent.status_code, sent.location) == (302, f"{AT}/ar")
    assert stored(session, draft, "wait:options.long").texts["ar"] == Text("طويلًا", State.DRAFT)
    read = Text("هل انتظرت؟", State.REVIEWED, "worker")
    assert stored(session, draft, "wait:words").texts["ar"] == read
    assert "travailleur social" in page(desk).select_one("#g1 .texts-state").get_text()  # type: ignore[union-attr]  # the row is there
    assert draft.revision == 1
    entry = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert entry is not None
    assert (entry.act, entry.subject) == ("questionnaire_worded", "mots 1: ar, 2")


def test_all_are_read_over_at_once(as_role: AsRole, session: Session, draft: Version) -> None:
    desk = as_role("manager")
    desk.send(f"{AT}/ar", {**filled(page(desk)), "read-all": "on"})
    assert stored(session, draft, "wait:words").texts["ar"].state is State.REVIEWED
    assert "ar" not in stored(session, draft, "wait:options.long").texts


def test_new_french_sends_the_others_back_to_drafts(
    as_role: AsRole, session: Session, draft: Version
) -> None:
    desk = as_role("worker")
    desk.send(f"{AT}/fr", filled(page(desk, "fr"), options_no="Pas du tout"))
    found = stored(session, draft, "wait:options.no").texts
    assert found["fr"].text == "Pas du tout"
    assert found["ar"].state is State.DRAFT


def test_two_people_at_once_never_overwrite_one_another(
    as_role: AsRole, session: Session, draft: Version
) -> None:
    desk = as_role("worker")
    before = page(desk, "uk")
    desk.send(f"{AT}/uk", filled(before, words="Чекали?"))
    assert desk.send(f"{AT}/uk", filled(before, options_no="Ні")).status_code == 302
    assert stored(session, draft, "wait:words").get("uk") == "Чекали?"
    refused = desk.send(f"{AT}/uk", filled(before, words="Ви чекали?", options_long="Довго"))
    assert refused.status_code == 422
    soup = BeautifulSoup(refused.get_data(as_text=True), "html5lib")
    own = field(soup, "wait:words")
    assert own["value"] == "Ви чекали?"
    assert own["aria-invalid"] == "true"
    assert soup.select_one(f"#problems a[href='#{own['id']}']")
    assert "Чекали?" in soup.select_one(".texts-wrong").get_text()  # type: ignore[union-attr]  # the row exists
    assert stored(session, draft, "wait:options.long").get("uk") == "", "nothing half-saved"
    again = filled(soup)
    assert desk.send(f"{AT}/uk", again).status_code == 302, "they have now seen the other text"
    assert stored(session, draft, "wait:words").get("uk") == "Ви чекали?"
    assert stored(session, draft, "wait:options.long").get("uk") == "Довго"


def test_markup_is_text(as_role: AsRole, session: Session, draft: Version) -> None:
    desk = as_role("worker")
    desk.send(f"{AT}/uk", filled(page(desk, "uk"), words='"><script>alert(1)</script>'))
    html = desk.get(f"{AT}/uk").get_data(as_text=True)
    assert "<script>alert" not in html
    assert "Attendu &lt;b&gt;ici&lt;/b&gt;" in html
    assert stored(session, draft, "wait:words").get("uk") == '"><script>alert(1)</script>'


def test_too_long_a_text_is_refused_with_its_place(as_role: AsRole, draft: Version) -> None:
    desk = as_role("worker")
    refused = desk.send(f"{AT}/uk", filled(page(desk, "uk"), words="д" * 2001))
    assert refused.status_code == 422
    assert 'href="#t2"' in refused.get_data(as_text=True)


def test_languages_are_added_and_taken_out(
    as_role: AsRole, session: Session, draft: Version
) -> None:
    desk = as_role("worker")
    added = desk.send("/fr/desk/editor/mots/languages", {"tag": "ps"})
    assert added.location == f"{AT}/ps"
    assert desk.send("/fr/desk/editor/mots/languages", {"tag": "klingon"}).status_code == 422
    assert desk.send(f"{AT}/ar/remove").location == f"{AT}/fr"
    assert desk.send(f"{AT}/fr/remove").status_code == 422
    session.expire_all()
    assert draft.languages == ["fr", "uk", "fr-simple", "ps"]
    assert list(stored(session, draft, "wait:words")) == ["fr"]
    page(desk, "ar", status=404)


def test_a_published_version_is_only_read(
    as_role: AsRole, session: Session, draft: Version
) -> None:
    desk = as_role("worker")
    data = filled(page(desk), words="هل؟")
    operations.publish_version(session, draft, at=clock.now())
    session.commit()
    soup = page(desk)
    assert not soup.select("#texts [name^='text:']")
    assert "ses textes ne changent plus" in soup.get_text(" ")
    assert desk.send(f"{AT}/ar", data).status_code == 422
    assert stored(session, draft, "wait:words").get("ar") == "؟"


def test_only_those_who_write_come_in(
    as_role: AsRole, stranger: PageClient, draft: Version
) -> None:
    assert stranger.get(f"{AT}/ar").status_code == 404
    assert stranger.send(f"{AT}/ar", {"text:wait:words": "x"}).status_code == 404
    assert as_role("reception").get(f"{AT}/ar").status_code == 403


def a_sound(seconds: int) -> io.BytesIO:
    """Silence, as a WAV file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as writing:
        writing.setnchannels(1)
        writing.setsampwidth(1)
        writing.setframerate(4000)
        writing.writeframes(b"\x80" * 4000 * seconds)
    made.seek(0)
    return made


def test_a_text_is_heard_and_no_longer(as_role: AsRole, session: Session, draft: Version) -> None:
    desk, place = as_role("worker"), "wait:options.no"
    here = f"{AT}/ar/sound"
    assert desk.get(f"{here}?place={quote(place)}").status_code == 200
    brought = {"place": place, "sound": (a_sound(2), "non.wav")}
    assert desk.send(here, brought).status_code == 302
    kept = stored(session, draft, place).texts["ar"].sound
    assert session.get(Media, kept) is not None
    assert f"/media/{kept}" in desk.get(f"{here}?place={quote(place)}").get_data(as_text=True)
    recorded = {"place": place, "recorded": (a_sound(3), "voice"), "sound": (io.BytesIO(), "")}
    assert desk.send(here, recorded).status_code == 302
    assert stored(session, draft, place).texts["ar"].sound != kept
    assert desk.send(here, {"place": place, "remove": "yes"}).status_code == 302
    assert stored(session, draft, place).texts["ar"].sound is None


@pytest.mark.parametrize(
    ("sound", "why"),
    [
        (io.BytesIO(b"not a sound"), "MP3"),
        (a_sound(75), "60"),
        (None, "MP3"),
    ],
)
def test_what_is_no_sound_is_refused(
    sound: io.BytesIO | None, why: str, as_role: AsRole, session: Session, draft: Version
) -> None:
    desk, place = as_role("worker"), "wait:options.no"
    data: dict[str, object] = {"place": place}
    if sound is not None:
        data["sound"] = (io.BytesIO(sound.getvalue()), "x.wav")
    refused = desk.send(f"{AT}/ar/sound", data)
    assert refused.status_code == 422
    problems = BeautifulSoup(refused.get_data(as_text=True), "html5lib").select_one("#problems")
    assert problems is not None
    assert why in problems.get_text()
    assert stored(session, draft, place).texts["ar"].sound is None


def test_there_is_no_sound_where_there_is_no_text(as_role: AsRole, draft: Version) -> None:
    desk = as_role("worker")
    assert desk.get(f"{AT}/uk/sound?place=wait:words").status_code == 404
    assert desk.get(f"{AT}/uk/sound?place=elsewhere").status_code == 404
