"""Why a vote was refused, and why first is first: said to voters and in the room."""

from collections.abc import Collection

from flask_babel import force_locale, gettext, lazy_gettext

from participation.languages import INTERFACE, REGISTRY
from participation.voting.result import Lead, WhyFirst
from participation.web.errors import REASONS
from participation.workshops import rules
from participation.workshops.rules import Method

_ = lazy_gettext
REASONS.update(
    {
        rules.PollNotOpen: _("This vote takes no ballots now. Your card was not used."),
        rules.UnknownCard: _("This vote does not know this code. Check it against your card."),
        rules.CardUsed: _("This card has voted already. If it was you, your vote is in."),
        rules.CardVoid: _("This card was taken out of use. Ask the team for another card."),
        rules.TestCard: _("This is a test card. Take a real card to vote."),
        rules.BallotBroken: _("This is too much. Change your choice. Your card is still good."),
        rules.NothingToVoteOn: _("A vote needs two proposals or more."),
        rules.WrongStep: _("Somebody else pressed first. Here is where the vote stands now."),
        rules.UrnDisagrees: _(
            "The ballots and the used cards do not have the same number. The vote stays open."
        ),
        rules.TooFewVoters: _(
            "Fewer than five people voted. Only the order may be shown, if the group agrees."
        ),
        rules.TooManyTries: _("Too many wrong cards. Wait %(seconds)s seconds, then try again."),
    }
)


def why_sentence(why: WhyFirst, method: Method) -> str:
    """One short sentence with the figures that first place rests on."""
    facts = {"total": why.total, "second": why.second_total}
    return (dots_sentence if method is Method.DOTS else approval_sentence)(why.lead, facts)


def dots_sentence(lead: Lead, facts: dict[str, int]) -> str:
    """The sentence of a vote by dots."""
    if lead is Lead.NOTHING_CHOSEN:
        return str(gettext("Nobody placed a dot."))
    if lead is Lead.AHEAD:
        return str(gettext("The first has %(total)s dots, the next has %(second)s.", **facts))
    return str(
        gettext("First place is shared, with dots each: %(total)s. The group talks.", **facts)
    )


def approval_sentence(lead: Lead, facts: dict[str, int]) -> str:
    """The sentence of a vote by approval."""
    if lead is Lead.NOTHING_CHOSEN:
        return str(gettext("Nobody chose a proposal."))
    if lead is Lead.AHEAD:
        return str(gettext("The first has %(total)s voices, the next has %(second)s.", **facts))
    return str(
        gettext("First place is shared, with voices each: %(total)s. The group talks.", **facts)
    )


def invitations(tags: Collection[str]) -> list[tuple[str, str]]:
    """The word "Vote" in each language of a campaign, with its tag."""
    found = []
    for one in INTERFACE:
        if one.tag in tags:
            with force_locale(one.locale):
                found.append((one.tag, str(gettext("Vote"))))
    return found


def usual_question(tag: str) -> str:
    """The usual question of a vote, in a language that the screens speak; else nothing."""
    if not REGISTRY[tag].locale:
        return ""
    with force_locale(REGISTRY[tag].locale):
        return str(gettext("What do we do first?"))
