"""What ideas put on the page of their campaign, and what waits to be read."""

from collections.abc import Iterator
from datetime import datetime

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.ideas import queries, queue
from participation.voices import operations as voices
from participation.voices.rules import Moderation
from participation.web.access import staff
from participation.web.database import session
from participation.web.ideas.moderation import MODERATORS
from participation.web.journaling import noted
from participation.web.regions import Wait, closes, fills, waits


@fills("campaign-side", 5)
def board_side(campaign: Campaign) -> str | None:
    """The board, what waits to be read, and where ideas are written and grouped."""
    return render_template(
        "ideas/side.html",
        campaign=campaign,
        board=queries.board_of(session(), campaign.id),
        counts=queue.counts(session(), campaign.id),
        unwritten=queue.unwritten(session(), campaign.id),
    )


@closes(30)
def erase_voices(written: Session, campaign: Campaign, _at: datetime) -> None:
    """No voice is kept after the campaign, written down or not."""
    erased = queue.voices(written, campaign.id)
    for one in erased:
        voices.erase_recording(written, one, cause=_("The campaign is closed."))
    if erased:
        noted(written, "voices_erased", f"{campaign.short_name}: {len(erased)}")


@waits
def words_to_read(campaign: Campaign) -> Iterator[Wait]:
    """Words that nobody has read yet, for those who may read them."""
    if not staff().has(*MODERATORS):
        return
    count = queue.counts(session(), campaign.id)[Moderation.WAITING]
    if count:
        yield Wait(
            since=queue.oldest_waiting(session(), campaign.id) or clock.today(),
            title=_("Words to read"),
            text=ngettext(
                "%(num)s text waits to be read.", "%(num)s texts wait to be read.", count
            ),
            address=url_for("ideas.show_moderation", short_name=campaign.short_name),
        )
