"""The five steps of a campaign: where each leads, and what there is."""

from datetime import date

from flask import g, get_template_attribute, url_for
from flask_babel import format_date, lazy_gettext
from flask_babel import gettext as _
from markupsafe import Markup

from participation import clock
from participation.campaigns.models import Campaign, Milestone
from participation.reports.loop import LoopCounts, loop_counts
from participation.web.database import session
from participation.web.links import has_page
from participation.web.regions import STEPS, StepLink, step_link
from participation.wording import Words

STEP_NAMES = {
    "listen": lazy_gettext("Listen"),
    "understand": lazy_gettext("Understand"),
    "choose": lazy_gettext("Choose"),
    "reply": lazy_gettext("Reply"),
    "act": lazy_gettext("Act and tell"),
}
PAGES = {
    "listen": "questionnaires.show_openings",
    "understand": "ideas.show_ideas",
    "choose": "workshops.list_workshops",
    "reply": "commitments.show_answers",
    "act": "reports.show_synthesis",
}
"""The page of each step, by the name of its view."""


def counts_of(campaign: Campaign) -> LoopCounts:
    """The counts of a campaign, read once for a page."""
    known: dict[int, LoopCounts] = g.setdefault("loop_counts", {})
    if campaign.id not in known:
        known[campaign.id] = loop_counts(session(), campaign, on=clock.today())
    return known[campaign.id]


def current_step(campaign: Campaign) -> str:
    """The step where the campaign is now."""
    return counts_of(campaign).step


def step_links(campaign: Campaign) -> list[tuple[str, str]]:
    """The five steps: an address and a text each."""
    found = [step_link(step, campaign) or own_link(step, campaign) for step in STEPS]
    return [(one.address, one.text) for one in found]


def own_link(step: str, campaign: Campaign) -> StepLink:
    """What we say of a step when its feature says nothing."""
    page = PAGES[step]
    address = url_for(page, short_name=campaign.short_name) if has_page(page) else f"#{step}"
    return StepLink(address, text_of(step, counts_of(campaign)))


def text_of(step: str, counts: LoopCounts) -> str:
    """What there is on a step, in a few words."""
    texts = {
        "listen": _("Answers: %(n)s", n=counts.responses),
        "understand": _(
            "Ideas: %(ideas)s. Proposals: %(proposals)s",
            ideas=counts.ideas,
            proposals=counts.proposals,
        ),
        "choose": choosing(counts),
        "reply": replying(counts),
        "act": _("Done: %(done)s of %(all)s", done=counts.done, all=counts.commitments),
    }
    return str(texts[step])


def choosing(counts: LoopCounts) -> str:
    """Nothing of a result before its reveal."""
    if counts.polls_open:
        return str(_("A vote is open"))
    if counts.people_present and counts.polls_revealed:
        return str(_("People present: %(n)s", n=counts.people_present))
    return str(_("Votes prepared: %(n)s", n=counts.polls) if counts.polls else _("No vote yet"))


def replying(counts: LoopCounts) -> str:
    """Answers given, and those that are not final."""
    if counts.under_study:
        return str(
            _("Answered: %(n)s. Under study: %(open)s", n=counts.answered, open=counts.under_study)
        )
    return str(_("Answered: %(n)s of %(all)s", n=counts.answered, all=counts.proposals))


def calendar_of(campaign: Campaign) -> list[tuple[str, str, Markup, str]]:
    """The dates of a campaign for the component: day, day in words, text, state."""
    today = clock.today()
    now = now_of(campaign, today)
    return [
        (
            one.on.isoformat(),
            format_date(one.on, "d MMMM yyyy"),
            printed(one.words),
            "now" if one is now else "past" if one.on < today else "next",
        )
        for one in campaign.milestones
    ]


def printed(words: Words) -> Markup:
    """Words inside a sentence of the page, with their own language and direction."""
    macro = get_template_attribute("components/words.html", "words")
    return Markup(macro(words))  # noqa: S704  # A macro escapes what it prints.


def now_of(campaign: Campaign, today: date) -> Milestone | None:
    """The date that comes next, today included."""
    return next((one for one in campaign.milestones if one.on >= today), None)
