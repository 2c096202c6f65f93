"""The sheet that says where the figures come from, what each column means, and what is hidden."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from participation.disclosure.thresholds import FEWEST_CROSSED, FEWEST_SHOWN
from participation.exchange.sheets import Cell, Sheet
from participation.reports.exported import Exported, ExportedOpening
from participation.web.languages import language

NUMBERS = {"few": FEWEST_SHOWN, "more": FEWEST_CROSSED}
MEANINGS: Sequence[tuple[object, object]] = (
    (lazy_gettext("n"), lazy_gettext("How many responses did what the column before says.")),
    (
        lazy_gettext("N"),
        lazy_gettext(
            "How many responses were asked the question: all of them, or those that earlier"
            " answers led to it."
        ),
    ),
    (
        lazy_gettext("Responses"),
        lazy_gettext(
            "A response is one questionnaire sent. It is not one person: nobody is recognised."
        ),
    ),
    (
        lazy_gettext("counted apart"),
        lazy_gettext("“I don’t know” and “I don’t want to answer” say nothing about the subject."),
    ),
    (
        lazy_gettext("no answer"),
        lazy_gettext("The question was asked and skipped: N less those who answered."),
    ),
    (
        lazy_gettext("in this band"),
        lazy_gettext(
            "Numbers and dates are told in bands, so that nobody is known by an age or a birthday."
            " The key is the first value."
        ),
    ),
    (
        lazy_gettext("Mean"),
        lazy_gettext("Rounded to a tenth of a band, from %(few)s numbers on."),
    ),
    (
        lazy_gettext("put at place"),
        lazy_gettext(
            "In an order of importance, how many put it at that place. Nobody has to place"
            " everything."
        ),
    ),
    (
        lazy_gettext("Figures that stand still"),
        lazy_gettext(
            "Figures appear from %(few)s responses on. They move on when %(few)s more have come,"
            " or a twentieth of a large number. Everybody sees the same ones."
        ),
    ),
    (
        lazy_gettext("Who took part"),
        lazy_gettext("Groups of fewer than %(few)s stand together."),
    ),
    (
        lazy_gettext("By group"),
        lazy_gettext(
            "Only groups of %(more)s or more, with shares in tenths. A question has one breakdown,"
            " chosen once."
        ),
    ),
    (
        lazy_gettext("Published words"),
        lazy_gettext(
            "Staff read them before anybody else. They belong to no response. The person’s own"
            " language stands there if the person was told so, or if %(more)s responses came in it."
        ),
    ),
    (
        lazy_gettext("Keys"),
        lazy_gettext(
            "A question and an answer keep their key in every version: years and sites compare"
            " by it."
        ),
    ),
)


def how_to_read(found: Exported) -> Sheet:
    """The campaign, each opening, then what each word of the other sheets means."""
    rows: list[Sequence[Cell]] = [
        [_("Campaign"), f"{found.title.best(language().tag).text} ({found.campaign})"],
        [_("First and last day"), f"{found.opens_on}, {found.closes_on}"],
    ]
    for one in found.questionnaires:
        title = one.title.best(language().tag).text
        rows += [[title, opening_said(opening)] for opening in one.openings]
    rows += [[str(subject), str(meaning) % NUMBERS] for subject, meaning in MEANINGS]
    return Sheet(_("How to read this file"), [_("Subject"), _("Meaning")], rows)


def opening_said(opening: ExportedOpening) -> str:
    """Where and when a version was asked, and what the figures rest on."""
    facts = {
        "service": opening.service,
        "version": opening.version,
        "first": opening.opens_on,
        "last": opening.closes_on,
        "n": opening.shown,
        "day": opening.taken_on,
    }
    if opening.shown:
        return str(
            _(
                "%(service)s, version %(version)s, open from %(first)s to %(last)s."
                " Figures of %(n)s responses, taken on %(day)s.",
                **facts,
            )
        )
    return str(
        _(
            "%(service)s, version %(version)s, open from %(first)s to %(last)s."
            " No figures yet: too few responses.",
            **facts,
        )
    )
