"""A questionnaire as residents answer it. No account, no cookie, nothing stored by looking."""

import json
from collections.abc import Mapping
from typing import Any, cast

from flask import redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import BrokenForm, KeptAside, Refused, UnknownLanguage
from participation.kiosks.rules import DeviceRevoked
from participation.languages import INTERFACE, REGISTRY, Language
from participation.questionnaires import operations, queries
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.models import Opening
from participation.questionnaires.reading import lacks_words, numbers_of, read_in
from participation.questionnaires.rules import (
    BadAnswers,
    ChannelNotOpen,
    NothingAnswered,
    OpeningClosed,
    OpeningNotYet,
)
from participation.web import devices
from participation.web.access import open_to
from participation.web.database import writing
from participation.web.errors import sentence
from participation.web.languages import language, read_otherwise_in
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.calendar import calendar
from participation.web.questionnaires.forms import HOLE, Known, kept, known, new_gesture
from participation.web.questionnaires.pages import (
    FormPage,
    LanguagesPage,
    NoticeLine,
    RefusedPage,
    ThanksPage,
)
from participation.web.questionnaires.sent import ASKED, Sent, form_sent, read
from participation.web.questionnaires.surface import KIOSK, LINK, Surface
from participation.web.render import render
from participation.wording import Words

MOST_LINES = 6
MOST_COMING = 3
NOT_OPEN = (OpeningClosed, OpeningNotYet, ChannelNotOpen)


@questionnaires.get("/q/<token>")
@open_to("anyone")
def show_languages(token: str) -> ResponseReturnValue:
    """Choose a language; the address on posters and in QR codes."""
    opening = known(token).opening
    try:
        refuse_unless_open(opening, LINK)
    except Refused as error:
        return refused(error, token, LINK), 409
    found = languages_of(opening)
    addresses = {one.tag: LINK.form(token, one.tag) for one in found}
    title = known(token).version.title
    return render(LanguagesPage(title, opening.service.name, found, addresses))


@questionnaires.get("/<language>/q/<token>")
@open_to("anyone")
def show_form(token: str) -> ResponseReturnValue:
    """The form, on one's own telephone."""
    return form_page(token, LINK)


@questionnaires.get("/<language>/kiosk/q/<token>")
@open_to("anyone")
def show_kiosk_form(token: str) -> ResponseReturnValue:
    """The form, on a tablet of the service."""
    devices.needed_device()
    return form_page(token, KIOSK)


@questionnaires.post("/<language>/q/<token>")
@open_to("anyone")
def answer(token: str) -> ResponseReturnValue:
    """Take one response."""
    return taken(token, LINK)


@questionnaires.post("/<language>/kiosk/q/<token>")
@open_to("anyone")
def answer_at_kiosk(token: str) -> ResponseReturnValue:
    """Take one response from a tablet of the service."""
    device = devices.needed_device()
    if device.service_id != known(token).opening.service_id:
        raise DeviceRevoked
    return taken(token, KIOSK)


@questionnaires.get("/<language>/q/<token>/thanks")
@open_to("anyone")
def show_thanks(token: str) -> ResponseReturnValue:
    """The answer is saved; what happens next."""
    return thanks_page(token, LINK)


@questionnaires.get("/<language>/kiosk/q/<token>/thanks")
@open_to("anyone")
def show_kiosk_thanks(token: str) -> ResponseReturnValue:
    """The same on the tablet; it leaves by itself."""
    devices.needed_device()
    return thanks_page(token, KIOSK)


def form_page(token: str, surface: Surface) -> ResponseReturnValue:
    """The form from memory, with a gesture of its own; the reason when it takes no answers."""
    found = known(token)
    try:
        refuse_unless_open(found.opening, surface)
        refuse_unknown_language(found.opening)
    except Refused as error:
        return refused(error, token, surface), 409
    key = ("form", token, language().tag, surface.name)
    page = kept(key, found.stamp, lambda: draw_form(found, surface, Sent(gesture=HOLE)))
    return page.response(new_gesture())


def taken(token: str, surface: Surface) -> ResponseReturnValue:
    """Store what was sent, or show the page again with what must change and all that was typed."""
    found = known(token)
    sent = Sent()
    try:
        refuse_unknown_language(found.opening)
        sent = read(form_sent(), request.files, found.version)
        if sent.refused:
            raise BadAnswers(dict(sent.refused))
        with writing() as session:
            respond(session, found, surface, sent)
    except (BadAnswers, NothingAnswered) as error:
        return draw_form(found, surface, sent, error), 422
    except Refused as error:
        return refused(error, token, surface), 422 if isinstance(error, BrokenForm) else 409
    return redirect(surface.thanks(token, language().tag), 303)


def respond(session: Session, found: Known, surface: Surface, sent: Sent) -> bool:
    """One response, to the opening as it is now: nobody closes it while we write."""
    opening = found.opening
    if not queries.is_as_it_was(session, opening):
        opening = queries.opening_of_token(session, opening.token)
    return operations.respond(
        session,
        opening,
        gesture=sent.one_gesture,
        language=language().tag,
        read_in=read_in(found.version, language().tag, opening.reading),
        channel=surface.channel,
        assistance=sent.assistance,
        answers=sent.answers,
        texts=sent.texts,
        sounds=sent.sounds,
        day=clock.today(),
        at=clock.now(),
        told_original_may_show=True,
        version=found.version,
    )


def thanks_page(token: str, surface: Surface) -> ResponseReturnValue:
    """The same page for everybody."""
    found = known(token)
    key = ("thanks", token, language().tag, surface.name)
    page = kept(key, found.stamp, lambda: draw_thanks(found, surface))
    return page.response()


def draw_form(
    found: Known, surface: Surface, sent: Sent, error: BadAnswers | NothingAnswered | None = None
) -> str:
    """The whole form as HTML."""
    opening, tag = found.opening, language().tag
    campaign, asked = opening.campaign, found.version.questions
    others = [one for one in languages_of(opening) if one.tag != tag]
    read_otherwise_in(opening.reading)
    return render(
        FormPage(
            surface=surface,
            layout=surface.layout,
            title=found.version.title,
            service=opening.service.name,
            told=notice_of(opening),
            emergency=campaign.emergency or campaign.structure.emergency or None,
            read_when=campaign.read_when,
            questions=asked,
            numbers=numbers_of(asked),
            conditions={one.key: json.dumps(one.condition) for one in asked if one.condition},
            asks_voice=any(kind_named(one.kind).takes_voice for one in asked),
            reading=REGISTRY[opening.reading] if lacks_words(found.version, tag) else None,
            calendar=calendar(),
            helpers=ASKED,
            sent=sent,
            problems=problems_of(error),
            general=sentence(error) if error else "",
            idle_seconds=devices.idle_seconds(),
            start=surface.start(opening.token),
            addresses={one.tag: surface.form(opening.token, one.tag) for one in others},
            languages=others,
        )
    )


def draw_thanks(found: Known, surface: Surface) -> str:
    """The thank-you page as HTML."""
    opening, today = found.opening, clock.today()
    coming = [
        (format_date(one.on, "d MMMM"), one.words)
        for one in opening.campaign.milestones
        if one.on >= today
    ]
    return render(
        ThanksPage(
            surface=surface,
            layout=surface.layout,
            service=opening.service.name,
            coming=coming[:MOST_COMING],
            idle_seconds=devices.idle_seconds(),
            start=surface.start(opening.token),
        )
    )


def refused(error: Refused, token: str, surface: Surface) -> str:
    """Why not, on the surface where it was asked: a tablet must find its way back by itself.

    On a telephone nothing begins again at the address of a questionnaire that is not open.
    """
    is_over = isinstance(error, NOT_OPEN) and not surface.is_kiosk
    return render(
        RefusedPage(
            layout=surface.layout,
            is_kiosk=surface.is_kiosk,
            sentence=sentence(error),
            is_kept=isinstance(error, KeptAside),
            idle_seconds=devices.idle_seconds(),
            start="" if is_over else surface.start(token),
        )
    )


def problems_of(error: Refused | None) -> Mapping[str, str]:
    """Question key -> what must change there."""
    if not isinstance(error, BadAnswers):
        return {}
    return {key: sentence(refusal) for key, refusal in error.found.items()}


def notice_of(opening: Opening) -> list[NoticeLine]:
    """What the first screen says, in six lines at most."""
    lines = opening.campaign.notice[:MOST_LINES]
    return [
        NoticeLine(
            str(line.get("pictogram", "")), Words.from_json(cast(Mapping[str, Any], line["words"]))
        )
        for line in lines
    ]


def languages_of(opening: Opening) -> list[Language]:
    """The languages of the opening that have screens, in its order."""
    tags = opening.languages
    return sorted(
        (one for one in INTERFACE if one.tag in tags), key=lambda one: tags.index(one.tag)
    )


def refuse_unless_open(opening: Opening, surface: Surface) -> None:
    """Whether a page may be opened now: OpeningClosed, OpeningNotYet or ChannelNotOpen."""
    today = clock.today()
    if surface.channel not in opening.channels:
        raise ChannelNotOpen
    if today < opening.opens_on:
        raise OpeningNotYet(opens_on=opening.opens_on)
    if not opening.is_open(today) or opening.campaign.closed_at is not None:
        raise OpeningClosed


def refuse_unknown_language(opening: Opening) -> None:
    """An opening is offered in some languages only; raise UnknownLanguage for the others."""
    if language().tag not in opening.languages:
        raise UnknownLanguage
