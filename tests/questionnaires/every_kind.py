"""A questionnaire with one question of every kind, and responses that a dice fills in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from uuid import UUID

from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.people.models import Service
from participation.questionnaires import operations
from participation.questionnaires.drafts import (
    OptionDraft,
    OptionRole,
    QuestionDraft,
    StatementDraft,
)
from participation.questionnaires.models import Opening, Version
from participation.questionnaires.rules import Assistance
from participation.wording import Words

CHANNELS = (Channel.KIOSK, Channel.LINK, Channel.PAPER)
HELPERS = (None, Assistance.ALONE, Assistance.ALONE, Assistance.WORKER, Assistance.RELATIVE)
LANGUAGES = ("fr", "fr", "fr", "ar", "ar", "uk", "en")


def said(french: str, english: str) -> Words:
    """Words in two languages."""
    return Words.of(fr=french, en=english)


def options(**words: str) -> tuple[OptionDraft, ...]:
    """Answers to choose from, in French."""
    return tuple(OptionDraft(key, Words.of(fr=text)) for key, text in words.items())


DONT_KNOW = OptionDraft(
    "dont_know", said("Je ne sais pas", "I don’t know"), role=OptionRole.DONT_KNOW
)
RATHER_NOT = OptionDraft(
    "rather_not",
    said("Je ne veux pas répondre", "I don’t want to answer"),
    role=OptionRole.RATHER_NOT,
)
NONE = OptionDraft("nothing", said("Rien de tout cela", "None of these"), role=OptionRole.NOTHING)
APART = (DONT_KNOW, RATHER_NOT)
QUESTIONS = (
    QuestionDraft(key="told", kind="information", words=said("Merci d’être là.", "Thank you.")),
    QuestionDraft(
        key="welcome",
        kind="faces",
        words=said("Comment était votre accueil ?", "How were you welcomed?"),
        options=APART,
    ),
    QuestionDraft(
        key="first",
        kind="yes_a_little_no",
        words=said("Est-ce votre première visite ?", "Is it your first visit?"),
        options=(DONT_KNOW,),
    ),
    QuestionDraft(
        key="why",
        kind="one_choice",
        words=said("Pourquoi êtes-vous venu ?", "Why did you come?"),
        options=(*options(papers="Mes papiers", food="L’aide alimentaire", talk="Parler"), *APART),
    ),
    QuestionDraft(
        key="needs",
        kind="several_choices",
        words=said("De quoi avez-vous besoin ?", "What do you need?"),
        maximum=2,
        options=(
            *options(french="Apprendre le français", work="Un travail", home="Un logement"),
            OptionDraft(
                "nothing", said("Rien de tout cela", "None of these"), role=OptionRole.NOTHING
            ),
        ),
    ),
    QuestionDraft(
        key="place",
        kind="pictogram_choice",
        words=said("Où préférez-vous attendre ?", "Where would you rather wait?"),
        options=options(inside="Dedans", outside="Dehors"),
    ),
    QuestionDraft(
        key="order",
        kind="ranking",
        words=said("Qu’est-ce qui compte le plus ?", "What matters most?"),
        options=(*options(speed="Aller vite", listen="Être écouté", clear="Comprendre"), DONT_KNOW),
    ),
    QuestionDraft(
        key="agree",
        kind="agreement",
        words=said("Êtes-vous d’accord ?", "Do you agree?"),
        options=(*options(yes="Oui", some="Un peu", no="Non"), RATHER_NOT),
        statements=(
            StatementDraft("clean", said("Le lieu est propre", "The place is clean")),
            StatementDraft("calm", said("Le lieu est calme", "The place is calm")),
        ),
    ),
    QuestionDraft(
        key="wait",
        kind="number",
        words=said("Combien de temps avez-vous attendu ?", "How long did you wait?"),
        lowest=0,
        highest=120,
        decimals=1,
        unit=said("minutes", "minutes"),
        options=(DONT_KNOW,),
    ),
    QuestionDraft(
        key="since",
        kind="date",
        words=said("Depuis quand venez-vous ?", "Since when have you come?"),
        precision="day",
    ),
    QuestionDraft(
        key="wishes",
        kind="free_text",
        words=said("Que voulez-vous changer ?", "What should change?"),
    ),
    QuestionDraft(
        key="tell", kind="voice", words=said("Racontez-nous votre visite", "Tell us about it")
    ),
    QuestionDraft(
        key="found",
        kind="one_choice",
        words=said("Avez-vous trouvé facilement ?", "Was it easy to find?"),
        options=(*options(easy="Oui", hard="Non"), DONT_KNOW),
        condition={
            "any": [{"question": "first", "is": "yes"}, {"question": "wait", "at_least": 90.5}]
        },
    ),
    QuestionDraft(
        key="calmer",
        kind="one_choice",
        words=said("Qu’est-ce qui serait plus calme ?", "What would be calmer?"),
        options=options(doors="Des portes", music="Sans musique"),
        condition={
            "all": [
                {"question": "agree", "row": "calm", "is": "no"},
                {"not": {"question": "found", "answered": True}},
            ]
        },
    ),
)
FIXED = {
    "faces": ["very_good", "good", "not_good", "bad"],
    "yes_a_little_no": ["yes", "a_little", "no"],
}
TYPED: Mapping[str, Callable[[Random], str]] = {
    "number": lambda dice: f"{dice.randint(0, 1200) / 10}",
    "date": lambda dice: f"{dice.choice((2024, 2025, 2026))}-{dice.randint(1, 12):02}-05",
    "free_text": lambda dice: f"Des mots {dice.randint(1, 9)}",
    "voice": lambda dice: f"Des mots {dice.randint(1, 9)}",
}


@dataclass(frozen=True)
class Sent:
    """One response as it is sent."""

    language: str
    channel: Channel
    assistance: Assistance | None
    answers: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def a_version(session: Session, structure_id: int, short_name: str = "tout") -> Version:
    """The questionnaire, published."""
    made = operations.create_questionnaire(
        session, structure_id, short_name=short_name, title=said("Votre visite", "Your visit")
    )
    version = operations.draft_version(session, made)
    for one in QUESTIONS:
        operations.add_question(session, version, one)
    operations.publish_version(session, version, at=clock.now())
    return version


def an_opening(session: Session, version: Version, campaign: Campaign, service: Service) -> Opening:
    """Open around today."""
    return operations.open_questionnaire(
        session,
        version,
        campaign,
        service,
        channels=CHANNELS,
        opens_on=max(campaign.opens_on, clock.today() - timedelta(days=5)),
        closes_on=clock.today() + timedelta(days=5),
    )


def responses(dice: Random, count: int) -> Iterator[Sent]:
    """Responses with everything in them: skipped, apart, partly ranked, dropped by a condition."""
    while count:
        sent = Sent(dice.choice(LANGUAGES), dice.choice(CHANNELS), dice.choice(HELPERS))
        for question in QUESTIONS:
            if dice.random() < 0.85:
                fill(sent, question, dice)
        if sent.answers or sent.texts:
            count -= 1
            yield sent


def fill(sent: Sent, question: QuestionDraft, dice: Random) -> None:
    """Answer one question at random."""
    offered = FIXED.get(
        question.kind, [one.key for one in question.options if one.role is OptionRole.CHOICE]
    )
    apart = [one.key for one in question.options if one.role is not OptionRole.CHOICE]
    if apart and dice.random() < 0.15:
        sent.answers[question.key] = [dice.choice(apart)]
    elif question.kind in TYPED:
        sent.texts[question.key] = TYPED[question.kind](dice)
    elif offered:
        sent.answers[question.key] = chosen(question, offered, dice)


def chosen(question: QuestionDraft, offered: Sequence[str], dice: Random) -> list[str]:
    """One option, several, an order, or one for each of some rows."""
    if question.kind == "several_choices":
        return dice.sample(offered, dice.randint(1, 2))
    if question.kind == "ranking":
        placed = dice.sample(offered, dice.randint(1, 3))
        return [f"{one}={place}" for place, one in enumerate(placed, 1)]
    if question.kind == "agreement":
        rows = dice.sample([one.key for one in question.statements], dice.randint(1, 2))
        return [f"{row}={dice.choice(offered)}" for row in rows]
    return [dice.choice(offered)]


def send(session: Session, opening: Opening, sent: Sent, dice: Random) -> None:
    """Store one response."""
    operations.respond(
        session,
        opening,
        gesture=UUID(int=dice.getrandbits(128)),
        language=sent.language,
        read_in=sent.language,
        channel=sent.channel,
        assistance=sent.assistance,
        answers=sent.answers,
        texts=sent.texts,
        day=clock.today(),
    )


def send_all(session: Session, opening: Opening, count: int, *, seed: int = 1) -> Sequence[Sent]:
    """Store so many responses; give them back."""
    dice = Random(seed)
    sent = list(responses(dice, count))
    for one in sent:
        send(session, opening, one, dice)
    return sent
