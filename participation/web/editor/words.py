"""Texts side by side: French, and one language beside it."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from participation.errors import NotFound
from participation.languages import REGISTRY, Language, written_as
from participation.people.rules import Role
from participation.questionnaires import translating
from participation.questionnaires.copying import last_version
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.pace import minutes_of
from participation.questionnaires.translating import FRENCH
from participation.questionnaires.worded import Progress, progress
from participation.questionnaires.writing import form_of
from participation.web.access import named_within_reach, open_to, staff
from participation.web.database import session
from participation.web.editor.blueprint import ONE, WRITERS, editor
from participation.web.editor.words_page import LanguageTab, TextGroup, WordsPage
from participation.web.editor.words_rows import groups_of
from participation.web.editor.words_sent import SentTexts
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.journaling import noted
from participation.web.languages import language
from participation.web.render import render


@editor.get(f"{ONE}/words/<tag>")
@open_to(*WRITERS)
def show_words(short_name: str, tag: str) -> ResponseReturnValue:
    """Every text of the last version in one language, beside its French."""
    return render(words_page(worded(short_name, tag), tag, BaseForm(), SentTexts()))


@editor.post(f"{ONE}/words/<tag>")
@open_to(*WRITERS)
def save_words(short_name: str, tag: str) -> ResponseReturnValue:
    """Keep every text that changed."""
    version, form, sent = worded(short_name, tag), BaseForm(), SentTexts.of(request.form)
    if attempt(form, lambda written: sent.write(written, version, tag, reviewer=reviewer())):
        flash(_("The texts are saved."))
        return redirect(url_for(".show_words", short_name=short_name, tag=tag))
    return render(words_page(version, tag, form, sent)), status_of(form)


@editor.post(f"{ONE}/languages")
@open_to(*WRITERS)
def add_language(short_name: str) -> ResponseReturnValue:
    """Write the questionnaire in one more language."""
    tag, form = request.form.get("tag", ""), BaseForm()
    version = worded(short_name, FRENCH)
    if attempt(form, lambda written: translating.add_language(written, version, tag)):
        return redirect(url_for(".show_words", short_name=short_name, tag=tag))
    return render(words_page(version, FRENCH, form, SentTexts())), status_of(form)


@editor.post(f"{ONE}/words/<tag>/remove")
@open_to(*WRITERS)
def remove_language(short_name: str, tag: str) -> ResponseReturnValue:
    """Take a language out, with its texts."""
    version, form = worded(short_name, tag), BaseForm()
    name = REGISTRY[tag].endonym
    if attempt(form, lambda written: removed(written, version, tag)):
        flash(_("%(language)s is no longer in this questionnaire.", language=name))
        return redirect(url_for(".show_words", short_name=short_name, tag=FRENCH))
    return render(words_page(version, tag, form, SentTexts())), status_of(form)


def removed(written: Session, version: Version, tag: str) -> None:
    """Take a language out, with a line in the journal."""
    count = translating.remove_language(written, version, tag)
    name = f"{version.questionnaire.short_name} {version.number}"
    noted(written, "questionnaire_language_removed", f"{name}: {tag}, {count}")


def worded(short_name: str, tag: str) -> Version:
    """The last version of a questionnaire within reach; NotFound when it does not speak `tag`."""
    version = last_version(session(), named_within_reach(session(), Questionnaire, short_name))
    if version is None or tag not in version.languages:
        raise NotFound
    return version


def reviewer() -> str:
    """The role that stands beside what the person has read over, never the name."""
    held = staff().roles
    return next(role.value for role in reversed(Role) if role in held)


def words_page(version: Version, tag: str, form: BaseForm, sent: SentTexts) -> WordsPage:
    """The page; what was typed stays when it was refused."""
    draft = form_of(version)
    short_name = version.questionnaire.short_name
    groups = groups_of(short_name, draft, tag, sent)
    far = progress(draft, tag)
    return WordsPage(
        short_name=short_name,
        title=draft.title,
        number=version.number,
        questions=len(draft.questions),
        minutes=minutes_of(draft.questions),
        is_draft=version.published_at is None,
        tabs=[tab(short_name, one, progress(draft, one), tag) for one in version.languages],
        written=REGISTRY[tag],
        written_as=written_as(tag),
        name=name_of(REGISTRY[tag]),
        groups=groups,
        missing=far.missing,
        unread=far.there - far.reviewed,
        form=form,
        problems=problems_of(groups, form),
        addable=[
            (one.tag, one.endonym) for one in REGISTRY.values() if one.tag not in draft.languages
        ],
    )


def tab(short_name: str, tag: str, far: Progress, current: str) -> LanguageTab:
    """One language with how far it is."""
    address = url_for(".show_words", short_name=short_name, tag=tag)
    return LanguageTab(REGISTRY[tag], address, note_of(tag, far), tag == current)


def note_of(tag: str, far: Progress) -> str:
    """How far a language is, in three words."""
    if tag == FRENCH:
        return str(ngettext("%(num)s text to start from", "%(num)s texts to start from", far.texts))
    if far.there == 0:
        return str(_("nothing written yet"))
    if far.missing:
        return str(_("%(there)s of %(all)s written", there=far.there, all=far.texts))
    if far.is_by_machine:
        return str(_("by machine, 0 reviewed"))
    return str(_("%(reviewed)s of %(all)s reviewed", reviewed=far.reviewed, all=far.texts))


def name_of(one: Language) -> str:
    """A language as the page names it: in French on French pages, else by its own name."""
    return one.french.capitalize() if language().tag == "fr" else one.endonym


def problems_of(groups: list[TextGroup], form: BaseForm) -> list[tuple[str, str, str]]:
    """Where a text stopped the save: the id of its field, its French, and why."""
    wrong = [row for group in groups for row in group.rows if row.is_wrong]
    return [
        (row.id, row.french.text if row.french else row.label, why)
        for row in wrong
        for why in form.problems
    ]
