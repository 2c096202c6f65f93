"""What to say when a draft cannot be changed that way."""

from flask_babel import lazy_gettext as _

from participation.questionnaires import rules
from participation.web.errors import REASONS

REASONS.update(
    {
        rules.NothingToAsk: _("A questionnaire needs at least one question."),
        rules.NothingToChoose: _("Question %(question)s needs at least two answers."),
        rules.UnknownKind: _("There is no such kind of question: %(kind)s."),
        rules.KeyTaken: _("Two questions or answers have the same key: %(key)s."),
        rules.QuestionNotWorded: _("Write the French words of %(key)s."),
        rules.BadKey: _("A key has small letters, digits, dots and dashes only: %(key)s."),
        rules.BadMaximum: _("Question %(question)s: the most answers must be one or more."),
        rules.BadBounds: _(
            "Question %(question)s: the lowest number must be below the highest one."
        ),
        rules.BadPrecision: _("Question %(question)s: ask for a day, a month or a year."),
        rules.TooManyToRank: _(
            "Question %(question)s: people can put at most %(most)s things in order."
        ),
        rules.NoStatement: _("Question %(question)s: write one row or more, ten at most."),
        rules.NotForThisKind: _("Question %(question)s: this kind of question has no “%(what)s”."),
        rules.BadCondition: _(
            "Question %(question)s: its condition names an answer that nobody offers."
        ),
        rules.ConditionLater: _(
            "Question %(question)s: its condition is about question %(later)s, which comes later."
        ),
        rules.ConditionCircular: _(
            "Questions %(question)s and %(other)s wait for one another. Change one condition."
        ),
        rules.DraftChanged: _(
            "Somebody changed this questionnaire meanwhile. Look at it again, then do it once more."
        ),
        rules.QuestionGone: _("This question was removed meanwhile. Put it back first."),
        rules.StillNeeded: _(
            "Question %(by)s is asked only after some answers to question %(question)s."
            " Change question %(by)s first."
        ),
        rules.MustComeBefore: _(
            "Question %(question)s must stay before question %(before)s,"
            " which is asked only after some of its answers."
        ),
        rules.NothingToPutBack: _("There is no removed question to put back."),
        rules.NotTitled: _("Write a title in French."),
        rules.FrenchStays: _("Every other language starts from French: it stays."),
        rules.TextChanged: _("Somebody else changed this text meanwhile. Look at it, then save."),
    }
)
