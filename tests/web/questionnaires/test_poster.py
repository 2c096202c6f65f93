"""The poster of an opening: one code, one address, and every language of the opening."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2
import pytest
import segno
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.languages import INTERFACE, REGISTRY
from participation.people.models import Structure
from participation.questionnaires.models import Opening
from participation.web.documents import pdf
from participation.web.documents.invitation import Invitation, invitation_document
from participation.web.documents.writing import invitation_html
from participation.web.questionnaires.poster import readers
from participation.wording import Words
from tests.pages import PageClient

pytestmark = pytest.mark.pdf
AsRole = Callable[..., PageClient]
ADDRESS = "http://192.168.1.20:8000/q/2gchksdvm3"
HEADS = {
    "fr": "Répondez ici",
    "en": "Answer here",
    "ar": "أجيبوا هنا",
    "fa-AF": "اینجا جواب بدهید",
    "uk": "Відповідайте тут",
}
TITLE = Words.of(
    fr="Votre passage à l’accueil",
    en="Your visit today",
    ar="زيارتكم اليوم",
    fa_AF="مراجعه امروز شما",
    uk="Ваш сьогоднішній візит",
)


def an_invitation(*tags: str, title: Words = TITLE) -> Invitation:
    """The poster of a reception, in some languages."""
    return Invitation(
        languages=tuple(REGISTRY[tag] for tag in tags),
        structure="CCAS de Valbrenne",
        service="Espace Solidarité des Tilleuls",
        campaign=Words.of(fr="À vous de jouer"),
        title=title,
        address=ADDRESS,
        minutes=4,
        last_day=date(2026, 12, 14),
        read_when=Words.of(fr="L’équipe lit vos mots chaque jeudi."),
        emergency=Words(),
        on=date(2026, 11, 23),
        is_demonstration=True,
    )


@pytest.fixture
def printed(app: Flask) -> Callable[[Invitation], bytes]:
    """A poster as it comes out of the printer."""

    def rendered(invitation: Invitation) -> bytes:
        with app.test_request_context("/"):
            return pdf.render_pdf(invitation_html(invitation))

    return rendered


def text_of(document: bytes) -> str:
    """What a reader gets by searching or copying."""
    opened = pypdfium2.PdfDocument(document)
    return " ".join("".join(one.get_textpage().get_text_range() for one in opened).split())


def letters(text: str) -> list[str]:
    """The letters alone: readers of PDF differ on spaces and on the order of joined letters."""
    return sorted(sign for sign in text if sign.isalpha())


@pytest.mark.parametrize(
    "tags", [*((one.tag,) for one in INTERFACE), ("fr", "ar"), ("fr", "en", "uk"), tuple(HEADS)]
)
def test_one_sheet_that_everybody_can_read(
    tags: tuple[str, ...], printed: Callable[[Invitation], bytes], tmp_path: Path
) -> None:
    document = printed(an_invitation(*tags))
    file = tmp_path / "poster.pdf"
    file.write_bytes(document)
    found = validator.validate_pdf(str(file), profile="ua1")
    assert found.is_compliant, found.failures
    opened = pypdfium2.PdfDocument(document)
    assert len(opened) == 1
    with pikepdf.open(BytesIO(document)) as read:
        assert str(read.Root.Lang) == tags[0]


def test_each_language_is_told_everything(app: Flask) -> None:
    with app.test_request_context("/"):
        document = invitation_document(an_invitation(*HEADS))
    told = {one.language.tag: one for one in (document.first, *document.others)}
    assert {tag: one.head for tag, one in told.items()} == HEADS
    assert {tag: one.title.text for tag, one in told.items()} == {
        tag: TITLE.get(tag) for tag in HEADS
    }
    for number in range(5):
        assert len({one.lines[number][1] for one in told.values()}) == 5
    assert told["fr"].lines[-1][1] == "L’équipe lit vos mots chaque jeudi."
    assert told["uk"].lines[-1][1] == "Відповіді читає команда."
    assert all("2026" in one.lines[3][1] for one in told.values())


def test_the_letters_of_every_language_are_in_the_file(
    printed: Callable[[Invitation], bytes],
) -> None:
    text = text_of(printed(an_invitation(*HEADS)))
    for said in (HEADS["fr"], HEADS["en"], HEADS["uk"], TITLE.get("uk"), "Jusqu’au 14 décembre"):
        assert said in text.replace("\N{NO-BREAK SPACE}", " ")
    for tag in ("ar", "fa-AF"):
        for word in HEADS[tag].split():
            assert any(letters(word) == letters(found) for found in text.split())
    assert ADDRESS.partition("://")[2] in text


def test_the_square_and_the_link_lead_to_the_address(
    printed: Callable[[Invitation], bytes],
) -> None:
    document = printed(an_invitation("fr", "ar"))
    with pikepdf.open(BytesIO(document)) as read:
        links = [str(one.A.URI) for one in read.pages[0].Annots]
    assert links == [ADDRESS]
    assert modules_seen(document) == modules_of(ADDRESS)
    assert modules_seen(document) != modules_of(ADDRESS + "x")


def modules_of(address: str) -> list[list[bool]]:
    """The squares of a QR code."""
    return [[bool(one) for one in row] for row in segno.make(address, error="m").matrix]


def modules_seen(document: bytes) -> list[list[bool]]:
    """The squares that a camera would see: the code is in the frame on the upper right."""
    picture = pypdfium2.PdfDocument(document)[0].render(scale=3, grayscale=True).to_pil()
    wide, high = picture.size
    area = picture.crop((wide * 58 // 100, high * 12 // 100, wide * 93 // 100, high * 38 // 100))
    dark = area.point(lambda light: 255 if light < 128 else 0)
    frame = dark.getbbox()
    assert frame
    inside = dark.crop((frame[0] + 8, frame[1] + 8, frame[2] - 8, frame[3] - 8))
    code = inside.crop(inside.getbbox())
    count = len(modules_of(ADDRESS))
    step = code.size[0] / count
    return [
        [bool(code.getpixel((int((x + 0.5) * step), int((y + 0.5) * step)))) for x in range(count)]
        for y in range(count)
    ]


def test_a_long_title_stays_on_the_sheet(printed: Callable[[Invitation], bytes]) -> None:
    long = Words.of(**{tag.replace("-", "_"): (TITLE.get(tag) + " ") * 4 for tag in HEADS})
    document = printed(an_invitation(*HEADS, title=long))
    assert len(pypdfium2.PdfDocument(document)) == 1


def test_a_title_in_french_only_says_that_it_is_french(app: Flask) -> None:
    invitation = replace(an_invitation("ar", "uk"), title=Words.of(fr="Votre avis"))
    with app.test_request_context("/"):
        html = invitation_html(invitation)
    said = BeautifulSoup(html, "html.parser").select("p.asked")
    assert [(one.text, one["lang"], one["dir"]) for one in said] == [
        ("Votre avis", "fr", "ltr")
    ] * 2
    assert '<html lang="ar" dir="rtl">' in html


def at(opening: Opening, only: str = "") -> str:
    """The address of the poster."""
    name = opening.campaign.short_name
    end = f"?only={only}" if only else ""
    return f"/fr/desk/campaigns/{name}/questionnaires/{opening.id}/poster.pdf{end}"


def test_staff_download_it_with_the_address_that_was_chosen(
    as_role: AsRole, opening: Opening, structure: Structure, session: Session
) -> None:
    structure.phones_address = "http://192.168.1.20:8000"
    opening.languages = ["ar", "fr"]
    session.commit()
    answer = as_role("worker").get(at(opening))
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    with pikepdf.open(BytesIO(answer.data)) as read:
        [link] = read.pages[0].Annots
        assert str(link.A.URI) == f"http://192.168.1.20:8000/q/{opening.token}"
        assert str(read.Root.Lang) == "fr"


def test_french_comes_first_and_one_language_may_stand_alone(opening: Opening) -> None:
    opening.languages = ["uk", "ar", "fr", "fr-simple", "ps"]
    assert [one.tag for one in readers(opening)] == ["fr", "ar", "uk"]
    assert [one.tag for one in readers(opening, "ar")] == ["ar"]


@pytest.mark.parametrize("only", ["en", "ps", "xx"])
def test_a_language_that_the_opening_does_not_offer_is_not_there(
    only: str, as_role: AsRole, opening: Opening, session: Session
) -> None:
    opening.languages = ["fr", "ar"]
    session.commit()
    assert as_role("worker").get(at(opening, only)).status_code == 404


def test_without_the_link_there_is_nothing_to_scan(
    as_role: AsRole, opening: Opening, session: Session
) -> None:
    opening.channels = [Channel.KIOSK]
    session.commit()
    assert as_role("worker").get(at(opening)).status_code == 409


def test_of_another_campaign_or_structure_there_is_none(
    as_role: AsRole, stranger: FlaskClient, opening: Opening, session: Session, campaign: Campaign
) -> None:
    from tests import builders

    other = builders.a_campaign(session, campaign.services[0], "autre")
    session.commit()
    path = at(opening)
    assert stranger.get(path).status_code == 404
    elsewhere = path.replace(campaign.short_name, other.short_name)
    assert as_role("worker").get(elsewhere).status_code == 404
