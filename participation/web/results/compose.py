"""Put a page of results together: everything on it comes from stored figures."""

from collections.abc import Mapping, Sequence

from flask import url_for
from flask_babel import format_date
from flask_babel import gettext as _

from participation import clock
from participation.campaigns.models import Campaign
from participation.disclosure.thresholds import Withheld, why_not_newer
from participation.errors import NotFound
from participation.ideas.answers import said_to_questions
from participation.questionnaires import queries
from participation.questionnaires.counting import ATTRIBUTES
from participation.questionnaires.figures import QuestionFigures
from participation.questionnaires.models import Opening
from participation.questionnaires.shown import (
    Shown,
    breakdowns_of,
    cuts_of,
    earlier_campaigns,
    openings_of_questionnaire,
    shown,
)
from participation.web.access import staff
from participation.web.database import session
from participation.web.forms.base import BaseForm
from participation.web.results.blocks import blocks
from participation.web.results.names import ATTRIBUTES as NAMES
from participation.web.results.names import group_name, why
from participation.web.results.pages import (
    CampaignResultsPage,
    Label,
    PartTable,
    QuestionnaireLine,
    ResultsPage,
)


def page_of(
    campaign: Campaign,
    openings: Sequence[Opening],
    beside: Sequence[Opening],
    *,
    compared_with: str | None = None,
    form: BaseForm | None = None,
) -> ResultsPage:
    """Some openings of one questionnaire; `beside` are all of them, for the tabs.

    Raises NotFound for an earlier campaign that has nothing to compare.
    """
    ids = [one.id for one in openings]
    questionnaire = openings[-1].version.questionnaire
    figures = shown(session(), openings)
    responses = queries.answered(session(), ids)
    only = openings[0] if len(openings) == 1 else None
    earlier = earlier_campaigns(session(), campaign, questionnaire.id)
    chosen = named(earlier, compared_with)
    return ResultsPage(
        campaign_name=campaign.short_name,
        campaign_title=campaign.title,
        title=openings[-1].version.title,
        service=", ".join(dict.fromkeys(one.service.name for one in openings)),
        questionnaire_id=questionnaire.id,
        opening_id=only.id if only else None,
        tabs=tabs(campaign, beside),
        current=1 + beside.index(only) if only and len(beside) > 1 else 0,
        responses=responses,
        shown=figures.responses,
        taken_on=format_date(clock.day_of(figures.taken_at), "long") if figures.taken_at else "",
        withheld=why_withheld(figures.responses, responses, openings),
        questions=blocks(
            figures.questions if figures.responses else (),
            said_to_questions(session(), campaign.id, ids) if figures.responses else {},
            breakdowns=breakdowns_of(session(), only.id) if only else None,
            earlier=earlier_questions(chosen, questionnaire.id) if chosen else None,
        ),
        tables=who_took_part(figures) if figures.responses else [],
        services=sorted(figures.services.items(), key=lambda one: (-one[1], one[0])),
        compared=chosen.title if chosen else None,
        comparable=[
            (
                one.title,
                here(campaign, openings, beside, one),
                format_date(one.opens_on, "MMMM y"),
            )
            for one in earlier
        ],
        alone=here(campaign, openings, beside),
        attributes=[(name, NAMES[name]) for name in ATTRIBUTES],
        form=form or BaseForm(),
    )


def named(campaigns: Sequence[Campaign], short_name: str | None) -> Campaign | None:
    """The campaign to compare with; raise NotFound for one that is not in the list."""
    if not short_name:
        return None
    for one in campaigns:
        if one.short_name == short_name:
            return one
    raise NotFound


def here(
    campaign: Campaign,
    openings: Sequence[Opening],
    beside: Sequence[Opening],
    earlier: Campaign | None = None,
) -> str:
    """The address of this page, beside an earlier campaign or alone."""
    with_it = {"with": earlier.short_name} if earlier else {}
    if len(openings) == len(beside):
        return questionnaire_address(campaign, openings[0].version.questionnaire_id, with_it)
    return url_for(
        "results.show_opening",
        short_name=campaign.short_name,
        opening_id=openings[0].id,
        **with_it,  # type: ignore[arg-type]  # Flask has names of its own for some values
    )


def questionnaire_address(
    campaign: Campaign, questionnaire_id: int, more: Mapping[str, str]
) -> str:
    """The address of all the openings of a questionnaire together."""
    return url_for(
        "results.show_questionnaire",
        short_name=campaign.short_name,
        questionnaire_id=questionnaire_id,
        **more,  # type: ignore[arg-type]  # Flask has names of its own for some values
    )


def tabs(campaign: Campaign, openings: Sequence[Opening]) -> list[tuple[Label, str, str]]:
    """All together, then each opening; nothing to choose when there is one."""
    if len(openings) < 2:
        return []
    together = questionnaire_address(campaign, openings[0].version.questionnaire_id, {})
    alone: list[tuple[Label, str, str]] = [
        (
            one.service.name,
            url_for("results.show_opening", short_name=campaign.short_name, opening_id=one.id),
            _("version %(n)s", n=one.version.number),
        )
        for one in openings
    ]
    return [(_("All together"), together, _("versions and services added up")), *alone]


def earlier_questions(campaign: Campaign, questionnaire_id: int) -> Mapping[str, QuestionFigures]:
    """The questions of the same questionnaire in an earlier campaign, where one may look."""
    services = staff().services
    openings = [
        one
        for one in openings_of_questionnaire(
            queries.openings_of(session(), campaign), questionnaire_id
        )
        if services is None or one.service_id in services
    ]
    return {one.key: one for one in shown(session(), openings).questions}


def who_took_part(figures: Shown) -> list[PartTable]:
    """One-way tables, as they were stored with the figures."""
    return [
        PartTable(
            str(NAMES[name]),
            [(group_name(name, group), count) for group, count in largest_first(groups)],
            "" if groups else why(Withheld.GROUPS_TOO_SMALL),
            part_said(sum(groups.values()), figures.responses),
        )
        for name, groups in figures.participation.items()
    ]


def part_said(counted: int, responses: int) -> str:
    """Where some openings are too small to be told this way: how many responses the others have."""
    if not 0 < counted < responses:
        return ""
    return str(
        _(
            "%(n)s responses out of %(of)s: elsewhere the groups are too small.",
            n=counted,
            of=responses,
        )
    )


def largest_first(groups: Mapping[str, int]) -> list[tuple[str, int]]:
    """The groups by size, what was put together last."""
    return sorted(groups.items(), key=lambda one: (one[0] == "other", -one[1], one[0]))


def why_withheld(rest_on: int, responses: int, openings: Sequence[Opening]) -> str:
    """Why the newest responses are not in the figures, or why there are none."""
    reason = why_not_newer(rest_on, responses) if rest_on else Withheld.TOO_FEW
    if rest_on and responses > rest_on:
        over = all(not one.is_open(clock.today()) for one in openings)
        by_hand = all(one.closed_at is not None for one in openings)
        if over and not by_hand:
            return str(_("The last responses are added when the questionnaire is closed."))
        if over:
            return str(_("Responses that came after the closing are too few to be added."))
        return why(Withheld.TOO_FEW_SINCE)
    return why(reason)


def campaign_page(campaign: Campaign, openings: Sequence[Opening]) -> CampaignResultsPage:
    """One line for each questionnaire."""
    lines = []
    for questionnaire_id in dict.fromkeys(one.version.questionnaire_id for one in openings):
        its = openings_of_questionnaire(openings, questionnaire_id)
        lines.append(
            QuestionnaireLine(
                its[-1].version.title,
                questionnaire_address(campaign, questionnaire_id, {}),
                len(its),
                queries.answered(session(), [one.id for one in its]),
                sum(one.responses for one in cuts_of(session(), its).values()),
            )
        )
    return CampaignResultsPage(
        campaign_name=campaign.short_name, campaign_title=campaign.title, lines=lines
    )
