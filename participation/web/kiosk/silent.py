"""What a tablet cannot say aloud: the texts of what is open there that nobody recorded."""

from collections.abc import Sequence

from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from participation import clock
from participation.languages import INTERFACE, Language
from participation.questionnaires.models import Opening
from participation.questionnaires.queries import asked, open_at_kiosk
from participation.questionnaires.reading import silent_in
from participation.web import devices
from participation.web.access import open_to, staff
from participation.web.database import session
from participation.web.kiosk.blueprint import kiosk
from participation.web.kiosk.desk import WHO, services
from participation.web.kiosk.pages import SilentForm, SilentPage
from participation.web.render import render


@kiosk.get("/<language>/desk/kiosk/silent")
@open_to(*WHO)
def show_silent() -> ResponseReturnValue:
    """Language by language; a script adds whether this device has a voice for it."""
    openings = open_here(session())
    offered = {tag for one in openings for tag in one.languages}
    return render(
        SilentPage(
            tablet=name_of_tablet(),
            languages=[
                (one, forms_in(session(), openings, one)) for one in INTERFACE if one.tag in offered
            ],
        )
    )


def open_here(session: Session) -> list[Opening]:
    """What is open today at this tablet, or at any tablet of one's services."""
    mine = devices.current_device()
    ids = {one.id for one in services()}
    here = ids & {mine.service_id} if mine is not None else ids
    found = [open_at_kiosk(session, one, on=clock.today()) for one in sorted(here)]
    return [opening for openings in found for opening in openings]


def forms_in(
    session: Session, openings: Sequence[Opening], language: Language
) -> Sequence[SilentForm]:
    """Each questionnaire that is offered in a language."""
    return [
        SilentForm(
            one.version.title,
            one.service.name,
            silent_in(asked(session, one.version_id), language.tag, one.reading),
        )
        for one in openings
        if language.tag in one.languages
    ]


def name_of_tablet() -> str:
    """The tablet that this browser is, if it is one of the structure."""
    mine = devices.current_device()
    return mine.name if mine is not None and mine.structure_id == staff().structure_id else ""
