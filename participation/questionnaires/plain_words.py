"""The words that plain French avoids or watches for: tables only, read by plain.py."""

EVERYDAY = frozenset({"OK", "SMS", "TV", "WC"})
"""Capital letters that everybody reads as a word."""

ABBREVIATIONS = {
    "fr": (
        r"etc\.?",
        r"p\. ?ex\.",
        r"ex\.",
        r"c\.-à-d\.",
        r"cf\.?",
        r"env\.",
        r"min\.",
        r"max\.",
        r"nb\.?",
        r"n°",
        r"M\.",
        r"Mme",
        r"Mlle",
        r"Dr",
        r"rdv",
        r"svp",
        r"tél\.?",
        r"appt\.?",
    ),
    "en": (r"etc\.?", r"e\.g\.", r"i\.e\.", r"approx\.", r"appt\.?", r"Mr\.?", r"Mrs\.?", r"Dr\.?"),
}
"""Patterns of shortened words, by language."""

PERCENT_WORDS = {
    "fr": r"pour ?cents?|pourcentages?",
    "en": r"per ?cent|percentages?",
}

RATHER = {
    r"usag(?:er|ère)s?": "vous",
    r"bénéficiaires?": "vous",
    r"publics? cibles?": "vous",
    r"dispositifs?": "aide",
    r"instances?": "réunion",
    r"thématiques?": "idée",
    r"valid(?:er|ez|é|ée|és|ées)": "choisir",
    r"mobilis(?:er|ez|é|ée|és|ées|ation|ations)": "",
    r"démarches?": "",
    r"formulaires?": "",
    r"entretiens?": "rendez-vous",
    r"modalités?": "",
    r"problématiques?": "",
    r"prestations?": "aide",
    r"justificatifs?": "papier",
    r"sollicit(?:er|ez|é|ée|és|ées|ations?)": "demander",
    r"effectu(?:er|ez|é|ée|és|ées)": "faire",
}
"""Words of the trade, and the word to say instead when there is one."""

NEGATIVE = (
    "sans",
    "impossible",
    "incapable",
    "inutile",
    "insuffisant",
    "insatisfait",
    "incompréhensible",
    "mécontent",
    "désagréable",
    "interdit",
    "illégal",
)
"""Words that say no by themselves: with "ne ... pas", they make the reader turn twice."""

PAIRS = (
    r"fruits et (?:des )?légumes",
    r"lire et écrire",
    r"nom et prénom",
    r"jour et nuit",
    r"matin et soir",
    r"vous et votre",
    r"vous et vos",
    r"entre [^?]+ et",
)
"""Where "et" joins what everybody sees as one thing."""

CLAUSE_WORDS = (
    "parce que",
    "parce qu’",
    "puisque",
    "lorsque",
    "lorsqu’",
    "alors que",
    "tandis que",
    "bien que",
    "afin que",
    "afin qu’",
    "pour que",
    "pour qu’",
    "avant que",
    "avant qu’",
    "sans que",
    "sans qu’",
    "dont",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
    "auquel",
    "auxquels",
    "duquel",
    "desquels",
)
"""What opens a second clause inside a sentence."""

BE = (
    "suis|es|est|sommes|êtes|sont|étais|était|étions|étiez|étaient|serai|seras|sera|serons|serez|"
    "seront|serais|serait|seriez|seraient|sois|soit|soyez|soient|fut|furent|été|être"
)
BETWEEN = (
    "pas|plus|jamais|bien|mal|déjà|toujours|souvent|parfois|tous|toutes|aussi|encore|très|trop"
)
"""Adverbs that may stand between "être" and the participle."""

IRREGULAR_PARTICIPLES = (
    "accueilli|appris|attendu|averti|choisi|compris|conduit|connu|construit|défini|dit|"
    "écrit|élu|entendu|fait|fini|fourni|lu|mis|obtenu|offert|permis|perdu|pris|promis|"
    "puni|reçu|reconnu|rempli|rendu|réuni|servi|soutenu|suivi|tenu|transmis|vendu|vu"
)

NOT_PASSIVE = (
    "né|allé|arrivé|entré|rentré|resté|tombé|monté|passé|retourné|décédé|"
    "adapté|âgé|blessé|cassé|compliqué|élevé|éloigné|employé|énervé|épuisé|équipé|fatigué|fermé|"
    "gêné|habitué|illimité|inquiété|intéressé|isolé|marié|divorcé|séparé|motivé|obligé|occupé|"
    "pressé|privé|réfugié|retraité|réveillé|salarié|situé|stressé|varié"
)
"""Verbs of coming, going and staying, and states that are adjectives."""
