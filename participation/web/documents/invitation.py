"""The poster that asks people to answer: one address, in every language of an opening."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import segno
from flask_babel import force_locale
from markupsafe import Markup

from participation.languages import Language
from participation.web.documents.catalogue import gettext
from participation.web.documents.say import Say
from participation.wording import Chosen, Words

ROOMY = 60
"""Signs of a title that stands on the sheet at full size."""
CODE_LENGTHS = {True: 340, False: 249}
"""The side of the QR code in CSS pixels, when its language is alone and when there are others."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a poster says; texts without a language of the poster get a sentence of ours."""

    languages: tuple[Language, ...]
    structure: str
    service: str
    campaign: Words
    title: Words
    address: str
    minutes: int
    last_day: date
    read_when: Words
    emergency: Words
    on: date
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Invited:
    """What the readers of one language are told; each line has a pictogram."""

    language: Language
    head: str
    title: Chosen
    lines: tuple[tuple[str, str], ...]
    emergency: str


@dataclass(frozen=True, slots=True)
class InvitationDocument:
    """What templates/documents/poster_answer.html may use; `size` follows how many stand below."""

    template: ClassVar[str] = "documents/poster_answer.html"
    invitation: Invitation
    language: Language
    campaign: Chosen
    first: Invited
    others: list[Invited]
    shown_address: str
    qr: Markup
    size: str
    is_dense: bool


def invitation_document(invitation: Invitation) -> InvitationDocument:
    """Put an invitation into words; the first language is large."""
    first, *others = (invited(invitation, one) for one in invitation.languages)
    return InvitationDocument(
        invitation=invitation,
        language=first.language,
        campaign=invitation.campaign.best(first.language.tag),
        first=first,
        others=others,
        shown_address=invitation.address.partition("://")[2],
        qr=code(invitation.address, CODE_LENGTHS[not others]),
        size=("alone", "one", "row")[len(others)] if len(others) <= 2 else "rows",
        is_dense=max(len(one.title.text) for one in (first, *others)) > ROOMY,
    )


def invited(invitation: Invitation, reader: Language) -> Invited:
    """Every sentence for one reader."""
    tag = reader.tag
    with force_locale(reader.locale):
        not_emergency = gettext("This is not an emergency service.")
        return Invited(
            language=reader,
            head=gettext("Answer here"),
            title=invitation.title.best(tag),
            lines=(
                ("camera", gettext("Point the camera of your telephone at this square.")),
                ("eye-off", gettext("We do not ask for your name.")),
                ("hours", gettext("About %(number)s minutes.", number=invitation.minutes)),
                ("calendar", gettext("Until %(day)s.", day=Say(reader).day(invitation.last_day))),
                ("people", invitation.read_when.get(tag) or gettext("The team reads the answers.")),
            ),
            emergency=invitation.emergency.get(tag) or not_emergency,
        )


def code(address: str, length: int) -> Markup:
    """The address as a QR code of a length in CSS pixels, with a title for readers of PDF."""
    made = segno.make(address, error="m", micro=False)
    modules = made.symbol_size(border=0)[0]
    drawn = made.svg_inline(
        scale=round(length / modules, 3), border=0, dark="#16302C", title=gettext("QR code")
    )
    return Markup(drawn)  # noqa: S704 - segno writes numbers and our own title only.
