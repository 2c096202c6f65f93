"""The idea board of the season, and the proposals that the ideas became."""

from collections.abc import Iterable
from datetime import date
from uuid import uuid4

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.demo.loading.listening import publish
from participation.demo.loading.stage import Stage
from participation.demo.shapes.choosing import Idea as Told
from participation.ideas import operations as ideas
from participation.ideas.models import Board, Idea, Proposal
from participation.ideas.rules import Competence, IdeaKind
from participation.voices import operations as voices
from participation.voices.rules import Moderation, Source


def open_board(stage: Stage, campaign: Campaign, *, opens_on: date, closes_on: date) -> Board:
    """A board with every theme of the story; the campaign's question is its title."""
    board = ideas.open_board(
        stage.session, campaign, title=campaign.purpose, opens_on=opens_on, closes_on=closes_on
    )
    for theme in stage.story.choosing.themes:
        ideas.add_theme(
            stage.session, board, key=theme.key, words=theme.name, pictogram=theme.pictogram
        )
    return board


def load_ideas(stage: Stage, board: Board) -> dict[int, list[Idea]]:
    """Every wording: number of the idea -> how it was put, first and later."""
    told = stage.story.choosing
    wordings: dict[int, list[Idea]] = {}
    for one in (*told.ideas, *told.duplicates):
        idea = propose(stage, board, one)
        publish(stage, idea.utterance, "" if one.oral else one.french)
        support(stage, idea, one, on=board.closes_on)
        wordings.setdefault(one.number or one.of, []).append(idea)
        if one.of:
            ideas.say_the_same(stage.session, idea, wordings[one.of][0])
    rerouted = propose(stage, board, told.rerouted)
    voices.moderate(
        stage.session,
        rerouted.utterance,
        moderation=Moderation.REROUTED,
        by=stage.name_of("thomas"),
    )
    return wordings


def propose(stage: Stage, board: Board, told: Told) -> Idea:
    """Somebody's idea as it came in. Words dictated to an interpreter were written in French."""
    made = ideas.propose_idea(
        stage.session,
        board,
        gesture=uuid4(),
        language=told.language,
        text=told.french if told.oral else told.original,
        channel=Channel(told.channel),
        day=told.day,
        theme=next(theme for theme in board.themes if theme.key == told.theme),
        kind=IdeaKind(told.kind),
        service_id=stage.services[told.place].id if told.place in stage.services else None,
        source=Source.GROUP if told.oral else Source.RESIDENT,
        is_oral=told.oral,
    )
    if made is None:
        raise RuntimeError("a new gesture was taken for an old one")
    return made


def support(stage: Stage, idea: Idea, told: Told, *, on: date) -> None:
    """As many "me too" and "I want to take part" as the story counts."""
    for _ in range(told.me_too):
        ideas.support_idea(stage.session, idea, gesture=uuid4(), on=on)
    for _ in range(told.takes_part):
        ideas.take_part(stage.session, idea, gesture=uuid4(), on=on)


def load_proposals(stage: Stage, campaign: Campaign, wordings: dict[int, list[Idea]]) -> None:
    """The twelve proposals, published, each with every wording that it comes from."""
    for told in stage.story.choosing.proposals:
        made = ideas.draft_proposal(
            stage.session,
            campaign,
            title=told.title,
            competence=Competence(told.who_decides),
            label=told.label_fr,
            pictogram=told.pictogram,
        )
        group(stage, made, (idea for number in told.ideas for idea in wordings[number]))
        ideas.publish_proposal(stage.session, made)
        stage.proposals[told.number] = made


def group(stage: Stage, proposal: Proposal, found: Iterable[Idea]) -> None:
    """Say where a proposal comes from."""
    for idea in found:
        ideas.group(
            stage.session,
            proposal,
            idea,
            by=stage.name_of("thomas"),
            on=stage.day_of("grouping"),
        )


def load_remarks(stage: Stage) -> None:
    """Minority views and conditions, said in the workshop after the vote."""
    for told in stage.story.choosing.proposals:
        for remark in told.remarks:
            made = ideas.add_remark(
                stage.session,
                stage.proposals[told.number],
                text=remark.french,
                language="fr",
                day=stage.day_of("workshop"),
                people=remark.people,
            )
            publish(stage, made.utterance, "")
