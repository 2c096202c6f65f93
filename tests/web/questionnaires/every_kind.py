"""A questionnaire with one question of every kind, in French and Arabic, with two conditions."""

from datetime import timedelta

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
from participation.questionnaires.models import Opening
from participation.wording import Words

APART = (
    OptionDraft(
        "dont_know",
        Words.of(fr="Je ne sais pas", ar="لا أعرف"),
        "dont-know",
        OptionRole.DONT_KNOW,
    ),
    OptionDraft(
        "rather_not",
        Words.of(fr="Je ne veux pas répondre", ar="لا أريد الإجابة"),
        "rather-not",
        OptionRole.RATHER_NOT,
    ),
)


def one(key: str, fr: str, ar: str, pictogram: str) -> OptionDraft:
    """An answer to choose."""
    return OptionDraft(key, Words.of(fr=fr, ar=ar), pictogram)


NEEDS = (
    one("food", "Manger", "الأكل", "food"),
    one("housing", "Se loger", "السكن", "housing"),
    one("health", "Se soigner", "العلاج", "health"),
    one("work", "Travailler", "العمل", "work"),
)
SCALE = (
    one("yes", "Oui", "نعم", "check"),
    one("a_little", "Un peu", "قليلًا", "wave"),
    one("no", "Non", "لا", "cross"),
)
ROWS = (
    StatementDraft("meals", Words.of(fr="Les repas sont bons", ar="الوجبات جيدة"), "food"),
    StatementDraft("room.quiet", Words.of(fr="La chambre est calme", ar="الغرفة هادئة"), "evening"),
)


def question(key: str, kind: str, fr: str, ar: str, **more: object) -> QuestionDraft:
    """A question in both languages."""
    return QuestionDraft(key=key, kind=kind, words=Words.of(fr=fr, ar=ar), **more)  # type: ignore[arg-type]  # named fields


QUESTIONS = (
    question(
        "hello",
        "information",
        "Voici quelques questions sur la vie ici.",
        "هذه أسئلة عن الحياة هنا.",
        pictogram="information",
    ),
    question(
        "came",
        "one_choice",
        "Venez-vous souvent ?",
        "هل تأتون كثيرًا؟",
        options=(
            one("often", "Souvent", "كثيرًا", "repeat"),
            one("rarely", "Rarement", "نادرًا", "calendar"),
            *APART,
        ),
    ),
    question(
        "why",
        "several_choices",
        "Pourquoi venez-vous ?",
        "لماذا تأتون؟",
        options=(
            *NEEDS,
            OptionDraft(
                "nothing", Words.of(fr="Pour rien", ar="لا شيء"), "nothing", OptionRole.NOTHING
            ),
            *APART,
        ),
        maximum=2,
        condition={"question": "came", "is": "often"},
    ),
    question(
        "heard",
        "yes_a_little_no",
        "Vous sentez-vous écouté ?",
        "هل تشعرون بأن هناك من يسمعكم؟",
        options=APART[:1],
    ),
    question(
        "welcome",
        "faces",
        "Comment était l’accueil ?",
        "كيف كان الاستقبال؟",
        options=APART[1:],
        is_required=True,
    ),
    question(
        "first",
        "pictogram_choice",
        "Que voulez-vous d’abord ?",
        "ماذا تريدون أولًا؟",
        options=(*NEEDS, *APART),
    ),
    question(
        "order",
        "ranking",
        "Qu’est-ce qui compte le plus ?",
        "ما هو الأهم؟",
        options=(*NEEDS, APART[0]),
    ),
    question(
        "true",
        "agreement",
        "Est-ce vrai pour vous ?",
        "هل هذا صحيح بالنسبة لكم؟",
        options=(*SCALE, *APART),
        statements=ROWS,
    ),
    question(
        "people",
        "number",
        "Combien de personnes vivent avec vous ?",
        "كم شخصًا يعيش معكم؟",
        options=APART,
        lowest=0,
        highest=20,
        unit=Words.of(fr="personnes", ar="أشخاص"),
    ),
    question(
        "alone",
        "free_text",
        "Avec qui parlez-vous ?",
        "مع من تتكلمون؟",
        condition={
            "all": [
                {"question": "people", "at_most": 0},
                {"not": {"question": "came", "is": "often"}},
            ]
        },
        options=APART[1:],
    ),
    question(
        "since",
        "date",
        "Depuis quand venez-vous ?",
        "منذ متى تأتون؟",
        options=APART,
        precision="day",
    ),
    question("month", "date", "Quel mois préférez-vous ?", "أي شهر تفضلون؟", precision="month"),
    question(
        "year", "date", "En quelle année êtes-vous arrivé ?", "في أي سنة وصلتم؟", precision="year"
    ),
    question(
        "voice",
        "voice",
        "Voulez-vous dire autre chose ?",
        "هل تريدون قول شيء آخر؟",
        options=APART[1:],
    ),
)


def open_every_kind(session: Session, campaign: Campaign, service: Service) -> Opening:
    """The questionnaire of every kind, published and open today on every channel."""
    made = operations.create_questionnaire(
        session,
        campaign.structure_id,
        short_name="toutes",
        title=Words.of(fr="Toutes les questions", ar="كل الأسئلة"),
    )
    version = operations.draft_version(session, made)
    version.languages = ["fr", "ar"]
    for draft in QUESTIONS:
        operations.add_question(session, version, draft)
    operations.publish_version(session, version, at=clock.now())
    return operations.open_questionnaire(
        session,
        version,
        campaign,
        service,
        channels=[Channel.KIOSK, Channel.LINK],
        opens_on=clock.today(),
        closes_on=clock.today() + timedelta(days=10),
    )
