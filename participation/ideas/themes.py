"""Subjects that a new board offers: staff keep those that suit the place."""

from dataclasses import dataclass

from participation.wording import Words


@dataclass(frozen=True, slots=True)
class UsualTheme:
    """A subject with its words in the languages of the residents' screens."""

    key: str
    pictogram: str
    words: Words


USUAL_THEMES: tuple[UsualTheme, ...] = (
    UsualTheme(
        "language",
        "language",
        Words.of(
            fr="Langue",
            en="Language",
            ar="اللغة",
            fa_AF="زبان",
            uk="Мова",
        ),
    ),
    UsualTheme(
        "welcome",
        "door",
        Words.of(
            fr="Accueil",
            en="Welcome",
            ar="الاستقبال",
            fa_AF="پذیرایی",
            uk="Прийом",
        ),
    ),
    UsualTheme(
        "sharing",
        "cooking",
        Words.of(
            fr="Convivialité",
            en="Being together",
            ar="اللقاء معًا",
            fa_AF="با هم بودن",
            uk="Разом",
        ),
    ),
    UsualTheme(
        "getting_around",
        "transport",
        Words.of(
            fr="Se déplacer",
            en="Getting around",
            ar="التنقل",
            fa_AF="رفت‌وآمد",
            uk="Пересування",
        ),
    ),
    UsualTheme(
        "residence",
        "housing",
        Words.of(
            fr="Résidence",
            en="The residence",
            ar="السكن المشترك",
            fa_AF="اقامتگاه",
            uk="Резиденція",
        ),
    ),
    UsualTheme(
        "mutual_help",
        "repair",
        Words.of(
            fr="Entraide",
            en="Helping each other",
            ar="التعاون",
            fa_AF="کمک به یکدیگر",
            uk="Взаємодопомога",
        ),
    ),
    UsualTheme(
        "digital",
        "phone",
        Words.of(
            fr="Téléphone et internet",
            en="Phone and internet",
            ar="الهاتف والإنترنت",
            fa_AF="تلیفون و انترنت",
            uk="Телефон та інтернет",
        ),
    ),
    UsualTheme(
        "garden",
        "garden",
        Words.of(
            fr="Jardin",
            en="Garden",
            ar="الحديقة",
            fa_AF="باغ",
            uk="Город",
        ),
    ),
    UsualTheme(
        "taking_part",
        "speech",
        Words.of(
            fr="Participation",
            en="Taking part",
            ar="المشاركة",
            fa_AF="سهم گرفتن",
            uk="Участь",
        ),
    ),
    UsualTheme(
        "sport",
        "sport",
        Words.of(
            fr="Sport",
            en="Sport",
            ar="الرياضة",
            fa_AF="ورزش",
            uk="Спорт",
        ),
    ),
    UsualTheme(
        "food",
        "food",
        Words.of(
            fr="Nourriture",
            en="Food",
            ar="الطعام",
            fa_AF="غذا",
            uk="Їжа",
        ),
    ),
)
