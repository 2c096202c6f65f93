# ruff: noqa: E501 - one line for each row of a table reads better than a wrapped one.
"""A poster with realistic words, in any of the residents' languages."""

from datetime import date

from participation.reports.poster import Change, Line, Notice, Poster

CHANGES = {
    "fr": (
        ("language", "Mon enfant ne doit pas traduire.", "Un interprète au téléphone. C’est gratuit. Demandez-le."),
        ("phone", "Aidez-nous avec le téléphone.", "De l’aide chaque mardi, et un samedi par mois."),
        ("housing", "Le soir, l’entrée est sombre.", "Il y a de la lumière à l’entrée."),
        ("private", "N’appelez pas mon nom devant tout le monde.", "On appelle un numéro. Prenez un ticket."),
        ("french", "Parlons français, sans livre.", "Deux cafés par semaine. Un pour tous, un entre femmes."),
        ("cooking", "Cuisinons ensemble.", "Un repas chaque mois. Venez\u202f!"),
    ),
    "ar": (
        ("language", "لا يجب أن يترجم طفلي.", "مترجم عبر الهاتف. الخدمة مجانية. اطلبوها عند الاستقبال."),
        ("phone", "ساعدونا في استعمال الهاتف.", "مساعدة كل يوم ثلاثاء، ويوم سبت واحد في الشهر."),
        ("housing", "المدخل مظلم في المساء.", "صار المدخل مضاءً. وضعنا المصابيح عند المدخل."),
        ("private", "لا تنادوا اسمي أمام الجميع.", "ننادي رقمًا فقط. خذوا تذكرة عند الاستقبال."),
        ("french", "لنتكلم الفرنسية، بلا كتاب.", "لقاءان كل أسبوع. واحد للجميع، وواحد للنساء."),
        ("cooking", "لنطبخ معًا.", "وجبة مشتركة كل شهر. أهلا بكم!"),
    ),
}  # fmt: skip
NOTICES = {
    "fr": (
        ("Deux plaques de cuisson", "Le propriétaire dit\u00a0: en avril."),
        ("Entrer par derrière", "C’est une sortie de secours."),
        ("Le permis de conduire", "Nous vous répondons le 10 juin."),
    ),
    "ar": (
        ("موقدان إضافيان للطبخ", "يقول المالك: في شهر أبريل."),
        ("الدخول من الخلف", "إنه مخرج طوارئ."),
        ("رخصة القيادة", "نخبركم يوم 10 يونيو."),
    ),
}


def sample_poster(language: str) -> Poster:
    """The poster in French, or in Arabic."""
    ongoing, refused, unanswered = (
        Notice(Line(title, language), Line(text, language)) for title, text in NOTICES[language]
    )
    return Poster(
        language=language,
        structure="CCAS de Valbrenne",
        service="Espace Solidarité des Tilleuls",
        on=date(2027, 3, 16),
        changes=tuple(
            Change(Line(asked, language), Line(done, language), picto)
            for picto, asked, done in CHANGES[language]
        ),
        ongoing=(ongoing,),
        refused=(refused,),
        unanswered=(unanswered,),
        next_meeting=date(2027, 6, 10),
        address="https://participation.example/fr/campaigns/a-vous-la-parole/changes",
        is_reviewed=language == "fr",
        is_demonstration=True,
    )
