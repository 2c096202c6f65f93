"""What is said when an answer or a commitment cannot be written."""

from flask_babel import lazy_gettext as _

from participation.commitments import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        rules.ReasonMissing: _("An answer needs its reason, in French. Write why."),
        rules.MayNotPublish: _("Your role may write this answer but not publish it."),
        rules.DecisionPublished: _(
            "This answer is published and stays as it is. A new one may replace it."
        ),
        rules.DecidedBeforeTheVote: _(
            "This date is before the vote of %(voted_on)s. Write the day of the answer."
        ),
        rules.WhoMissing: _("Write who: a name or a role."),
        rules.WhatMissing: _("Write what, in French."),
        rules.DueDateMissing: _("A commitment has a date. Write by when."),
        rules.GivenUpWithoutReason: _("Write why this was given up."),
        rules.NotPublishedYet: _("Publish the answer first: nobody commits to a draft."),
        rules.MeansAnswered: _("This request was answered before."),
        rules.NoAnswerWritten: _("Write the answer in one sentence."),
    }
)
