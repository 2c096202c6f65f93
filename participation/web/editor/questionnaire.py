"""The page on which a draft is written, or a published version looked at."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from participation import clock
from participation.errors import NotFound
from participation.languages import REGISTRY
from participation.questionnaires.arranging import Arrangement
from participation.questionnaires.copying import last_version
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.editing import arrangement_of
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.pace import minutes_of
from participation.questionnaires.shelf import history, running_campaigns
from participation.questionnaires.worded import progress, texts_in
from participation.questionnaires.writing import form_of
from participation.web.access import named_within_reach, open_to, staff
from participation.web.database import session
from participation.web.editor.blueprint import ONE, WRITERS, editor
from participation.web.editor.names import KINDS
from participation.web.editor.pages import (
    CampaignLine,
    DraftPage,
    PublishedPage,
    QuestionLine,
    Work,
)
from participation.web.editor.question_form import RevisionForm, TitleForm
from participation.web.editor.words import tab
from participation.web.editor.work import work_on
from participation.web.links import has_page
from participation.web.numbers import number_asked
from participation.web.render import render
from participation.wording import Words


@editor.get(ONE)
@open_to(*WRITERS)
def show_questionnaire(short_name: str) -> ResponseReturnValue:
    """The draft with one of its questions; or the version that is published."""
    version = version_named(short_name)
    if version.published_at is not None:
        return render(published_page(version))
    kind = request.args.get("add", "")
    if kind in KINDS:
        new = QuestionDraft(key="", kind=kind, words=Words())
        return render(draft_page(version, len(version.questions) + 1, work_of_new(version, new)))
    if kind or not version.questions:
        return render(draft_page(version, 0, None))
    return render(page_at(version, number_asked("question", 1)))


def version_named(short_name: str) -> Version:
    """The last version of a questionnaire within reach; raise NotFound without any."""
    version = last_version(session(), named_within_reach(session(), Questionnaire, short_name))
    if version is None:
        raise NotFound
    return version


def page_at(version: Version, number: int) -> DraftPage:
    """The page with one question, the first or the last when there is none of that number."""
    arrangement = arrangement_of(version)
    at = min(max(number, 1), len(arrangement.questions))
    return draft_page(version, at, work_on(version, arrangement, at) if at else None)


def work_of_new(version: Version, draft: QuestionDraft) -> Work:
    """The empty fields of a kind."""
    arrangement = arrangement_of(version)
    with_it = Arrangement((*arrangement.questions, draft))
    return work_on(version, with_it, len(with_it.questions))


def draft_page(version: Version, current: int, work: Work | None) -> DraftPage:
    """The page of a draft; `current` is the question beside the list, 0 for none."""
    form = form_of(version)
    removed = arrangement_of(version).removed
    return DraftPage(
        short_name=version.questionnaire.short_name,
        title=form.title,
        minutes=minutes_of(form.questions),
        number=version.number,
        languages=form.languages,
        lines=[line(one, n, version) for n, one in enumerate(form.questions, start=1)],
        current=current,
        tabs=[
            tab(version.questionnaire.short_name, one, progress(form, one), "")
            for one in form.languages
            if one != "fr"
        ],
        work=work,
        form=RevisionForm(formdata=None, data={"revision": version.revision}),
        title_form=TitleForm(formdata=None, data={"title": form.title.get("fr")}),
        removed=(removed[-1].place, removed[-1].question.words) if removed else None,
        is_model=version.questionnaire.is_model,
        history=history(session(), version.questionnaire_id, on=clock.today()),
    )


def line(draft: QuestionDraft, number: int, version: Version) -> QuestionLine:
    """One question in the list, and the languages that lack some of its words."""
    texts = [words for _place, words in texts_in(draft) if words]
    lacks = [tag for tag in version.languages if not all(words.get(tag) for words in texts)]
    return QuestionLine(number, draft.key, draft.words, [REGISTRY[tag].endonym for tag in lacks])


def published_page(version: Version) -> PublishedPage:
    """What was published, and where it can be opened now."""
    form = form_of(version)
    campaigns = running_campaigns(session(), staff().structure_id, on=clock.today())
    return PublishedPage(
        short_name=version.questionnaire.short_name,
        title=form.title,
        minutes=minutes_of(form.questions),
        number=version.number,
        languages=[REGISTRY[tag] for tag in form.languages],
        questions=form.questions,
        campaigns=[
            CampaignLine(one.title, opening_address(one.short_name, version.id))
            for one in campaigns
            if has_page("questionnaires.show_openings")
            and (staff().services is None or one.service_ids & (staff().services or set()))
        ],
        form=RevisionForm(formdata=None, data={"revision": version.revision}),
        is_model=version.questionnaire.is_model,
        history=history(session(), version.questionnaire_id, on=clock.today()),
    )


def opening_address(campaign: str, version_id: int) -> str:
    """The form that opens this version in a campaign."""
    return url_for("questionnaires.show_openings", short_name=campaign, version=version_id)
