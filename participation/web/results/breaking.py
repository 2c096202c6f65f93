"""Choose the one breakdown of a question."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.questionnaires import breakdowns
from participation.questionnaires.models import Opening, Question
from participation.web.access import named_within_reach, open_to
from participation.web.database import session
from participation.web.forms.base import BaseForm, attempt
from participation.web.journaling import noted
from participation.web.render import render
from participation.web.results.blueprint import AT, READERS, results
from participation.web.results.compose import page_of
from participation.web.results.opening import opening_here


@results.post(f"{AT}/<int:opening_id>/questions/<int:question_id>/breakdown")
@open_to(*READERS)
def break_down(short_name: str, opening_id: int, question_id: int) -> ResponseReturnValue:
    """By language, by way of answering or by help: once, for good."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening = opening_here(campaign, opening_id)
    attribute, form = request.form.get("attribute", ""), BaseForm()
    if attempt(form, lambda written: broken_down(written, opening, question_id, attribute)):
        flash(_("The breakdown is chosen."))
        page = url_for(".show_opening", short_name=short_name, opening_id=opening_id)
        return redirect(f"{page}#q-{question_id}", 303)
    return render(page_of(campaign, [opening], [opening], form=form)), 409


def broken_down(written: Session, opening: Opening, question_id: int, attribute: str) -> None:
    """The choice, with its line in the journal."""
    breakdowns.choose(written, opening, question_id, attribute=attribute)
    question = written.get_one(Question, question_id)
    subject = f"{opening.campaign.short_name}: {question.key}, {attribute}"
    noted(written, "breakdown_chosen", subject)
