"""What to say when a board, an idea or somebody's words cannot be taken."""

from flask_babel import lazy_gettext

from participation.ideas import rules as ideas
from participation.voices import rules as voices
from participation.web.errors import REASONS

_ = lazy_gettext
REASONS.update(
    {
        ideas.BoardClosed: _("This board takes no more ideas. You can still read it."),
        ideas.IdeaNotShown: _("This idea is no longer on the board."),
        ideas.IdeaNotPublished: _("Only an idea that was read and published can be grouped."),
        ideas.NotTheSame: _("These ideas cannot be joined: look at them one by one."),
        ideas.ProposalFrozen: _("People are voting on this proposal, or have voted: it stays."),
        ideas.ProposalEmpty: _("A proposal needs a title in French."),
        voices.NothingSaid: _("Write your idea first."),
        voices.ReasonMissing: _("Write the reason before you refuse these words."),
        voices.AlreadyErased: _("These words were erased."),
        voices.CauseMissing: _("Write why these words are erased."),
        voices.ModeratedMeanwhile: _("Somebody else decided meanwhile: %(by)s."),
        voices.NotWrittenDown: _("Write down what is said first."),
        voices.NothingHidden: _("These words to hide are not in the text."),
    }
)
