"""Deals the totals of responses.toml out to single responses: the same seed, the same responses."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from participation.demo.shapes.asking import Counts, OwnText, Questionnaire, Series

READ_IN = {"fr", "en", "ar", "fa-AF", "uk"}
"""The languages that the questionnaires have; any other is read in French."""


@dataclass(slots=True)
class Response:
    """One response of the story. `answers`: question -> keys of options; `texts`: question -> own words."""

    service: str
    language: str
    assistance: str
    channel: str
    day: date
    answers: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, OwnText] = field(default_factory=dict)

    @property
    def read_in(self) -> str:
        """The language that the questions were really read in."""
        return self.language if self.language in READ_IN else "fr"


def responses_of(series: Series, questionnaire: Questionnaire) -> list[Response]:
    """As many responses as the series counts, each complete and valid, in random order."""
    rng = random.Random(series.seed)
    responses = _people(series, rng)
    alone = {
        question.key: {one.key for one in question.options if one.role != "choice"}
        for question in questionnaire.questions
    }
    most = {
        question.key: question.maximum or len(question.options)
        for question in questionnaire.questions
        if question.kind == "several_choices"
    }
    for counts in series.answers:
        if counts.question in most:
            _tick(responses, counts, alone[counts.question], most[counts.question], rng)
        else:
            _choose(responses, counts, rng)
    _say(responses, series.texts, rng)
    return responses


def _people(series: Series, rng: random.Random) -> list[Response]:
    services, languages, assistance, channels = (
        _spread(counts, rng)
        for counts in (series.services, series.languages, series.assistance, series.channels)
    )
    days = (series.ends - series.begins).days + 1
    return [
        Response(service, language, helped, channel, _after(series.begins, rng.randrange(days)))
        for service, language, helped, channel in zip(
            services, languages, assistance, channels, strict=True
        )
    ]


def _after(begins: date, days: int) -> date:
    return begins + timedelta(days=days)


def _spread(counts: Mapping[str, int], rng: random.Random) -> list[str]:
    """Each key as often as it counts, in random order."""
    values = [key for key, count in counts.items() for _ in range(count)]
    rng.shuffle(values)
    return values


def _choose(responses: Sequence[Response], counts: Counts, rng: random.Random) -> None:
    """One option each: those easier in French go first to those who read French, more or less."""

    def leaning(response: Response) -> float:
        return rng.random() * 1.6 - (response.read_in == "fr")

    easier = [key for key in counts.counts if key in counts.easier_in_french]
    others = {key: count for key, count in counts.counts.items() if key not in easier}
    rest = _spread(others, rng) + [""] * (len(responses) - sum(counts.counts.values()))
    rng.shuffle(rest)
    dealt = [key for key in easier for _ in range(counts.counts[key])] + rest
    order = sorted(responses, key=leaning) if easier else rng.sample(responses, len(responses))
    for response, key in zip(order, dealt, strict=True):
        if key:
            response.answers[counts.question] = [key]


def _tick(
    responses: Sequence[Response], counts: Counts, alone: set[str], most: int, rng: random.Random
) -> None:
    """Several options each, at most `most`; an option that excludes the others stands by itself."""
    order = rng.sample(responses, len(responses))[counts.skipped :]
    for key in [key for key in counts.counts if key in alone]:
        for _ in range(counts.counts[key]):
            order.pop().answers[counts.question] = [key]
    together = {key: count for key, count in counts.counts.items() if key not in alone}
    room = _room(len(order), sum(together.values()), min(most, len(together)), rng)
    left = dict(enumerate(room))
    for key, count in sorted(together.items(), key=lambda one: -one[1]):
        for index in sorted(left, key=lambda one: (-left[one], rng.random()))[:count]:
            left[index] -= 1
            order[index].answers.setdefault(counts.question, []).append(key)


def _room(people: int, ticks: int, most: int, rng: random.Random) -> list[int]:
    """How many options each ticks: one or more, at most `most`, `ticks` in all."""
    room = [1] * people
    for _ in range(ticks - people):
        room[rng.choice([index for index, ticked in enumerate(room) if ticked < most])] += 1
    return room


def _say(responses: Sequence[Response], texts: Sequence[OwnText], rng: random.Random) -> None:
    """Each text goes to somebody who answered in its language."""
    for text in texts:
        able = [
            one
            for one in responses
            if one.language == text.language and text.question not in one.texts
        ]
        rng.choice(able).texts[text.question] = text
