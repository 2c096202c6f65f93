"""The questionnaires of a structure, and the models to start from."""

from datetime import datetime

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import NotFound
from participation.questionnaires import copying
from participation.questionnaires.copying import last_version
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.ready import models
from participation.questionnaires.shelf import own_models, shelf
from participation.questionnaires.writing import form_of
from participation.web.access import named_within_reach, open_to, staff
from participation.web.database import session
from participation.web.editor.blueprint import AT, WRITERS, editor
from participation.web.editor.pages import ListPage, ModelLine, ModelsPage
from participation.web.editor.question_form import TitleForm
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.journaling import noted
from participation.web.render import render
from participation.wording import Words


@editor.app_template_filter()
def short_day(moment: datetime) -> str:
    """A local day in few signs, for tables."""
    return str(format_date(clock.day_of(moment), "d MMM y"))


@editor.get(AT)
@open_to(*WRITERS)
def show_list() -> ResponseReturnValue:
    """Every questionnaire of the structure, the one changed last first."""
    return render(ListPage(shelf(session(), staff().structure_id, on=clock.today())))


@editor.get(f"{AT}/new")
@open_to(*WRITERS)
def show_models() -> ResponseReturnValue:
    """Ready models, the structure's own, and an empty page."""
    return render(models_page(TitleForm()))


@editor.post(f"{AT}/new")
@open_to(*WRITERS)
def start() -> ResponseReturnValue:
    """A draft that is a copy of the model that was chosen, or empty with a title."""
    name = request.form.get("ready") or request.form.get("own")
    form = BaseForm() if name else TitleForm()
    made: list[Version] = []
    if attempt(form, lambda written: made.append(begun(written, form))):
        return redirect(url_for(".show_questionnaire", short_name=made[0].questionnaire.short_name))
    return render(models_page(form if isinstance(form, TitleForm) else TitleForm())), status_of(
        form
    )


def begun(written: Session, form: BaseForm) -> Version:
    """The draft, with its line in the journal."""
    structure, ready, own = staff().structure_id, request.form.get("ready"), request.form.get("own")
    if ready in models():
        version = copying.copy_questionnaire(
            written, structure, models()[str(ready)], short_name=str(ready)
        )
    elif own:
        version = copying.copy_questionnaire(written, structure, form_of(own_model(written, own)))
    elif isinstance(form, TitleForm):
        version = copying.begin_questionnaire(
            written, structure, title=Words.of(fr=form.title.data or "")
        )
    else:
        raise NotFound
    noted(written, "questionnaire_begun", version.questionnaire.short_name)
    return version


def own_model(written: Session, short_name: str) -> Version:
    """The last version of a model of the structure; raise NotFound for anything else."""
    questionnaire = named_within_reach(written, Questionnaire, short_name)
    version = last_version(written, questionnaire)
    if version is None or not questionnaire.is_model:
        raise NotFound
    return version


def models_page(form: TitleForm) -> ModelsPage:
    """Everything to start from."""
    own = [
        ModelLine.of(one.short_name, form_of(one.versions[-1]))
        for one in own_models(session(), staff().structure_id)
        if one.versions
    ]
    ready = [ModelLine.of(one.short_name, one, about=one.about) for one in models().values()]
    return ModelsPage(own, ready, form)
