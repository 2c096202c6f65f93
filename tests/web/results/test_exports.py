"""Files of results hold what everybody sees, and nothing more."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import load_workbook
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.people.models import Service, Structure
from participation.questionnaires import breakdowns, operations
from participation.questionnaires.cuts import advance_cut
from participation.questionnaires.figures import QuestionFigures
from participation.questionnaires.models import FreeText, Opening
from participation.questionnaires.shown import shown
from participation.voices import operations as voices
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from participation.wording import State
from tests import builders
from tests.questionnaires import every_kind

AsRole = Callable[..., FlaskClient]


@pytest.fixture
def full(session: Session, campaign: Campaign, service: Service) -> Opening:
    """An opening of every kind with forty responses, closed yesterday evening and more."""
    version = every_kind.a_version(session, campaign.structure_id)
    opening = every_kind.an_opening(session, version, campaign, service)
    every_kind.send_all(session, opening, 40)
    operations.close_opening(session, opening, at=clock.now() - timedelta(hours=25))
    session.commit()
    return opening


def base(opening: Opening) -> str:
    """The address of the results of its campaign."""
    return f"/fr/desk/campaigns/{opening.campaign.short_name}/results"


def sheets_in(content: bytes) -> dict[str, list[list[Any]]]:
    """Name of a sheet -> its rows."""
    book = load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def said_in(opening: Opening, session: Session) -> list[Utterance]:
    """Own words that were given, in any order."""
    found = session.query(FreeText).order_by(FreeText.utterance_id).all()
    return [one.utterance for one in found if one.opening_id == opening.id]


@pytest.mark.parametrize("wanted", ["xlsx", "ods"])
def test_the_file_says_what_the_page_says(
    as_role: AsRole, session: Session, full: Opening, wanted: str
) -> None:
    got = as_role("worker").get(f"{base(full)}/{full.id}.{wanted}")
    day = clock.today().isoformat()
    name = f'attachment; filename="{full.campaign.short_name}-tout-tilleuls-{day}.{wanted}"'
    assert got.headers["Content-Disposition"] == name
    found = sheets_in(got.data)
    assert list(found) == [
        "Résultats",
        "Qui a participé",
        "Paroles publiées",
        "Guide des questions",
        "Comment lire ce fichier",
    ]
    counted = {
        (row[2], row[6], row[7]): (row[8], row[9]) for row in found["Résultats"][1:] if row[9] != ""
    }
    expected = {
        line: figures
        for one in shown(session, [full]).questions
        if not one.withheld
        for line, figures in lines_of_page(one)
    }
    assert len(expected) > 40
    assert {line: counted.get(line) for line in expected} == expected


def lines_of_page(one: QuestionFigures) -> Iterator[tuple[tuple[str, str, str], tuple[int, int]]]:
    """Question key, answer key and what is counted -> n and N, from the figures of the page."""
    chosen = "ont choisi cette réponse"
    yield (one.key, "", "ont répondu"), (one.answered, one.of)
    yield (one.key, "", "sans réponse"), (one.skipped, one.of)
    for option in one.options:
        counted = "compté à part" if option.is_apart else chosen
        yield (one.key, option.key, counted), (option.count, one.of)
    for thing in one.ranks:
        for place, count in enumerate(thing.places, start=1):
            yield (one.key, thing.key, f"mis à la place {place}"), (count, one.of)
    for row in one.statements:
        for option in row.options:
            yield (one.key, f"{row.key}:{option.key}", chosen), (option.count, one.of)


def test_json_has_the_documented_shape(as_role: AsRole, session: Session, full: Opening) -> None:
    told = json.loads(as_role("manager").get(f"{base(full)}/{full.id}.json").data)
    assert (told["format"], told["number"]) == ("participation-results", 1)
    [one] = told["questionnaires"]
    assert one["responses"] == 40
    assert one["openings"][0]["service"] == full.service.name
    figures = {question.key: question for question in shown(session, [full]).questions}
    for question in one["questions"]:
        of_page = figures[question["key"]]
        assert question["withheld"] == of_page.withheld
        if of_page.withheld:
            assert set(question) == {"key", "number", "kind", "words", "withheld"}
            continue
        assert question["answered"] == of_page.answered
        assert [a["responses"] for a in question["answers"]] == [a.count for a in of_page.options]
        assert [o["places"] for o in question["order"]] == [list(r.places) for r in of_page.ranks]
    assert {part["by"] for part in one["who_took_part"]} == {"language", "channel", "assistance"}
    for part in one["who_took_part"]:
        assert all(group["responses"] >= 5 for group in part["groups"])
    [version] = one["codebook"]
    assert [asked["key"] for asked in version["questions"]] == [q.key for q in every_kind.QUESTIONS]
    assert version["questions"][-1]["condition"] == every_kind.QUESTIONS[-1].condition


def test_the_codebook_says_each_condition_and_each_word(as_role: AsRole, full: Opening) -> None:
    book = sheets_in(as_role("worker").get(f"{base(full)}/{full.id}.xlsx").data)
    rows = [
        dict(zip(book["Guide des questions"][0], row, strict=True))
        for row in book["Guide des questions"][1:]
    ]
    asked = {row["Clé de la question"]: row for row in rows if row["Partie"] == "question"}
    assert asked["found"]["Posée quand"] == "(first = yes) ou (wait vaut au moins 90.5)"
    assert (
        asked["calmer"]["Posée quand"] == "(agree, ligne calm = no) et (non (found a une réponse))"
    )
    assert asked["welcome"]["français (fr)"] == "Comment était votre accueil ?"
    assert asked["wait"]["Plus petit"] == 0
    assert asked["needs"]["Réponses au plus"] == 2


@pytest.mark.parametrize("wanted", ["csv", "xlsx", "ods", "json"])
def test_below_five_nothing_is_told(
    as_role: AsRole, session: Session, campaign: Campaign, service: Service, wanted: str
) -> None:
    version = every_kind.a_version(session, campaign.structure_id)
    opening = every_kind.an_opening(session, version, campaign, service)
    every_kind.send_all(session, opening, 4)
    for one in said_in(opening, session):
        publish(session, one, "Une parole sue")
    session.commit()
    got = as_role("worker").get(f"{base(opening)}/{opening.id}.{wanted}")
    told = everything_in(got.data, wanted)
    assert "Une parole sue" not in told
    assert "Des mots" not in told
    if wanted == "xlsx":
        found = sheets_in(got.data)
        assert len(found["Résultats"]) == len(found["Qui a participé"]) == 1
    if wanted == "json":
        [one] = json.loads(got.data)["questionnaires"]
        assert (one["responses"], one["questions"], one["who_took_part"]) == (0, [], [])


def publish(session: Session, said: Utterance, french: str) -> None:
    """Let others read it."""
    voices.translate(session, said, french=french, state=State.REVIEWED, reviewer="worker")
    voices.moderate(session, said, moderation=Moderation.PUBLISHED, by="Nadia")


def everything_in(content: bytes, wanted: str) -> str:
    """All the text of a file, wherever it stands."""
    if wanted == "json":
        return content.decode()
    archive = zipfile.ZipFile(io.BytesIO(content))
    return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("wanted", ["csv", "xlsx", "ods", "json"])
def test_only_published_words_leave_and_none_is_calculated(
    as_role: AsRole, session: Session, full: Opening, wanted: str
) -> None:
    first, second, third, *rest = [one for one in said_in(full, session) if one.language != "fr"]
    publish(session, first, '=HYPERLINK("http://x")')
    publish(session, second, "Un mot lu")
    voices.erase(session, third, cause="asked")
    session.commit()
    got = as_role("worker").get(f"{base(full)}/{full.id}.{wanted}")
    told = everything_in(got.data, wanted)
    assert "Un mot lu" in told
    assert {one.moderation for one in rest} == {Moderation.WAITING}
    assert told.count("Des mots") <= 2
    if wanted == "csv":
        [name] = [
            one for one in zipfile.ZipFile(io.BytesIO(got.data)).namelist() if "paroles" in one
        ]
        text = zipfile.ZipFile(io.BytesIO(got.data)).read(name).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
        assert "'=HYPERLINK(\"'http://x\")" in cells or any(c.startswith("'=HYP") for c in cells)
        assert not any(cell.startswith("=") for cell in cells)
    if wanted == "xlsx":
        assert "<f>" not in told


def test_the_language_of_somebody_alone_is_not_told(
    as_role: AsRole, session: Session, full: Opening
) -> None:
    [arabic, *_rest] = [one for one in said_in(full, session) if one.language == "en"]
    publish(session, arabic, "Le jardin")
    session.commit()
    [one] = json.loads(as_role("worker").get(f"{base(full)}/{full.id}.json").data)["questionnaires"]
    [told] = one["published_words"]
    assert told["french"] == "Le jardin"
    assert (told["own"], told["language"]) == (None, None)
    assert told["french_is_translation"] is True


def test_a_breakdown_has_its_sheet_for_one_opening_alone(
    as_role: AsRole, session: Session, full: Opening
) -> None:
    question = next(one for one in full.version.questions if one.key == "welcome")
    breakdowns.choose(session, full, question.id, attribute="language")
    advance_cut(session, full.id, at=clock.now(), is_last=True)
    session.commit()
    client = as_role("worker")
    rows = sheets_in(client.get(f"{base(full)}/{full.id}.ods").data)["Par groupe"]
    assert {row[3] for row in rows[1:]} >= {"Très bien"}
    assert all(row[7] >= 11 for row in rows[1:])
    assert all("sur 10" in row[8] for row in rows[1:])
    again = every_kind.an_opening(session, full.version, full.campaign, full.service)
    every_kind.send_all(session, again, 5, seed=4)
    session.commit()
    together = f"{base(full)}/questionnaires/{full.version.questionnaire_id}.ods"
    assert "Par groupe" not in sheets_in(client.get(together).data)


def test_the_campaign_in_one_file(as_role: AsRole, session: Session, full: Opening) -> None:
    other = every_kind.a_version(session, full.structure_id, "autre")
    opening = every_kind.an_opening(session, other, full.campaign, full.service)
    every_kind.send_all(session, opening, 12, seed=2)
    session.commit()
    got = as_role("manager").get(f"{base(full)}/all.json")
    told = json.loads(got.data)["questionnaires"]
    assert [(one["short_name"], one["responses"]) for one in told] == [("tout", 40), ("autre", 10)]
    name = f"{full.campaign.short_name}-{clock.today().isoformat()}.json"
    assert name in got.headers["Content-Disposition"]


def test_a_worker_gets_the_openings_of_the_own_service(
    as_role: AsRole, session: Session, structure: Structure, full: Opening
) -> None:
    other = builders.a_service(session, structure, "ailleurs")
    full.campaign.services.append(other)
    elsewhere = every_kind.an_opening(session, full.version, full.campaign, other)
    every_kind.send_all(session, elsewhere, 15, seed=3)
    session.commit()
    client = as_role("worker")
    [one] = json.loads(client.get(f"{base(full)}/all.json").data)["questionnaires"]
    assert [opening["service"] for opening in one["openings"]] == [full.service.name]
    assert client.get(f"{base(full)}/{elsewhere.id}.json").status_code == 404
    [both] = json.loads(as_role("manager").get(f"{base(full)}/all.json").data)["questionnaires"]
    assert both["responses"] == 40 + 15
    assert both["who_took_part"][0]["by"] == "service"


@pytest.mark.parametrize("wanted", ["csv", "xlsx", "ods", "json"])
def test_others_get_nothing(
    as_role: AsRole, stranger: FlaskClient, client: FlaskClient, full: Opening, wanted: str
) -> None:
    here = f"{base(full)}/{full.id}.{wanted}"
    assert client.get(here).status_code == 302
    assert stranger.get(here).status_code == 404
    assert as_role("reception").get(here).status_code == 403
    assert as_role("worker").get(f"{base(full)}/{full.id}.pdf").status_code == 404


def test_the_same_figures_are_the_same_bytes(as_role: AsRole, full: Opening) -> None:
    client = as_role("worker")
    for wanted in ("csv", "xlsx", "ods", "json"):
        here = f"{base(full)}/{full.id}.{wanted}"
        assert client.get(here).data == client.get(here).data


def test_the_page_leads_to_the_files(app: Flask, as_role: AsRole, full: Opening) -> None:
    page = as_role("worker").get(f"{base(full)}/{full.id}").text
    assert f"{base(full)}/{full.id}.xlsx" in page
    assert "/rows" not in page
    assert (
        f"{base(full)}/{full.id}/rows"
        in as_role("administrator").get(f"{base(full)}/{full.id}").text
    )
    names: Mapping[str, object] = app.view_functions
    assert names["results.show_rows"].open_to == {"administrator"}
