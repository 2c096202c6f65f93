"""Results as a plain value of a documented, stable shape: docs/exports.md."""

from collections.abc import Mapping
from typing import Any

from participation.disclosure.groups import OTHER
from participation.disclosure.thresholds import FEWEST_CROSSED, FEWEST_SHOWN
from participation.questionnaires.asked import OptionAsked, QuestionAsked, StatementAsked
from participation.questionnaires.breakdowns import shares
from participation.questionnaires.dates import readable
from participation.questionnaires.figures import OptionFigure, QuestionFigures
from participation.questionnaires.models import Breakdown
from participation.reports.exported import Exported, ExportedQuestionnaire
from participation.voices.queries import Quote
from participation.wording import Words

FORMAT, NUMBER = "participation-results", 1


def results_json(found: Exported) -> dict[str, Any]:
    """Everything that the file says; the same figures are always the same value."""
    return {
        "format": FORMAT,
        "number": NUMBER,
        "fewest_shown": FEWEST_SHOWN,
        "fewest_compared": FEWEST_CROSSED,
        "campaign": {
            "short_name": found.campaign,
            "title": texts(found.title),
            "opens_on": found.opens_on,
            "closes_on": found.closes_on,
        },
        "questionnaires": [questionnaire_json(one) for one in found.questionnaires],
    }


def questionnaire_json(found: ExportedQuestionnaire) -> dict[str, Any]:
    """One questionnaire."""
    return {
        "short_name": found.short_name,
        "title": texts(found.title),
        "responses": found.shown.responses,
        "openings": [
            {
                "service": one.service,
                "version": one.version,
                "opens_on": one.opens_on,
                "closes_on": one.closes_on,
                "responses": one.shown,
                "figures_of": one.taken_on or None,
            }
            for one in found.openings
        ],
        "questions": [
            question_json(one, found.breakdowns.get(one.question_id)) for one in found.questions
        ],
        "who_took_part": [part_table(*one) for one in participation(found)],
        "published_words": [
            {"question": key, **quote_json(one)} for key in found.words for one in found.words[key]
        ],
        "codebook": [
            {"version": number, "questions": [asked_json(one) for one in version.questions]}
            for number, version in found.versions.items()
        ],
    }


def participation(found: ExportedQuestionnaire) -> list[tuple[str, Mapping[str, int]]]:
    """The one-way tables: services where there are several, then what was stored with the cut."""
    if not found.shown.responses:
        return []
    several = len(found.shown.services) > 1
    services = [("service", found.shown.services)] if several else []
    return [*services, *found.shown.participation.items()]


def part_table(by: str, groups: Mapping[str, int]) -> dict[str, Any]:
    """One table of who took part; withheld where no group could be named."""
    return {
        "by": by,
        "withheld": not groups,
        "groups": [
            {"group": name or "not_said", "responses": count}
            for name, count in largest_first(groups)
        ],
    }


def largest_first(groups: Mapping[str, int]) -> list[tuple[str, int]]:
    """The groups by size, what was put together last."""
    return sorted(groups.items(), key=lambda one: (one[0] == OTHER, -one[1], one[0]))


def question_json(found: QuestionFigures, breakdown: Breakdown | None) -> dict[str, Any]:
    """One question; nothing of what was answered where too few people were asked."""
    told: dict[str, Any] = {
        "key": found.key,
        "number": found.number,
        "kind": found.kind,
        "words": texts(found.words),
        "withheld": found.withheld,
    }
    if found.withheld:
        return told
    mean = found.mean
    return {
        **told,
        "asked_of": found.of,
        "answered": found.answered,
        "not_answered": found.skipped,
        "answers": [option_json(one) for one in found.options],
        "rows": [
            {
                "key": row.key,
                "words": texts(row.words),
                "answers": [option_json(one) for one in row.options],
            }
            for row in found.statements
        ],
        "order": [
            {
                "key": one.key,
                "words": texts(one.words),
                "places": list(one.places),
                "points": one.points,
            }
            for one in found.ranks
        ],
        **bands_json(found),
        "unit": texts(found.unit),
        "mean": None if mean is None else float(mean),
        "texts": found.texts,
        "by_group": breakdown_json(found, breakdown) if breakdown else None,
    }


def option_json(one: OptionFigure) -> dict[str, Any]:
    """One answer and how many gave it."""
    return {"key": one.key, "words": texts(one.words), "role": one.role, "responses": one.count}


def bands_json(found: QuestionFigures) -> dict[str, Any]:
    """Numbers and dates, in the bands of the page; `step` says what a band of dates is."""
    step, bands = (
        readable(found.bands, found.shape[-1]) if found.kind == "date" else (None, found.bands)
    )
    return {
        "step": step,
        "bands": [{"first": b.first, "last": b.last, "responses": b.count} for b in bands],
    }


def breakdown_json(found: QuestionFigures, breakdown: Breakdown) -> dict[str, Any]:
    """The answers by group, in tenths; `precision` says about, fewer_than or more_than."""
    return {
        "by": breakdown.attribute,
        "responses": breakdown.responses,
        "groups": [
            {
                "group": group.name or "not_said",
                "responses": group.responses,
                "answers": [
                    {
                        "key": option.key,
                        "tenths": share.tenths,
                        "precision": share.precision.value,
                    }
                    for option, share in zip(found.options, group.shares, strict=True)
                ],
            }
            for group in shares(breakdown.figures, [one.id for one in found.options])
        ],
    }


def quote_json(one: Quote) -> dict[str, Any]:
    """Somebody's words; `own` only where they may be shown, and then their language."""
    is_french = one.written_in == "fr"
    return {
        "own": one.own or None,
        "language": one.written_in if one.own else None,
        "french": (one.own if is_french and one.own else one.french) or None,
        "easy_french": one.simple or None,
        "french_is_translation": not (is_french and one.own),
        "french_state": None if is_french else one.french_state.value,
    }


def asked_json(one: QuestionAsked) -> dict[str, Any]:
    """A question as it was asked, for the codebook."""
    return {
        "key": one.key,
        "number": one.number,
        "kind": one.kind,
        "words": texts(one.words),
        "hint": texts(one.hint),
        "options": [part_json(option, role=option.role.value) for option in one.options],
        "rows": [part_json(row) for row in one.statements],
        "maximum": one.maximum,
        "lowest": one.lowest,
        "highest": one.highest,
        "decimals": one.decimals,
        "unit": texts(one.unit),
        "precision": one.precision or None,
        "is_required": one.is_required,
        "condition": one.condition,
    }


def part_json(one: OptionAsked | StatementAsked, **more: str) -> dict[str, Any]:
    """An answer, or a row of a table."""
    return {"key": one.key, "words": texts(one.words), **more}


def texts(words: Words) -> dict[str, str]:
    """Language -> text, in the order of the tags."""
    return {tag: words.get(tag) for tag in words}
