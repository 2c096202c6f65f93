"""What a questionnaire looks like before anybody answers it; nothing can be sent from there."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.people.models import Structure
from participation.questionnaires import operations
from participation.questionnaires.drafts import (
    OptionDraft,
    OptionRole,
    QuestionDraft,
    StatementDraft,
)
from participation.questionnaires.models import Opening, Response, Version
from participation.wording import Words
from tests.pages import PageClient

AsRole = Callable[..., PageClient]
AT = "/fr/desk/editor/apercu"
TWO = (
    OptionDraft("yes", Words.of(fr="Oui", ar="نعم"), "check"),
    OptionDraft("no", Words.of(fr="Non <i>", ar="لا"), "cross"),
)


def words(text: str) -> Words:
    """The same question in French and Arabic."""
    return Words.of(fr=text, ar=f"{text} ؟")


ASKED = [
    QuestionDraft(key="intro", kind="information", words=words("Bonjour")),
    QuestionDraft(key="faces", kind="faces", words=words("Visages")),
    QuestionDraft(
        key="one",
        kind="one_choice",
        words=words("Une"),
        options=[*TWO, OptionDraft("dk", Words.of(fr="Je ne sais pas"), "", OptionRole.DONT_KNOW)],
    ),
    QuestionDraft(
        key="several",
        kind="several_choices",
        words=words("Plusieurs"),
        options=TWO,
        maximum=1,
        condition={"question": "one", "is": "yes"},
    ),
    QuestionDraft(
        key="picto",
        kind="pictogram_choice",
        words=words("Dessin"),
        options=TWO,
        condition={
            "all": [{"question": "one", "is": "no"}, {"question": "faces", "answered": True}]
        },
    ),
    QuestionDraft(key="little", kind="yes_a_little_no", words=words("Un peu")),
    QuestionDraft(key="rank", kind="ranking", words=words("Ordre"), options=TWO),
    QuestionDraft(
        key="table",
        kind="agreement",
        words=words("Table"),
        options=TWO,
        statements=[StatementDraft("clean", words("C’est propre"))],
    ),
    QuestionDraft(
        key="number",
        kind="number",
        words=words("Nombre"),
        lowest=0,
        highest=20,
        unit=Words.of(fr="jours"),
    ),
    QuestionDraft(key="day", kind="date", words=words("Jour"), precision="day"),
    QuestionDraft(key="text", kind="free_text", words=words("Texte")),
    QuestionDraft(key="voice", kind="voice", words=words("Voix")),
]


@pytest.fixture
def draft(session: Session, structure: Structure) -> Version:
    """A draft with a question of every kind, in French and Arabic; Pashto was only begun."""
    made = operations.create_questionnaire(
        session, structure.id, short_name="apercu", title=Words.of(fr="Tout", ar="كل شيء")
    )
    version = operations.draft_version(session, made)
    version.languages = ["fr", "ar", "ps"]
    for one in ASKED:
        operations.add_question(session, version, one)
    session.commit()
    return version


def soup(client: PageClient, path: str) -> BeautifulSoup:
    """A page that opens."""
    got = client.get(path)
    assert got.status_code == 200, path
    return BeautifulSoup(got.get_data(as_text=True), "html5lib")


@pytest.mark.parametrize("surface", ["tablet", "telephone", "paper"])
@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_the_frame_holds_the_real_page(
    surface: str, tag: str, as_role: AsRole, draft: Version
) -> None:
    desk = as_role("worker")
    page = soup(desk, f"{AT}/preview/{surface}/{tag}")
    assert page.html is not None
    assert page.html["lang"] == "fr", "the desk stays in its own language"
    [frame] = page.select("iframe")
    inside = soup(desk, str(frame["src"]))
    assert inside.html is not None
    assert (inside.html["lang"], inside.html["dir"]) == (tag, "rtl" if tag == "ar" else "ltr")
    assert "Visages" in inside.get_text()
    assert len(inside.select("h2")) >= len(ASKED)


def test_nothing_can_be_sent_from_a_preview(
    as_role: AsRole, session: Session, draft: Version
) -> None:
    desk = as_role("worker")
    for surface in ("tablet", "telephone"):
        path = f"{AT}/preview/{surface}/fr/form"
        got = desk.get(path)
        policy = got.headers["Content-Security-Policy"]
        assert "form-action 'none'" in policy
        assert "frame-ancestors 'self'" in policy
        assert got.headers["X-Frame-Options"] == "SAMEORIGIN"
        assert desk.send(path, {"q1": "good"}).status_code == 405
    assert session.scalar(select(func.count()).select_from(Response)) == 0
    assert session.scalar(select(func.count()).select_from(Opening)) == 0


def test_other_pages_are_in_no_frame(as_role: AsRole, draft: Version) -> None:
    page = as_role("worker").get(f"{AT}/preview/tablet/fr")
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "DENY"


def test_every_way_out_of_a_preview_leads_back_into_it(as_role: AsRole, draft: Version) -> None:
    desk = as_role("manager")
    for surface in ("tablet", "telephone"):
        inside = soup(desk, f"{AT}/preview/{surface}/ar/form?version=1")
        ways = [str(one["href"]) for one in inside.select("a[href]")]
        ours = [one for one in ways if one.startswith("/") and "source" not in one]
        assert ours
        assert all(one.startswith(f"{AT}/preview/{surface}/") for one in ours), ours


def test_the_paper_has_a_place_for_every_answer(as_role: AsRole, draft: Version) -> None:
    page = soup(as_role("worker"), f"{AT}/paper/fr")
    boxes = {
        str(one["id"]): len(one.select(".paper-box")) for one in page.select(".paper-question")
    }
    assert [boxes[f"q{n}"] for n in range(1, 9)] == [0, 4, 3, 2, 2, 3, 2, 2]
    assert len(page.select(".paper-lines")) == 2
    assert len(page.select(".paper-date i")) == 8
    assert "De 0 à 20" in page.get_text(" ", strip=True)
    assert "jours" in page.get_text()
    how = page.select_one("#q4 .paper-how")
    assert how is not None
    assert how.get_text().split() == ["Cochez", "1", "cases", "au", "plus."]


def test_conditions_stand_above_the_question_in_words(as_role: AsRole, draft: Version) -> None:
    page = soup(as_role("worker"), f"{AT}/paper/fr")
    one = page.select_one("#q4 .paper-if")
    assert one is not None
    assert "Oui" in one.get_text()
    assert one.select_one("bdi").get_text() == "2"  # type: ignore[union-attr]  # the number is there
    assert page.select_one("#q5 .only-if")


def test_the_french_stands_beneath_another_language(as_role: AsRole, draft: Version) -> None:
    desk = as_role("worker")
    page = soup(desk, f"{AT}/paper/ar")
    question = page.select_one("#q3")
    assert question is not None
    codes = [one.get_text(" ", strip=True) for one in question.select(".paper-code")]
    assert codes == ["Une", "2a Oui", "2b Non <i>", "2c"]
    assert all(one["lang"] == "fr" for one in question.select(".paper-code"))
    assert question.select_one(".paper-apart [lang=fr][dir=ltr]"), "what lacks Arabic is in French"
    assert not soup(desk, f"{AT}/paper/fr").select(".paper-french")


def test_a_language_without_screens_has_paper_only(as_role: AsRole, draft: Version) -> None:
    desk = as_role("worker")
    assert not soup(desk, f"{AT}/preview/tablet/ps").select("iframe")
    assert desk.get(f"{AT}/preview/tablet/ps/form").status_code == 404
    sheet = soup(desk, f"{AT}/paper/ps")
    assert sheet.html is not None
    assert (sheet.html["lang"], sheet.html["dir"]) == ("ps", "rtl")
    assert sheet.select_one(".paper-head li span[lang=fr]")


def test_what_is_missing_and_silent_is_counted(as_role: AsRole, draft: Version) -> None:
    facts = soup(as_role("worker"), f"{AT}/preview/tablet/ar").select_one(".preview-facts")
    assert facts is not None
    assert "2 textes manquent" in facts.get_text(" ", strip=True)
    assert "enregistrement" in facts.get_text()


def test_a_published_version_is_shown_too(
    as_role: AsRole, session: Session, draft: Version
) -> None:
    operations.publish_version(session, draft, at=clock.now())
    operations.draft_version(session, draft.questionnaire)
    session.commit()
    desk = as_role("worker")
    assert "Visages" not in desk.get(f"{AT}/paper/fr").get_data(as_text=True)
    assert "Visages" in desk.get(f"{AT}/paper/fr?version=1").get_data(as_text=True)
    assert "Visages" in desk.get(f"{AT}/preview/tablet/fr/form?version=1").get_data(as_text=True)
    for end in ("preview/tablet/fr", "paper/fr", "preview/tablet/fr/form"):
        assert desk.get(f"{AT}/{end}?version=9").status_code == 404


def test_only_those_who_write_look(as_role: AsRole, stranger: PageClient, draft: Version) -> None:
    reception = as_role("reception")
    for end in ("preview/tablet/fr", "paper/fr", "preview/tablet/fr/form"):
        assert stranger.get(f"{AT}/{end}").status_code == 404
        assert reception.get(f"{AT}/{end}").status_code == 403
    assert as_role("worker").get(f"{AT}/preview/elsewhere/fr").status_code == 404
    assert as_role("manager").get(f"{AT}/paper/klingon").status_code == 404
