"""Reads scenario/*.toml into typed values, with every day and text moved to the present."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from participation.demo.calendar import Calendar
from participation.demo.shapes import answering, asking, choosing, setting
from participation.languages import REGISTRY
from participation.questionnaires.ready import visit_tables
from participation.wording import State, Text, Words

FOLDER = Path(__file__).parent / "scenario"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting:
    """structure.toml and campaigns.toml."""

    structure: setting.Structure
    services: tuple[setting.Service, ...]
    staff: tuple[setting.Staff, ...]
    partners: tuple[setting.Partner, ...]
    campaigns: tuple[setting.Campaign, ...]
    milestones: tuple[setting.Milestone, ...]
    prepared_poll: setting.PreparedPoll
    notice: tuple[setting.Line, ...]
    read_when: Words


@dataclass(frozen=True, slots=True)
class Choosing:
    """ideas.toml, proposals.toml and workshop.toml."""

    themes: tuple[choosing.Theme, ...]
    ideas: tuple[choosing.Idea, ...]
    duplicates: tuple[choosing.Idea, ...]
    rerouted: choosing.Idea
    proposals: tuple[choosing.Proposal, ...]
    workshop: choosing.Workshop
    poll: choosing.Poll
    limits: choosing.Limits


@dataclass(frozen=True, slots=True)
class Answering:
    """decisions.toml, means.toml, commitments.toml and asks.toml."""

    decisions: tuple[answering.Decision, ...]
    means: tuple[answering.Means, ...]
    commitments: tuple[answering.Commitment, ...]
    asks: tuple[answering.Ask, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """The whole story, told as if its follow-up was last week."""

    setting: Setting
    questionnaires: tuple[asking.Questionnaire, ...]
    series: tuple[asking.Series, ...]
    choosing: Choosing
    answering: Answering


def read_scenario(calendar: Calendar) -> Scenario:
    """Every file of the scenario. An unknown or missing field raises TypeError."""
    return Scenario(
        setting=_setting(_file("structure", calendar), _file("campaigns", calendar)),
        questionnaires=_questionnaires(
            _file("questionnaires", calendar), _file("answer_sets", calendar)
        ),
        series=_series(_file("responses", calendar)),
        choosing=_choosing(
            _file("ideas", calendar), _file("proposals", calendar), _file("workshop", calendar)
        ),
        answering=_answering(calendar),
    )


def _file(name: str, calendar: Calendar) -> dict[str, Any]:
    told: dict[str, Any] = calendar.moved(
        tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    )
    return told


def _one(kind: type[T], table: Mapping[str, Any], **parts: Any) -> T:
    """A value from its table; a table of languages becomes Words."""
    values = {key: _words(value) if _is_words(value) else value for key, value in table.items()}
    return kind(**{**values, **parts})


def _many(kind: type[T], tables: Iterable[Mapping[str, Any]]) -> tuple[T, ...]:
    return tuple(_one(kind, table) for table in tables)


def _is_words(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        key in REGISTRY and isinstance(text, str) for key, text in value.items()
    )


def _words(table: Mapping[str, str]) -> Words:
    """French was read over by the team; every other language is a draft until a native reads it."""
    return Words(
        {
            tag: Text(text, State.REVIEWED if tag == "fr" else State.DRAFT)
            for tag, text in table.items()
        }
    )


def _setting(structure: dict[str, Any], campaigns: dict[str, Any]) -> Setting:
    return Setting(
        structure=_one(setting.Structure, structure["structure"]),
        services=_many(setting.Service, structure["service"]),
        staff=_many(setting.Staff, structure["staff"]),
        partners=_many(setting.Partner, structure["partner"]),
        campaigns=_many(setting.Campaign, campaigns["campaign"]),
        milestones=_many(setting.Milestone, campaigns["milestone"]),
        prepared_poll=_one(setting.PreparedPoll, campaigns["prepared_poll"]),
        notice=_many(setting.Line, campaigns["notice"]),
        read_when=_words(campaigns["read_when"]),
    )


def _questionnaires(told: dict[str, Any], sets: dict[str, Any]) -> tuple[asking.Questionnaire, ...]:
    ready = visit_tables()
    sets = {**ready["answers"], **sets}
    options = {name: _many(asking.Option, tables) for name, tables in sets.items()}

    def question(table: dict[str, Any]) -> asking.Question:
        names = table.get("options", [])
        return _one(
            asking.Question, table, options=tuple(one for name in names for one in options[name])
        )

    return tuple(
        asking.Questionnaire(
            table["key"],
            table["slug"],
            _words(table["title"]),
            tuple(map(question, table["question"])),
        )
        for table in (*ready["questionnaire"], *told["questionnaire"])
    )


def _series(told: dict[str, Any]) -> tuple[asking.Series, ...]:
    return tuple(
        _one(
            asking.Series,
            {key: value for key, value in table.items() if key != "text"},
            languages=table["languages"],
            answers=_many(asking.Counts, table["answers"]),
            texts=_many(asking.OwnText, table.get("text", [])),
        )
        for table in told["series"]
    )


def _choosing(
    ideas: dict[str, Any], proposals: dict[str, Any], workshop: dict[str, Any]
) -> Choosing:
    return Choosing(
        themes=_many(choosing.Theme, ideas["theme"]),
        ideas=_many(choosing.Idea, ideas["idea"]),
        duplicates=_many(choosing.Idea, ideas["duplicate"]),
        rerouted=_one(choosing.Idea, ideas["rerouted"]),
        proposals=tuple(_proposal(table) for table in proposals["proposal"]),
        workshop=_one(choosing.Workshop, workshop["workshop"]),
        poll=_one(choosing.Poll, workshop["poll"]),
        limits=_one(choosing.Limits, workshop["limits"]),
    )


def _proposal(table: dict[str, Any]) -> choosing.Proposal:
    plain = {key: value for key, value in table.items() if key != "remark"}
    return _one(choosing.Proposal, plain, remarks=_many(choosing.Remark, table.get("remark", [])))


def _answering(calendar: Calendar) -> Answering:
    return Answering(
        decisions=_many(answering.Decision, _file("decisions", calendar)["decision"]),
        means=_many(answering.Means, _file("means", calendar)["means"]),
        commitments=tuple(
            _commitment(table) for table in _file("commitments", calendar)["commitment"]
        ),
        asks=_many(answering.Ask, _file("asks", calendar)["ask"]),
    )


def _commitment(table: dict[str, Any]) -> answering.Commitment:
    plain = {key: value for key, value in table.items() if key != "follow_up"}
    follow_ups = _many(answering.FollowUp, table["follow_up"])
    return _one(answering.Commitment, plain, follow_ups=follow_ups)
