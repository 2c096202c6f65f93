"""What a new campaign says on its first screen until somebody writes better.

Six short lines (GDPR article 13; CNIL deliberation 2021-028). Only the French was written by the
team that answers for it: the other languages are drafts that a reviewer must read.
"""

from participation.wording import State, Words

LINES: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "speech",
        {
            "fr": "{structure} veut votre avis, pour changer les choses.",
            "en": "{structure} wants your opinion, to change things.",
            "ar": "{structure} يريد رأيكم ليتغيّر العمل هنا.",
            "fa-AF": "{structure} نظر شما را می‌خواهد تا کارها بهتر شود.",
            "uk": "{structure} питає вашу думку, щоб щось змінити.",
        },
    ),
    (
        "eye-off",
        {
            "fr": (
                "Nous ne demandons pas votre nom. Une réponse envoyée ne peut plus être retrouvée."
            ),
            "en": "We do not ask for your name. Once sent, your answer cannot be found again.",
            "ar": "لا نسأل عن اسمكم. بعد الإرسال لا يمكن العثور على جوابكم.",
            "fa-AF": "نام شما پرسیده نمی‌شود. بعد از فرستادن، جواب شما دوباره پیدا نمی‌شود.",
            "uk": "Ми не питаємо вашого імені. Надіслану відповідь уже не можна знайти.",
        },
    ),
    (
        "stop",
        {
            "fr": "Vous pouvez dire non. Votre aide ne change pas.",
            "en": "You can say no. The help you get does not change.",
            "ar": "يمكنكم الرفض. لن تتغيّر المساعدة التي تحصلون عليها.",
            "fa-AF": "شما می‌توانید نه بگویید. کمک به شما تغییر نمی‌کند.",
            "uk": "Ви можете відмовитися. Ваша допомога не зміниться.",
        },
    ),
    (
        "group",
        {
            "fr": "L’équipe lit les réponses. Elle ne sait pas qui répond.",
            "en": "The team reads the answers. It does not know who answers.",
            "ar": "الفريق يقرأ الأجوبة. ولا يعرف من أجاب.",
            "fa-AF": "همکاران ما جواب‌ها را می‌خوانند. نمی‌دانند چه کسی جواب داده است.",
            "uk": "Відповіді читає команда. Вона не знає, хто відповідає.",
        },
    ),
    (
        "edit",
        {
            "fr": "N’écrivez pas de nom ni de secret.",
            "en": "Do not write any names or secrets.",
            "ar": "لا تكتبوا أي اسم ولا أي سرّ.",
            "fa-AF": "نام کسی و رازی را ننویسید.",
            "uk": "Не пишіть імен і таємниць.",
        },
    ),
    (
        "help",
        {
            "fr": "Vos mots sont gardés un an. Une question\u202f? Demandez à l’accueil.",
            "en": "Your words are kept for one year. A question? Ask at reception.",
            "ar": "نحتفظ بكلماتكم سنة واحدة. لديكم سؤال؟ اسألوا في الاستقبال.",
            "fa-AF": "سخنان شما یک سال نگه‌داری می‌شود. سوال دارید؟ از پذیرش بپرسید.",
            "uk": "Ваші слова зберігаємо один рік. Є питання? Запитайте на рецепції.",
        },
    ),
)
READ_WHEN = {
    "fr": "L’équipe lit vos mots chaque semaine.",
    "en": "The team reads your words every week.",
    "ar": "الفريق يقرأ كلماتكم كل أسبوع.",
    "fa-AF": "همکاران ما سخنان شما را هر هفته می‌خوانند.",
    "uk": "Команда читає ваші слова щотижня.",
}


def first_notice(structure: str) -> list[dict[str, object]]:
    """The lines of the first screen, as a campaign stores them."""
    return [
        {"pictogram": pictogram, "words": drafted(texts, structure).to_json()}
        for pictogram, texts in LINES
    ]


def first_read_when() -> Words:
    """When somebody reads what residents write."""
    return drafted(READ_WHEN, "")


def drafted(texts: dict[str, str], structure: str) -> Words:
    """French as it stands, the other languages as drafts."""
    words = Words()
    for tag, text in texts.items():
        state = State.REVIEWED if tag == "fr" else State.DRAFT
        words = words.with_text(tag, text.format(structure=structure), state)
    return words
