"""Read what people said before anybody else does, and decide what becomes of it."""

from collections.abc import Callable

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date, gettext
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.errors import BrokenForm, NotFound
from participation.ideas import queue
from participation.ideas.queue import QueueItem
from participation.ideas.rules import IdeaKind
from participation.media.models import Media
from participation.media.queries import kept
from participation.voices import operations
from participation.voices.hints import hints, parts
from participation.voices.models import Utterance
from participation.voices.rules import Moderation, NotWrittenDown, Source
from participation.web.access import named_within_reach, open_to, staff
from participation.web.database import session
from participation.web.forms.base import attempt
from participation.web.ideas.blueprint import ideas
from participation.web.ideas.forms import CaseForm
from participation.web.ideas.names import (
    CHANNELS,
    DONE,
    HINTS,
    KINDS,
    ORIGINS,
    SOURCES,
    STATES,
)
from participation.web.ideas.pages import Case, CasePage, ModerationPage
from participation.web.journaling import noted
from participation.web.playing import PRIVATE, sent
from participation.web.render import render
from participation.wording import State

MODERATORS = ("worker", "manager", "administrator")
DECISIONS = {
    "publish": Moderation.PUBLISHED,
    "refuse": Moderation.REFUSED,
    "reroute": Moderation.REROUTED,
    "alert": Moderation.ALERT,
    "withdraw": Moderation.WITHDRAWN,
    "wait": Moderation.WAITING,
}
Act = Callable[[Session, Utterance, CaseForm], None]


@ideas.get("/<language>/desk/campaigns/<short_name>/moderation")
@open_to(*MODERATORS)
def show_moderation(short_name: str) -> ResponseReturnValue:
    """The words of a campaign in one state, those that wait first."""
    campaign = named_within_reach(session(), Campaign, short_name)
    state = state_named(request.args.get("state", Moderation.WAITING))
    oldest = queue.oldest_waiting(session(), campaign.id)
    return render(
        ModerationPage(
            campaign=campaign,
            state=state,
            states=STATES,
            counts=queue.counts(session(), campaign.id),
            oldest=format_date(oldest, "d MMMM") if oldest else "",
            cases=[
                case_of(one) for one in queue.words_to_read(session(), campaign.id, state=state)
            ],
        )
    )


@ideas.get("/<language>/desk/campaigns/<short_name>/moderation/<long:utterance_id>")
@open_to(*MODERATORS)
def show_case(short_name: str, utterance_id: int) -> ResponseReturnValue:
    """One person's words alone on the page."""
    campaign = named_within_reach(session(), Campaign, short_name)
    return render(CasePage(campaign, STATES, case_of(item_of(campaign, utterance_id))))


@ideas.post("/<language>/desk/campaigns/<short_name>/moderation/<long:utterance_id>")
@open_to(*MODERATORS)
def decide(short_name: str, utterance_id: int) -> ResponseReturnValue:
    """Do what the button says; when it is refused, the words are shown as they stand now."""
    campaign = named_within_reach(session(), Campaign, short_name)
    item_of(campaign, utterance_id)
    act, form = request.form.get("act", ""), CaseForm(utterance_id)
    if act not in DONE:
        raise BrokenForm
    if attempt(form, lambda written: decided(written, campaign, utterance_id, form, act)):
        flash(str(DONE[act]))
        seen = state_named(form.seen.data)
        return redirect(url_for(".show_moderation", short_name=short_name, state=seen.value), 303)
    case = case_of(item_of(campaign, utterance_id), form)
    return render(CasePage(campaign, STATES, case)), 409


@ideas.get("/<language>/desk/campaigns/<short_name>/moderation/<long:utterance_id>/recording")
@open_to(*MODERATORS)
def play_recording(short_name: str, utterance_id: int) -> ResponseReturnValue:
    """The voice, for whoever writes it down; nobody else ever hears it."""
    campaign = named_within_reach(session(), Campaign, short_name)
    item = item_of(campaign, utterance_id)
    return sent(kept(session(), Media.id == item.recording_id), PRIVATE)


def decided(
    written: Session, campaign: Campaign, utterance_id: int, form: CaseForm, act: str
) -> None:
    """Act on the words, unless somebody decided meanwhile, and note it."""
    said = written.get_one(Utterance, utterance_id)
    operations.refuse_decided_meanwhile(written, said, seen=state_named(form.seen.data))
    if act in DECISIONS:
        save_words(written, said, form)
        operations.moderate(
            written,
            said,
            moderation=DECISIONS[act],
            reason=form.reason.data or "",
            by=staff().name,
        )
        if campaign.closed_at is not None:
            operations.erase_recording(written, said, cause=gettext("The campaign is closed."))
    else:
        OTHER_ACTS[act](written, said, form)
    noted(written, f"words_{act}", campaign.short_name)


def save_words(written: Session, said: Utterance, form: CaseForm) -> None:
    """Write what the voice says and the French, where the page had fields for them."""
    if form.transcript.name in request.form:
        operations.transcribe(written, said, text=form.transcript.data or "")
    save_french(written, said, form)


def save_french(written: Session, said: Utterance, form: CaseForm) -> None:
    """Write the French beside the words when the page had a field for it."""
    if form.french.name not in request.form:
        return
    role = ", ".join(sorted(role.value for role in staff().roles))
    state = State.REVIEWED if form.is_checked.data else State.DRAFT
    french = form.french.data or ""
    if (french, state) != (said.french, said.french_state):
        operations.translate(written, said, french=french, state=state, reviewer=role)


def hide(written: Session, said: Utterance, form: CaseForm) -> None:
    """Hide words in the text and in its French."""
    save_words(written, said, form)
    operations.hide(written, said, pieces=(form.hide.data or "").split(","))


def unhide(written: Session, said: Utterance, _form: CaseForm) -> None:
    """Show all the words again."""
    operations.mask(written, said, text="")


def erase(written: Session, said: Utterance, form: CaseForm) -> None:
    """Erase the words for good; the reason is the cause."""
    operations.erase(written, said, cause=form.reason.data or "")


def erase_voice(written: Session, said: Utterance, form: CaseForm) -> None:
    """Erase the voice and keep what is written; raise NotWrittenDown while nothing is."""
    save_words(written, said, form)
    if not said.said:
        raise NotWrittenDown
    cause = form.reason.data or gettext("It is written down.")
    operations.erase_recording(written, said, cause=cause)


OTHER_ACTS: dict[str, Act] = {
    "save": save_words,
    "transcribe": save_words,
    "hide": hide,
    "unhide": unhide,
    "erase": erase,
    "erase_voice": erase_voice,
}


def state_named(name: str | None) -> Moderation:
    """A state by its name; an unknown one is the first."""
    try:
        return Moderation(name or "")
    except ValueError:
        return Moderation.WAITING


def item_of(campaign: Campaign, utterance_id: int) -> QueueItem:
    """Words of this campaign; raise NotFound for any other."""
    found = queue.one_to_read(session(), campaign.id, utterance_id)
    if found is None:
        raise NotFound
    return found


def case_of(item: QueueItem, form: CaseForm | None = None) -> Case:
    """Somebody's words with what to look at twice and the form to decide."""
    shown = item.mask or item.own
    kinds = dict.fromkeys(one.kind for one in hints(shown))
    if form is not None:
        form.seen.data = item.moderation.value
    return Case(
        item=item,
        parts=list(parts(shown)),
        hints=[str(HINTS[kind]) for kind in kinds],
        origin=str(ORIGINS[item.origin]),
        kind=str(KINDS[item.kind]) if item.kind and item.kind is not IdeaKind.WISH else "",
        source=str(SOURCES[item.source]) if item.source is not Source.RESIDENT else "",
        channel=str(CHANNELS[item.channel]) if item.channel else "",
        day=format_date(item.day, "d MMMM") if item.day else "",
        form=form or filled_form(item),
    )


def filled_form(item: QueueItem) -> CaseForm:
    """The form of one person's words as they stand."""
    return CaseForm(
        item.id,
        formdata=None,
        data={
            "seen": item.moderation.value,
            "transcript": item.transcript,
            "french": item.french,
            "is_checked": item.french_state is State.REVIEWED,
            "reason": item.reason,
        },
    )
