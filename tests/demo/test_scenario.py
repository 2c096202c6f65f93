"""The scenario is complete, and agrees with itself."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from participation.campaigns.rules import Channel, ParticipationLevel
from participation.commitments.rules import MeansKind, Outcome, Progress
from participation.demo.reading import FOLDER, Scenario
from participation.ideas.rules import Competence, IdeaKind
from participation.languages import REGISTRY
from participation.people.rules import Role
from participation.questionnaires.drafts import OptionRole
from participation.questionnaires.rules import Assistance
from participation.wording import State, Words

LANGUAGES = {"fr", "en", "ar", "fa-AF", "uk"}
SPRITE = Path(__file__).parents[2] / "participation/static/pictograms/sprite.svg"


def values(told: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of the story with the way to it."""
    if dataclasses.is_dataclass(told) and not isinstance(told, Words):
        for one in dataclasses.fields(told):
            yield from values(getattr(told, one.name), f"{path}.{one.name}")
    elif isinstance(told, tuple):
        for index, one in enumerate(told):
            yield from values(one, f"{path}[{index}]")
    else:
        yield path, told


def test_every_text_for_residents_exists_in_five_languages(scenario: Scenario) -> None:
    earlier = re.compile(r"\.answering\.commitments.*follow_ups\[\d\]\.result")
    found = [(path, told) for path, told in values(scenario) if isinstance(told, Words) and told]
    assert len(found) > 150
    lacking = [
        path for path, told in found if not set(told) >= LANGUAGES and not earlier.match(path)
    ]
    assert lacking == []


def test_what_nobody_reviewed_is_marked_as_a_draft(scenario: Scenario) -> None:
    texts = [told for _, told in values(scenario) if isinstance(told, Words)]
    states = {(tag == "fr", text.state) for told in texts for tag, text in told.texts.items()}
    assert states == {(True, State.REVIEWED), (False, State.DRAFT)}


def test_every_pictogram_is_in_the_sprite(scenario: Scenario) -> None:
    drawn = set(re.findall(r'id="([^"]+)"', SPRITE.read_text("utf-8")))
    named = {told for path, told in values(scenario) if path.endswith(".pictogram")}
    assert named - drawn == set()


def test_options_of_a_question_have_pictograms_that_differ(scenario: Scenario) -> None:
    for questionnaire in scenario.questionnaires:
        for question in questionnaire.questions:
            names = [option.pictogram for option in question.options]
            assert len(set(names)) == len(names), question.key


def test_the_three_questionnaires_are_whole(scenario: Scenario) -> None:
    asked = {
        one.key: [question.key for question in one.questions] for one in scenario.questionnaires
    }
    assert asked == {
        "q1": [f"q1.{number}" for number in range(1, 9)],
        "q2": [f"q2.{number}" for number in range(1, 8)],
        "q3": [f"q3.{number}" for number in range(1, 7)],
    }
    for questionnaire in scenario.questionnaires:
        for question in questionnaire.questions:
            keys = [option.key for option in question.options]
            assert len(set(keys)) == len(keys)
            assert bool(keys) == (question.kind != "free_text")
            assert all(re.fullmatch(r"[a-z_]+", key) for key in keys)


def test_eighteen_ideas_two_second_wordings_and_one_complaint(scenario: Scenario) -> None:
    told = scenario.choosing
    assert [idea.number for idea in told.ideas] == list(range(1, 19))
    assert len({idea.language for idea in told.ideas}) == 14
    assert [idea.of for idea in told.duplicates] == [1, 18]
    assert "Devaux" in told.rerouted.original
    for idea in (*told.ideas, *told.duplicates, told.rerouted):
        assert idea.language in REGISTRY
        assert bool(idea.original) != idea.oral
        assert bool(idea.french) == (idea.language != "fr")
        assert scenario.series[0].begins <= idea.day <= scenario.series[0].ends


def test_twelve_proposals_use_every_idea_once(scenario: Scenario) -> None:
    told = scenario.choosing.proposals
    assert [proposal.number for proposal in told] == list(range(1, 13))
    assert sorted(number for one in told for number in one.ideas) == list(range(1, 19))
    assert [one.number for one in told if one.dots is None] == [12]
    assert all(len(one.label_fr) <= 28 for one in told)


def test_every_code_is_one_that_the_domains_know(scenario: Scenario) -> None:
    known = {
        ".role": {*Role, *OptionRole},
        ".level": set(ParticipationLevel),
        ".outcome": set(Outcome),
        ".state": set(Progress),
        ".channel": set(Channel),
        ".assistance": set(Assistance),
        ".who_decides": set(Competence),
    }
    for path, told in values(scenario):
        for ending, codes in known.items():
            if path.endswith(ending) and isinstance(told, str):
                assert told in codes, path
    assert {one.kind for one in scenario.answering.means} <= set(MeansKind)
    assert {one.kind for one in scenario.choosing.ideas} == set(IdeaKind)


def test_every_key_leads_somewhere(scenario: Scenario) -> None:
    setting, answering = scenario.setting, scenario.answering
    staff = {one.key for one in setting.staff}
    partners = {one.key for one in setting.partners} | {""}
    services = {one.key for one in setting.services} | {""}
    decisions = {one.key for one in answering.decisions}
    themes = {one.key for one in scenario.choosing.themes}
    assert {one.service for one in setting.staff} <= services
    assert {one.decider for one in answering.decisions} <= staff
    assert {one.forwarded_to for one in answering.decisions} <= partners
    assert {one.decision for one in answering.commitments} <= decisions
    assert {one.replaces for one in answering.decisions} <= decisions | {""}
    assert {key for one in answering.commitments for key in one.carriers} <= staff
    assert {key for one in answering.commitments for key in one.partners} <= partners
    assert {one.owed_by for one in answering.decisions} <= staff | {""}
    assert {one.theme for one in scenario.choosing.ideas} == themes
    assert {one.place for one in scenario.choosing.ideas} <= services | {"town"}


def test_every_proposal_is_answered_with_reasons(scenario: Scenario) -> None:
    told = scenario.answering.decisions
    assert {one.proposal for one in told} == set(range(1, 13))
    outcomes = Counter(one.outcome for one in told if not one.replaces)
    assert outcomes == {"retained": 8, "under_study": 5, "forwarded": 1, "not_retained": 2}
    assert all(one.reason_fr.endswith(".") and len(one.reason_fr) <= 120 for one in told)
    assert all(len(re.findall(r"[.?!]", one.message.get("fr"))) <= 2 for one in told)


def test_sixteen_commitments_end_as_their_last_follow_up_says(scenario: Scenario) -> None:
    told = scenario.answering.commitments
    assert Counter(one.state for one in told) == {"done": 9, "in_progress": 6, "partly_done": 1}
    for one in told:
        assert one.follow_ups[-1].state == one.state
        assert set(one.follow_ups[-1].result) == LANGUAGES
        assert [step.day for step in one.follow_ups] == sorted(step.day for step in one.follow_ups)
        assert one.carriers or one.residents


def test_a_study_ends_with_a_final_answer_or_somebody_owes_it(scenario: Scenario) -> None:
    told = scenario.answering.decisions
    replaced = {one.replaces for one in told} - {""}
    assert replaced == {"entrance", "garden", "women_sport"}
    open_still = {
        one.key: (scenario.setting.milestones[-1].on - one.day).days
        for one in told
        if one.outcome == "under_study" and one.key not in replaced
    }
    assert open_still == {"licence": 123, "washing": 123, "women_sport_later": 74}
    assert all(bool(one.owed_by) == (one.outcome == "under_study") for one in told)


def test_a_refusal_has_a_reason_and_silence_stays_silence(scenario: Scenario) -> None:
    means = {one.key: one for one in scenario.answering.means}
    refused = {key for key, one in means.items() if one.is_granted is False}
    silent = {key for key, one in means.items() if one.is_granted is None}
    assert refused == {"childcare"}
    assert silent == {"choose_interpreter"}
    assert all(bool(one.answer_fr) == (key not in silent) for key, one in means.items())


def test_the_three_priorities_say_what_is_asked(scenario: Scenario) -> None:
    assert [one.proposal for one in scenario.answering.asks] == [1, 2, 3]


def test_french_for_residents_is_short(scenario: Scenario) -> None:
    lines = [line.says.get("fr") for line in scenario.setting.notice]
    lines += [str(scenario.setting.read_when)]
    lines += [one.message.get("fr") for one in scenario.answering.decisions]
    sentences = [part for line in lines for part in re.split(r"(?<=[.?!]) ", line)]
    assert [part for part in sentences if len(part.split()) > 12] == []
    assert len(scenario.setting.notice) == 6


def test_french_of_the_service_has_french_typography(scenario: Scenario) -> None:
    own_words = (".original",)
    for path, told in values(scenario):
        text = told.get("fr") if isinstance(told, Words) else told
        if isinstance(text, str) and not path.endswith(own_words):
            assert "'" not in text, path
            assert not re.search(r" [;?!:»€]|« ", text), path


def test_everything_says_that_it_is_invented(scenario: Scenario) -> None:
    assert "tout est inventé" in scenario.setting.structure.contact_fr


def test_every_file_of_the_scenario_is_read() -> None:
    names = {path.stem for path in FOLDER.glob("*.toml")}
    read = set(re.findall(r'_file\(\s*"(\w+)"', (FOLDER.parent / "reading.py").read_text("utf-8")))
    assert names == read
