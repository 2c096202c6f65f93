"""Closing a campaign at the desk keeps the promise of the first screen."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.journal.models import JournalEntry
from participation.questionnaires import queries
from participation.questionnaires.models import Opening, Response
from tests.questionnaires.test_responding import answer


def test_closing_folds_what_is_rare_and_says_so(
    as_role: Callable[..., FlaskClient], session: Session, opening: Opening, campaign: Campaign
) -> None:
    for language in ["fr"] * 6 + ["ar"] * 5 + ["uk"] * 2 + ["en"] * 4:
        answer(session, opening, language=language, read_in=language, texts={})
    session.commit()
    closed = as_role("manager").send(f"/fr/desk/campaigns/{campaign.short_name}/close")
    assert closed.status_code in {302, 303}
    session.expire_all()
    assert session.get_one(Opening, opening.id).closed_at is not None
    languages = queries.participation_by(session, [opening.id], "language")
    assert languages == {"fr": 6, "ar": 5, "other": 6}
    assert set(session.scalars(select(Response.day))) == {None}
    cut = queries.cut_of(session, opening.id)
    assert cut is not None
    assert cut.responses == 17
    acts = session.scalars(
        select(JournalEntry.subject).where(JournalEntry.act == "responses folded")
    )
    assert any("language (en, uk), 6" in subject for subject in acts)


def test_the_page_of_the_campaign_leads_to_its_questionnaires(
    as_role: Callable[..., FlaskClient], session: Session, opening: Opening, campaign: Campaign
) -> None:
    answer(session, opening)
    session.commit()
    page = as_role("worker").get(f"/fr/desk/campaigns/{campaign.short_name}")
    assert page.status_code == 200
    text = page.get_data(as_text=True)
    assert f"/fr/desk/campaigns/{campaign.short_name}/questionnaires" in text
    assert "1 réponse" in text
