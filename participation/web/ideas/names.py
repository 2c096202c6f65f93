"""How the desk names kinds, sources, states and competences."""

from flask_babel import lazy_gettext as _

from participation.campaigns.rules import Channel
from participation.ideas.queue import Origin
from participation.ideas.rules import Competence, IdeaKind, ProposalState
from participation.voices.hints import HintKind
from participation.voices.rules import Moderation, Source

STATES = {
    Moderation.WAITING: _("To read"),
    Moderation.ALERT: _("Alerts"),
    Moderation.PUBLISHED: _("Published"),
    Moderation.REFUSED: _("Refused"),
    Moderation.REROUTED: _("To complaints"),
    Moderation.WITHDRAWN: _("Withdrawn"),
}
DONE = {
    "publish": _("Published: everybody can read these words."),
    "refuse": _("Refused, with the reason."),
    "reroute": _("Moved to complaints: never shown."),
    "alert": _("Kept as an alert. Talk to the person in charge now."),
    "withdraw": _("Withdrawn at the author's word."),
    "wait": _("Back among the words to read."),
    "save": _("The French is saved."),
    "transcribe": _("What the voice says is written down."),
    "erase_voice": _("The voice is erased. What is written down stays."),
    "hide": _("The words are hidden."),
    "unhide": _("All the words are shown again."),
    "erase": _("The words are erased for good."),
}
HINTS = {
    HintKind.EMAIL: _("An e-mail address is written."),
    HintKind.PHONE: _("A telephone number is written."),
    HintKind.NUMBER: _("A long number is written."),
    HintKind.ADDRESS: _("An address is written."),
    HintKind.PERSON: _("Somebody is named. Is it a complaint?"),
    HintKind.AGE: _("An age is written. Can this family be recognised?"),
}
ORIGINS = {
    Origin.IDEA: _("Idea"),
    Origin.ANSWER: _("Answer to a question"),
    Origin.REMARK: _("Remark on a proposal"),
}
KINDS = {
    IdeaKind.WISH: _("Wish"),
    IdeaKind.PROBLEM: _("Problem"),
    IdeaKind.OFFER: _("Offer of help"),
}
SOURCES = {
    Source.RESIDENT: _("One resident"),
    Source.GROUP: _("A group of residents"),
    Source.VOLUNTEER: _("A volunteer"),
    Source.PROFESSIONAL: _("A professional"),
}
CHANNELS = {
    Channel.KIOSK: _("tablet"),
    Channel.LINK: _("link"),
    Channel.PAPER: _("paper"),
    Channel.PHONE: _("telephone"),
    Channel.ROOM: _("in the room"),
}
COMPETENCES = {
    Competence.SERVICE: _("The service"),
    Competence.GESTIONNAIRE: _("The managing body"),
    Competence.COMMUNE: _("The town"),
    Competence.DEPARTEMENT: _("The department"),
    Competence.BAILLEUR: _("The landlord"),
    Competence.CAF: _("The family benefits office"),
    Competence.OTHER: _("Somebody else"),
}
PROPOSAL_STATES = {
    ProposalState.DRAFT: _("Draft"),
    ProposalState.PUBLISHED: _("Shown to everybody"),
    ProposalState.WITHDRAWN: _("Taken back"),
}
