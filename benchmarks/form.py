"""The ten-question form that the benchmark answers, and how a program reads it."""

import random
import secrets
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path

from participation import clock
from participation.campaigns import operations as campaigns
from participation.campaigns.rules import Channel, ParticipationLevel
from participation.people import operations as people
from participation.questionnaires import operations as questionnaires
from participation.questionnaires.drafts import OptionDraft, QuestionDraft
from participation.settings import Settings, prepare_data_folder
from participation.storage.engine import Database
from participation.storage.migrate import migrate
from participation.wording import Words

LANGUAGES = ["fr", "en", "ar", "fa-AF", "uk"]
FACES = ("very_good", "good", "not_good", "bad")
WORDS = Words.of(
    fr="Comment s’est passé votre accueil aujourd’hui ?",
    en="How were you welcomed today?",
    ar="كيف كان استقبالكم اليوم؟",
    fa_AF="امروز پذیرایی از شما چطور بود؟",
    uk="Як вас сьогодні прийняли?",
)
CHOICE = Words.of(fr="L’attente", en="Waiting", ar="الانتظار", fa_AF="انتظار", uk="Очікування")
QUESTIONS = [("faces", 4)] * 2 + [("one_choice", 4)] * 5 + [("several_choices", 7)] * 2
GESTURE_LENGTH = 36


@dataclass
class Form(HTMLParser):
    """What a program sees of the form: its path, and its fields with their values."""

    path: str = ""
    thanks: bytes = b""
    page: bytes = b""
    kinds: dict[str, str] = field(default_factory=dict)
    values: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Begin as a parser."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the fields."""
        found = dict(attrs)
        name = found.get("name")
        if tag in {"input", "textarea"} and name and name != "gesture":
            self.kinds[name] = found.get("type") or "text" if tag == "input" else "text"
            self.values[name].append(found.get("value") or "")

    def random_answer(self, chance: random.Random, gesture: str) -> list[tuple[str, str]]:
        """One answer to every question; one response in ten says something in words."""
        fields = [("gesture", gesture)]
        for name, values in self.values.items():
            if self.kinds[name] == "radio":
                fields.append((name, chance.choice(values)))
            elif self.kinds[name] == "checkbox":
                fields += [(name, value) for value in chance.sample(values, 2)]
            elif chance.random() < 0.1:
                fields.append((name, "Il faudrait un banc dehors."))
        return fields


def read_form(port: int, tag: str, token: str) -> Form:
    """Open the form in one language and find its fields; open the thanks to know them again."""
    form = Form(path=f"/{tag}/q/{token}")
    form.page = fetch(port, form.path)
    form.feed(form.page.decode())
    form.thanks = fetch(port, f"{form.path}/thanks")[-64:]
    return form


def fetch(port: int, path: str) -> bytes:
    """The bytes of a page."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return content


def prepare(folder: Path) -> str:
    """Make an installation with one open questionnaire of ten questions; its token."""
    prepare_data_folder(folder)
    settings = Settings.from_environ({"PARTICIPATION_DATA": str(folder)})
    database = Database(settings.database_url)
    migrate(database)
    with database.write() as session:
        structure = people.create_structure(session, short_name="banc", name="Banc d’essai")
        service = people.create_service(session, structure, short_name="accueil", name="Accueil")
        campaign = campaigns.create_campaign(
            session,
            structure.id,
            short_name="mesure",
            title=Words.of(fr="Mesure"),
            level_aimed=ParticipationLevel.CONSULTATION,
            services=[service],
            languages=LANGUAGES,
            opens_on=clock.today(),
            closes_on=clock.today(),
        )
        asked = questionnaires.create_questionnaire(
            session, structure.id, short_name="dix", title=WORDS
        )
        version = questionnaires.draft_version(session, asked)
        for number, (kind, count) in enumerate(QUESTIONS, 1):
            keys = FACES if kind == "faces" else [f"o{one}" for one in range(count)]
            draft = QuestionDraft(
                key=f"q{number}",
                kind=kind,
                words=WORDS,
                options=[OptionDraft(key, CHOICE, "waiting") for key in keys],
                maximum=3 if kind == "several_choices" else None,
            )
            questionnaires.add_question(session, version, draft)
        last = QuestionDraft(key="q10", kind="free_text", words=WORDS)
        questionnaires.add_question(session, version, last)
        questionnaires.publish_version(session, version, at=clock.now())
        opening = questionnaires.open_questionnaire(
            session,
            version,
            campaign,
            service,
            channels=[Channel.LINK],
            opens_on=clock.today(),
            closes_on=clock.today(),
        )
        token = opening.token
    database.close()
    return token


def new_gesture() -> str:
    """A random gesture, in hexadecimal with hyphens."""
    digits = secrets.token_hex(16)
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
