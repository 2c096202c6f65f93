# ruff: noqa: E501 - one line for each row of a table reads better than a wrapped one.
"""A whole synthesis with realistic figures: the season of an invented service."""

from datetime import date

from participation.reports.figures import (
    Disagreement,
    QuestionFigures,
    Row,
    Split,
    SplitRow,
    Verbatim,
    VoteResult,
    VoteRow,
)
from participation.reports.promises import (
    AskLine,
    CommitmentLine,
    MeansLine,
    Priority,
    ProposalAnswer,
    Stand,
    Waiting,
    Way,
    WayStep,
)
from participation.reports.synthesis import (
    Breakdown,
    Cover,
    DecisionPage,
    Effect,
    Meeting,
    Method,
    Milestone,
    Synthesis,
    Turnout,
)

VISIT, NEEDS = "Votre passage à l’accueil", "Vos besoins et vos envies"
AFTER = "Après l’atelier"
ANSWERED = date(2026, 11, 12)
EDITION = date(2027, 3, 16)


def bars(title: str, questionnaire: str, total: int, rows: str, **more: int) -> QuestionFigures:
    """`rows` is "Label 12; Label 3"; a star marks a finding."""
    parts = [one.strip().rpartition(" ") for one in rows.split(";")]
    return QuestionFigures(
        title,
        "bars",
        total,
        tuple(Row(name.lstrip("*"), int(n), is_finding=name[0] == "*") for name, _, n in parts),
        questionnaire,
        **more,
    )


FACES = QuestionFigures(
    "Comment s’est passé votre accueil aujourd’hui\u202f?",
    "faces",
    86,
    (
        Row("Très bien", 31, "face-very-good"),
        Row("Bien", 38, "face-good"),
        Row("Pas bien", 12, "face-not-good"),
        Row("Pas bien du tout", 5, "face-bad"),
    ),
    VISIT,
)
FIGURES = (
    FACES,
    bars(
        "Que faut-il améliorer en premier\u202f?",
        VISIT,
        86,
        "*La langue 37;*L’attente 34;*Parler en privé 31;Les informations 17;Les horaires 14;"
        "Le lieu 6;Rien 5",
        at_most=2,
    ),
    bars(
        "Aviez-vous besoin d’un interprète\u202f?",
        VISIT,
        86,
        "Non 33;*Oui, mais il n’y en avait pas 24;*Un proche a traduit 20;Oui, il y en avait un 9",
    ),
    bars(
        "Avez-vous pu parler sans que les autres entendent\u202f?",
        VISIT,
        86,
        "Oui 21;Un peu 25;*Non 34",
        declined=6,
    ),
    bars(
        "Avez-vous attendu longtemps\u202f?",
        VISIT,
        86,
        "Non 24;Un peu 27;*Oui, trop longtemps 34",
        without_answer=1,
    ),
    bars(
        "En ce moment, qu’est-ce qui est difficile\u202f?",
        NEEDS,
        64,
        "*Logement 29;*Papiers 27;*Français 25;Téléphone et internet 22;Travail 19;Nourriture 17;"
        "Transport 14;Santé 12;Enfants et école 9;Solitude 8",
        at_most=3,
    ),
    bars(
        "Faites-vous vos démarches sur internet\u202f?",
        NEEDS,
        64,
        "*Avec de l’aide 27;*Non 23;Oui, seul(e) 14",
    ),
    bars(
        "Qu’est-ce qui peut vous empêcher de venir\u202f?",
        NEEDS,
        64,
        "*Garder mes enfants 21;La langue 19;Les horaires 18;Le transport 15;Rien 14;"
        "Je n’ose pas 11",
        at_most=0,
    ),
    bars(
        "Quand pouvez-vous venir\u202f?",
        NEEDS,
        64,
        "*L’après-midi 27;*Le samedi 26;Le matin 23;Le soir 20",
        at_most=0,
    ),
)
SPLIT = Split(
    VISIT,
    "Avez-vous compris ce qu’on vous a expliqué\u202f?",
    "Oui",
    (
        SplitRow("fr", 38, 7, "about"),
        SplitRow("ar", 17, 4, "about"),
        SplitRow("fa-AF", 11, 3, "about"),
        SplitRow("other", 20, 3, "about"),
    ),
)
VERBATIMS = (
    Verbatim(
        "C’est mon fils qui traduit tout pour moi. Il a 11 ans. "
        "C’est pas à lui de savoir mes problèmes.",
        number=1,
    ),
    Verbatim(
        "On veut parler français ensemble une heure par semaine, sans livre.",
        "fa-AF",
        "ما می‌خواهیم هر هفته یک ساعت با هم فرانسوی گپ بزنیم، بدون کتاب.",
        number=4,
    ),
    Verbatim(
        "On a besoin de quelqu’un pour nous aider avec le téléphone, sur les sites de la CAF et de "
        "la préfecture.",
        "ar",
        "نحتاج إلى من يساعدنا في استعمال الهاتف لمواقع «الكاف» والبريفكتورة.",
        number=2,
    ),
    Verbatim(
        "J’ai honte de venir chercher la nourriture. Peut-on entrer autrement que par la rue\u202f?",
        "uk",
        "Мені соромно приходити по продукти. Чи можна заходити не з вулиці?",
        number=7,
    ),
    Verbatim(
        "Le matin la cuisine est pleine. Il faut deux plaques de plus.",
        "bn",
        "সকালে রান্নাঘরে অনেক ভিড় হয়। আরও দুইটা চুলা দরকার।",
        "draft",
        number=3,
    ),
    Verbatim(
        "Nous voulons un endroit de sport pour les femmes.",
        "ps",
        "موږ د ښځو لپاره د ورزش ځای غواړو.",
        "draft",
        number=10,
    ),
    Verbatim(
        "Le dimanche on veut jouer au foot ensemble.",
        "ka",
        "კვირაობით გვინდა ერთად ფეხბურთის თამაში.",
        "draft",
        number=10,
    ),
    Verbatim(
        "La machine à laver est toujours prise. Faisons une liste de passage.",
        "tr",
        "Çamaşır makinesi hep dolu. Bir sıra listesi yapalım.",
        number=3,
    ),
    Verbatim(
        "Nous les hommes de la résidence, on sait cultiver. Derrière le bâtiment il y a de la terre.",
        "snk",
        is_spoken=True,
        number=9,
    ),
    Verbatim("L’an dernier on a rien su.", source="answer"),
)
TITLES = (
    ("Un interprète pour les rendez-vous, plus jamais les enfants", 19, 1),
    ("De l’aide pour le téléphone et internet, dans nos langues", 17, 1),
    ("Mieux vivre à la résidence\u00a0: lumière, machines, cuisine", 15, 3),
    ("Le café pour parler français, sans livre", 14, 1),
    ("Bouger\u00a0: le bus du soir, l’atelier vélo, le permis", 12, 3),
    ("Un accueil qui respecte\u00a0: numéro d’appel, coin enfants", 10, 2),
    ("Une autre entrée pour l’épicerie", 8, 1),
    ("La cuisine du monde une fois par mois", 7, 1),
    ("Le jardin derrière le bâtiment", 6, 1),
    ("Du sport\u00a0: foot le dimanche, un créneau femmes", 4, 2),
    ("L’armoire à vêtements d’enfants", 2, 1),
)
REMARKS = {
    1: ("Sauf pour dire bonjour.", "Choisir un interprète homme ou femme."),
    2: ("Le samedi, pour les personnes qui travaillent.",),
    3: ("Contre une liste fixe.",),
    4: ("Mixte ou entre femmes\u202f? Les deux sont demandés.",),
    7: ("Pas de honte, tout le monde vient.",),
    9: ("Qui arrose en août\u202f?",),
}
VOTE = VoteResult(
    "Que faisons-nous en premier\u202f?",
    date(2026, 10, 15),
    "dots",
    23,
    0,
    (
        *(
            VoteRow(place, title, votes, place, ideas, REMARKS.get(place, ()))
            for place, (title, votes, ideas) in enumerate(TITLES, start=1)
        ),
        VoteRow(12, "Dire ce que deviennent nos réponses", None, ideas=1),
    ),
    dots_each=5,
    dots_cap=3,
)


def answer(
    number: int, title: str, outcome: str, level: str, reason: str, message: str, **more: object
) -> ProposalAnswer:
    votes = TITLES[number - 1][1] if number < 12 else None
    return ProposalAnswer(
        number, title, votes, outcome, level, reason=reason, message=message,
        decided_on=ANSWERED, decider="Hélène Marchetti, directrice", **more,  # type: ignore[arg-type]  # fields by name
    )  # fmt: skip


ANSWERS = (
    answer(1, "Interprète", "retained", "coconstruction", "Un enfant ne doit pas porter les soucis de ses parents.", "Un interprète au téléphone. C’est gratuit. Demandez-le."),
    answer(2, "Téléphone, internet", "retained", "coconstruction", "50 réponses sur 64 disent ne pas faire seules leurs démarches.", "De l’aide le mardi, et un samedi par mois."),
    answer(3, "Lumière, plaques", "forwarded", "concertation", "Le bâtiment est au bailleur. Le conseil appuie la demande.", "Nous avons demandé au propriétaire.", recipient="Habitat Val"),
    answer(3, "Machine à laver", "under_study", "concertation", "La liste fixe divise. Le comité de résidents essaie.", "Les résidents cherchent une règle ensemble.", days=124),
    answer(4, "Café français", "retained", "codecision", "Deux demandes justes\u00a0: un groupe ouvert, un entre femmes.", "Deux cafés par semaine. Venez sans livre."),
    answer(5, "Bus du soir", "not_retained", "information", "Le bus dépend de Val Mobilités. Lettre partie le 12 novembre.", "Le bus n’est pas à nous. Nous avons écrit."),
    answer(5, "Atelier vélo", "retained", "coconstruction", "Un résident sait réparer et veut apprendre aux autres.", "Réparez votre vélo le samedi."),
    answer(5, "Permis de conduire", "under_study", "concertation", "Aide facultative\u00a0: règlement à revoir.", "Nous n’avons pas encore la réponse.", days=124),
    answer(6, "Accueil qui respecte", "retained", "consultation", "Simple, peu coûteux, demandé à l’accueil aussi.", "On appelle votre numéro, pas votre nom."),
    answer(7, "Entrée de l’épicerie", "under_study", "coconstruction", "Derrière, c’est une sortie de secours\u00a0: avis demandé.", "En attendant, venez sur rendez-vous.", days=124),
    answer(8, "Cuisine du monde", "retained", "codecision", "Le groupe décide lui-même d’une enveloppe de 600\u00a0€.", "Le premier repas\u00a0: le 10 décembre."),
    answer(9, "Jardin", "under_study", "coconstruction", "Le sol doit être analysé avant d’y cultiver.", "Nous vérifions la terre. Réponse en mars.", days=124),
    answer(10, "Foot le dimanche", "retained", "coconstruction", "Le gymnase a un créneau libre le dimanche.", "Rendez-vous au gymnase."),
    ProposalAnswer(10, "Sport des femmes", 4, days=152, decider="Jeanne Aubry"),
    answer(11, "Armoire à habits", "not_retained", "consultation", "Une ressourcerie existe à 400\u00a0m\u00a0: visite proposée.", "Nous allons la voir ensemble."),
    answer(12, "Dire les suites", "retained", "coconstruction", "C’est un droit, et la confiance en dépend.", "Une affiche en 5 langues, et la tablette."),
)  # fmt: skip


def promise(
    number: int, what: str, who: str, due: date, progress: str, result: str, **more: object
) -> CommitmentLine:
    return CommitmentLine(number, what, what, who, ANSWERED, due, progress, result=result, **more)  # type: ignore[arg-type]  # by name


COMMITMENTS = (
    promise(1, "Interprète par téléphone", "N. Ferhat, 2 résidentes", date(2026, 12, 1), "done", "41 appels, 9 langues.", done_on=date(2026, 12, 1), residents=2, indicator="Nombre d’appels et de langues"),
    promise(2, "Permanence téléphone et internet", "T. Lebrun, F. Noori", date(2026, 11, 24), "done", "63 présences, 29 personnes.", done_on=date(2026, 11, 24), indicator="Présences et personnes différentes"),
    promise(3, "Éclairer l’entrée", "Habitat Val, comité", date(2026, 12, 31), "done", "Lumière posée le 18 décembre.", done_on=date(2026, 12, 18), residents=5),
    promise(3, "Deux plaques de cuisson", "Habitat Val", date(2027, 3, 1), "late", "Le bailleur annonce avril\u00a0: commande groupée.", new_due_on=date(2027, 4, 30)),
    promise(4, "Deux cafés français", "association, 3 habitants", date(2026, 12, 1), "in_progress", "14 participantes, 9 participants.", residents=3),
    promise(5, "Atelier vélo du samedi", "un habitant, A. Konaté", date(2027, 2, 6), "done", "4 samedis.", done_on=date(2027, 2, 6), residents=1),
    promise(6, "Numéros d’appel, coin enfants", "M. Devaux", date(2026, 12, 1), "done", "En place le 27 novembre.", done_on=date(2026, 11, 27)),
    promise(7, "Avis sur l’autre entrée", "N. Ferhat, bénévoles", date(2027, 1, 15), "partly_done", "Rendez-vous en place. Porte de derrière refusée\u00a0: sécurité incendie."),
    promise(8, "Repas du monde", "5 habitants", date(2026, 12, 10), "done", "3 repas, 48 personnes.", done_on=date(2026, 12, 10), residents=5),
    promise(9, "Analyse du sol", "espaces verts, 6 habitants", date(2027, 3, 31), "in_progress", "Analyses bonnes. Début en mai.", residents=6),
    promise(11, "Visite de la ressourcerie", "T. Lebrun", date(2026, 11, 30), "done", "9 personnes.", done_on=date(2026, 11, 28)),
    promise(12, "Affiche et écran", "T. Lebrun", date(2026, 12, 10), "done", "2 affiches parues.", done_on=date(2026, 12, 10)),
)  # fmt: skip
WAYS = (
    Way(
        (
            WayStep("idea", "C’est mon fils qui traduit tout pour moi.", code="fr"),
            WayStep("proposal", TITLES[0][0], code="1"),
            WayStep("decision", "Un enfant ne doit pas porter les soucis de ses parents.", ANSWERED, "retained"),
            WayStep("commitment", "Interprète par téléphone", date(2026, 12, 1)),
            WayStep("change", "41 appels, 9 langues."),
        )
    ),
    Way(
        (
            WayStep("idea", "Un armario para dejar y tomar ropa de niños, gratis.", code="es"),
            WayStep("proposal", TITLES[10][0], code="11"),
            WayStep("decision", "Une ressourcerie existe à 400\u00a0m.", ANSWERED, "not_retained"),
            WayStep("commitment", "Visite de la ressourcerie", date(2026, 11, 30)),
            WayStep("change", "9 personnes."),
        )
    ),
)  # fmt: skip
PRIORITIES = (
    Priority(1, TITLES[0][0], 19, (Stand("done", "41 appels, 9 langues"),), AskLine("Reconduire la convention d’interprétariat téléphonique", "Hélène Marchetti, directrice", date(2027, 6, 30), "1\u00a0800\u00a0€ par an, 2\u00a0h de formation")),
    Priority(2, TITLES[1][0], 17, (Stand("done", "63 présences, 29 personnes"),), AskLine("Garder 3\u00a0h par semaine à la permanence", "Nadia Ferhat, cheffe de service", date(2027, 4, 30), "3\u00a0h par semaine, 2 bénévoles, 0\u00a0€")),
    Priority(3, TITLES[2][0], 15, (Stand("done", "lumière posée"), Stand("late", "plaques de cuisson")), AskLine("Obtenir une date ferme pour deux plaques", "Habitat Val, par la directrice", date(2027, 3, 31), "0\u00a0€ pour le CCAS, à la charge du bailleur")),
)  # fmt: skip
CHANGED = (
    Effect("done", "Interprète par téléphone", "41 appels, 9 langues."),
    Effect("done", "Permanence téléphone et internet", "63 présences, 29 personnes."),
    Effect("done", "Numéros d’appel, coin enfants", "en place le 27 novembre."),
    Effect("done", "Éclairer l’entrée", "lumière posée le 18 décembre."),
    Effect("done", "Repas du monde", "3 repas, 48 personnes."),
    Effect("done", "Atelier vélo du samedi", "4 samedis."),
)
UNCHANGED = (
    Effect("late", "Deux plaques de cuisson", "le bailleur annonce avril\u00a0: commande groupée."),
    Effect(
        "partly_done", "Avis sur l’autre entrée", "porte de derrière refusée, sécurité incendie."
    ),
    Effect("unanswered", "Permis de conduire", "à l’étude depuis 124 jours."),
    Effect("unanswered", "Sport des femmes", ""),
)
WAITING = (
    Waiting("Choisir un interprète femme ou homme", date(2026, 10, 15), 152, "Nadia Ferhat"),
    Waiting("Sport des femmes, le jeudi matin", date(2026, 10, 15), 152, "Jeanne Aubry"),
    Waiting("Aide au permis de conduire", ANSWERED, 124, "Hélène Marchetti", is_studied=True),
    Waiting("Règle pour la machine à laver", ANSWERED, 124, "comité de résidents", is_studied=True),
    Waiting("Jardin", ANSWERED, 124, "espaces verts", is_studied=True),
)
BREAKDOWN = Breakdown(
    VISIT,
    86,
    (Row("fr", 38, is_finding=True), Row("ar", 17), Row("fa-AF", 11), Row("uk", 8), Row("en", 7), Row("other", 5)),
    (Row("alone", 50), Row("worker", 21, is_finding=True), Row("relative", 9), Row("volunteer", 6)),
    (Row("kiosk", 58), Row("link", 16), Row("paper", 12)),
)  # fmt: skip
SAMPLE = Synthesis(
    cover=Cover(
        "CCAS de Valbrenne",
        ("Espace Solidarité des Tilleuls", "Résidence Les Tilleuls"),
        "À vous la parole",
        1,
        EDITION,
        is_demonstration=True,
        contact="Thomas Lebrun, référent de la démarche",
        next_meeting=date(2027, 6, 10),
    ),
    decision=DecisionPage(
        PRIORITIES,
        WAITING,
        (("done", 8), ("partly_done", 1), ("in_progress", 2), ("late", 1)),
        12,
        11,
        28,
        23,
        date(2026, 10, 15),
    ),
    turnout=Turnout(
        "coconstruction",
        (("coconstruction", 7), ("codecision", 2), ("concertation", 3), ("consultation", 2)),
        ((VISIT, 86), (NEEDS, 64), (AFTER, 19)),
        21,
        18,
        14,
        (Meeting(date(2026, 10, 15), 23, 9, 2),),
        (
            Milestone(date(2026, 9, 7), "Vous parlez\u00a0: tablette, téléphone, papier"),
            Milestone(date(2026, 10, 8), "Nous lisons et regroupons vos idées"),
            Milestone(date(2026, 10, 15), "Atelier\u00a0: vous choisissez ensemble"),
            Milestone(date(2026, 11, 12), "La direction répond à tout"),
            Milestone(date(2026, 11, 19), "Conseil de concertation"),
            Milestone(date(2026, 12, 10), "Nous vous disons la suite, et repas partagé"),
            Milestone(date(2027, 3, 15), "Suivi des engagements"),
        ),
        BREAKDOWN,
        (
            "Les personnes qui travaillent le jeudi après-midi.",
            "Les parents sans garde\u00a0: la garde pendant l’atelier a été refusée.",
            "Les femmes, sur le sport\u00a0: absentes de la salle, rencontrées ensuite.",
        ),
        "Conseil de concertation et comité de résidents",
    ),
    method=Method(5, 11, 86, 36, ("Un seul lieu\u00a0: rien ici ne vaut pour un autre service.",)),
    figures=FIGURES,
    splits=(SPLIT,),
    verbatims=VERBATIMS,
    disagreements=tuple(
        Disagreement(number, TITLES[number - 1][0], text)
        for number, texts in REMARKS.items()
        for text in texts
    ),
    votes=(VOTE,),
    ways=WAYS,
    answers=ANSWERS,
    commitments=COMMITMENTS,
    means=(
        MeansLine("hours", "0,10 ETP (3,5\u00a0h par semaine) pour le référent", True, "0,10 ETP"),
        MeansLine("hours", "6 demi-journées d’animation", True, "6 demi-journées"),
        MeansLine("interpreting", "1\u00a0800\u00a0€ par an", True, "1\u00a0800\u00a0€"),
        MeansLine("euros", "Enveloppe «\u202finitiatives\u202f» de 600\u00a0€", True, "600\u00a0€"),
        MeansLine(
            "childcare", "Une personne pendant les ateliers", False, "à revoir au budget 2027"
        ),
        MeansLine(
            "euros", "Aide au permis, non chiffrée", None, asked_on=date(2026, 10, 15), days=152
        ),
    ),
    changed=CHANGED,
    unchanged=UNCHANGED,
)
