"""Every text, picture and sound of a form, and the same form with others in their places."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from participation.questionnaires.drafts import FormDraft, OptionDraft, QuestionDraft
from participation.wording import Words


def pictures_of(question: QuestionDraft) -> Iterator[str]:
    """The digests of a question's own picture and of its answers'."""
    yield from filter(None, (question.picture, *(one.picture for one in question.options)))


def words_of(form: FormDraft) -> Iterator[Words]:
    """Every piece of text of a form."""
    yield form.title
    for question in form.questions:
        yield from (words for _place, words in question.texts)


def reworded(form: FormDraft, change: Callable[[Words], Words]) -> FormDraft:
    """The same form with each piece of text changed."""
    questions = []
    for one in form.questions:
        changed = one
        for place, words in one.texts:
            changed = changed.reworded(place, change(words))
        questions.append(changed)
    return FormDraft(change(form.title), form.languages, tuple(questions))


def with_sounds(form: FormDraft, sound_of: Callable[[int], int | None]) -> FormDraft:
    """The same form with other names for its sounds; a sound that is no more is no more told."""

    def change(words: Words) -> Words:
        return Words(
            {
                tag: text if text.sound is None else replace(text, sound=sound_of(text.sound))
                for tag, text in words.texts.items()
            }
        )

    return reworded(form, change)


def with_pictures(form: FormDraft, digests: Mapping[str, str]) -> FormDraft:
    """The same form with other digests for its pictures."""

    def shown(option: OptionDraft) -> OptionDraft:
        return replace(option, picture=digests.get(option.picture, ""))

    questions = (
        replace(
            one,
            picture=digests.get(one.picture, ""),
            options=tuple(shown(option) for option in one.options),
        )
        for one in form.questions
    )
    return replace(form, questions=tuple(questions))
