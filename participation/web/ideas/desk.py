"""The board at the desk: open it, group its ideas into proposals, write what is dictated."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.errors import NotFound
from participation.ideas import operations, queries, queue
from participation.ideas.models import Board, Idea, Proposal
from participation.ideas.rules import Competence, IdeaKind, ProposalState
from participation.ideas.themes import USUAL_THEMES
from participation.voices.rules import Moderation, Source
from participation.web.access import named_within_reach, open_to, staff, within_reach
from participation.web.database import session
from participation.web.forms.base import attempt
from participation.web.ideas.blueprint import ideas
from participation.web.ideas.forms import BoardForm, DictationForm, GroupForm, SameForm, choices
from participation.web.ideas.names import COMPETENCES, PROPOSAL_STATES
from participation.web.ideas.pages import DeskBoardPage, DictationPage, NewBoardPage
from participation.web.journaling import noted
from participation.web.render import render
from participation.web.security import gesture_of
from participation.wording import State, Words

GROUPERS = ("worker", "manager", "administrator")
WRITERS = ("reception", "volunteer", *GROUPERS)


@ideas.get("/<language>/desk/campaigns/<short_name>/ideas")
@open_to(*GROUPERS)
def show_ideas(short_name: str) -> ResponseReturnValue:
    """The ideas that were published, and the proposals that come from them."""
    campaign = named_within_reach(session(), Campaign, short_name)
    board = queries.board_of(session(), campaign.id)
    if board is None:
        return redirect(url_for(".new_board", short_name=short_name))
    return render(desk_page(campaign, board, group_form(campaign, board)))


@ideas.post("/<language>/desk/campaigns/<short_name>/ideas")
@open_to(*GROUPERS)
def group_ideas(short_name: str) -> ResponseReturnValue:
    """Put the ticked ideas into a proposal, a new one or one that exists."""
    campaign = named_within_reach(session(), Campaign, short_name)
    board = board_needed(campaign)
    form = group_form(campaign, board)
    if attempt(form, lambda written: grouped(written, campaign, form)):
        flash(_("Grouped. Every wording is kept."))
        return redirect(url_for(".show_ideas", short_name=short_name), 303)
    return render(desk_page(campaign, board, form)), 409


@ideas.post("/<language>/desk/campaigns/<short_name>/ideas/same")
@open_to(*GROUPERS)
def say_the_same(short_name: str) -> ResponseReturnValue:
    """Join ideas that say the same: the most supported stays on the board, all words are kept."""
    campaign = named_within_reach(session(), Campaign, short_name)
    board = board_needed(campaign)
    shown = [idea.id for idea in queries.ideas_on_board(session(), board).ideas]
    form = SameForm(shown)
    if attempt(form, lambda written: joined(written, campaign, shown, form)):
        flash(_("Joined. Every wording is kept."))
        return redirect(url_for(".show_ideas", short_name=short_name), 303)
    return render(desk_page(campaign, board, group_form(campaign, board), form)), 409


def joined(written: Session, campaign: Campaign, shown: list[int], form: SameForm) -> None:
    """The first of the board among those ticked stands for the others."""
    first, *others = sorted(form.ideas.data or [], key=shown.index)
    kept = within_reach(written, Idea, first)
    for idea_id in others:
        operations.say_the_same(written, within_reach(written, Idea, idea_id), kept)
    noted(written, "ideas_joined", campaign.short_name)


@ideas.route("/<language>/desk/campaigns/<short_name>/ideas/new-board", methods=["GET", "POST"])
@open_to(*GROUPERS)
def new_board(short_name: str) -> ResponseReturnValue:
    """Open the board of a campaign that has none."""
    campaign = named_within_reach(session(), Campaign, short_name)
    form = board_form(campaign)
    if attempt(form, lambda written: board_opened(written, campaign, form)):
        flash(_("The board is ready."))
        return redirect(url_for(".show_ideas", short_name=short_name), 303)
    return render(NewBoardPage(campaign, form)), 409 if request.method == "POST" else 200


@ideas.route("/<language>/desk/campaigns/<short_name>/ideas/dictate", methods=["GET", "POST"])
@open_to(*WRITERS)
def dictate(short_name: str) -> ResponseReturnValue:
    """Write down an idea that somebody says."""
    campaign = named_within_reach(session(), Campaign, short_name)
    board = board_needed(campaign)
    form = dictation_form(campaign, board)
    if attempt(form, lambda written: dictated(written, board, form)):
        flash(_("The idea arrived. It is read before it is shown."))
        return redirect(url_for(".dictate", short_name=short_name), 303)
    return render(DictationPage(campaign, form)), 409 if request.method == "POST" else 200


def board_needed(campaign: Campaign) -> Board:
    """The board of a campaign; raise NotFound when it has none."""
    board = queries.board_of(session(), campaign.id)
    if board is None:
        raise NotFound
    return board


def desk_page(
    campaign: Campaign, board: Board, form: GroupForm, same: SameForm | None = None
) -> DeskBoardPage:
    """The board at the desk as it stands; ideas that are in no proposal come first."""
    grouped_in = queries.idea_ids_in_proposals(session(), campaign.id)
    shown = queries.ideas_on_board(session(), board).ideas
    return DeskBoardPage(
        campaign=campaign,
        board=board,
        is_open=board.is_open(clock.today()) and campaign.closed_at is None,
        closes_on=format_date(board.closes_on, "d MMMM"),
        ideas=sorted(shown, key=lambda idea: idea.id in grouped_in),
        grouped=grouped_in,
        proposals=queries.proposals(session(), campaign.id),
        states=PROPOSAL_STATES,
        competences=COMPETENCES,
        waiting=queue.counts(session(), campaign.id)[Moderation.WAITING],
        form=form,
        same=same or SameForm([idea.id for idea in shown]),
        wordings=queries.other_wordings(session(), board),
    )


def group_form(campaign: Campaign, board: Board) -> GroupForm:
    """The form that groups, with the ideas and the proposals that can be chosen."""
    shown = queries.ideas_on_board(session(), board).ideas
    still_open = [
        (one.id, f"{one.number}. {one.title}")
        for one in queries.proposals(session(), campaign.id)
        if not one.is_frozen and one.state is not ProposalState.WITHDRAWN
    ]
    return GroupForm([idea.id for idea in shown], still_open)


def grouped(written: Session, campaign: Campaign, form: GroupForm) -> None:
    """Group what was ticked, and note it."""
    proposal = (
        within_reach(written, Proposal, form.proposal.data)
        if form.proposal.data
        else operations.draft_proposal(
            written,
            campaign,
            title=Words.of(State.REVIEWED, fr=form.title.data or ""),
            competence=Competence(form.competence.data),
            label=form.label.data or "",
            pictogram=form.pictogram.data,
        )
    )
    for idea_id in form.ideas.data or []:
        idea = within_reach(written, Idea, idea_id)
        operations.group(written, proposal, idea, by=staff().name, on=clock.today())
    noted(written, "ideas_grouped", f"{campaign.short_name}, {proposal.number}")


def board_form(campaign: Campaign) -> BoardForm:
    """The form of a new board, with the campaign's dates."""
    form = BoardForm(
        data={
            "title": _("Your ideas"),
            "opens_on": campaign.opens_on,
            "closes_on": campaign.closes_on,
            "themes": [theme.key for theme in USUAL_THEMES],
        }
    )
    form.themes.choices = choices({theme.key: str(theme.words) for theme in USUAL_THEMES})
    return form


def board_opened(written: Session, campaign: Campaign, form: BoardForm) -> None:
    """Open a board with the subjects that were ticked."""
    board = operations.open_board(
        written,
        campaign,
        title=Words.of(State.REVIEWED, fr=form.title.data or ""),
        opens_on=form.opens_on.data or campaign.opens_on,
        closes_on=form.closes_on.data or campaign.closes_on,
    )
    for theme in USUAL_THEMES:
        if theme.key in (form.themes.data or []):
            operations.add_theme(
                written, board, key=theme.key, words=theme.words, pictogram=theme.pictogram
            )
    noted(written, "board_opened", campaign.short_name)


def dictation_form(campaign: Campaign, board: Board) -> DictationForm:
    """The form of dictation, with the subjects of the board."""
    themes = [(theme.key, str(theme.words)) for theme in board.themes]
    return DictationForm(themes, [(one.id, one.name) for one in campaign.services])


def dictated(written: Session, board: Board, form: DictationForm) -> None:
    """Keep a dictated idea."""
    operations.propose_idea(
        written,
        board,
        gesture=gesture_of(form.gesture.data),
        language=form.spoken.data,
        text=form.text.data or "",
        channel=Channel(form.channel.data),
        day=clock.today(),
        theme=next((theme for theme in board.themes if theme.key == form.theme.data), None),
        kind=IdeaKind(form.kind.data),
        service_id=form.service.data,
        source=Source(form.source.data),
        told_original_may_show=form.was_told.data,
        is_oral=form.written.data == "french",
    )
