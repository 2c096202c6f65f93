"""The direction answers with reasons, commits to something, and people are told."""

from datetime import timedelta

from participation import clock
from participation.cli.checking.pages import Page, text_of
from participation.cli.checking.play import DESK, Play, Step, need
from participation.cli.checking.proposing import PROPOSALS
from participation.cli.tour import TODAY

DONE, REFUSED, SILENT = PROPOSALS
MESSAGE = "Un coin pour les enfants ouvre en décembre."
MESSAGE_AR = "تُفتح زاوية للأطفال في شهر ديسمبر."
WHY_NOT = "La salle est prise le jeudi. Nous cherchons un autre jour."
PROMISE = "Installer un tapis, des livres et des jeux"


def accept(play: Play) -> str:
    """The director accepts a proposal, with a reason, and publishes the answer."""
    page = answer(
        play,
        DONE.title,
        outcome="retained",
        reason_fr="Les parents attendent longtemps. Le coût est faible.",
        message_fr=MESSAGE,
        message_ar=MESSAGE_AR,
        level="consultation",
    )
    publish(play, page)
    return "accepted"


def refuse(play: Play) -> str:
    """An answer without a reason is not kept; with its reason a refusal is published."""
    form = proposal_page(play, REFUSED.title).form(holding="reason_fr")
    play.manager.send(form.filled(outcome="not_retained", reason_fr=" "), expect=422)
    page = answer(
        play,
        REFUSED.title,
        outcome="not_retained",
        reason_fr=WHY_NOT,
        message_fr=WHY_NOT,
        message_ar="القاعة محجوزة يوم الخميس. نبحث عن يوم آخر.",
    )
    publish(play, page)
    return "not accepted"


def commit(play: Play) -> str:
    """The answer becomes a commitment: what, who, when."""
    page = play.manager.open(proposal_page(play, DONE.title).link("/commitments"))
    due = (clock.today() + timedelta(days=30)).isoformat()
    form = page.form(holding="due_on")
    page = play.manager.send(form.filled(what=PROMISE, who="Marc Devaux", due_on=due))
    need(PROMISE in page.text, "the commitment is not shown")
    return f"before {due}"


def leave_one(play: Play) -> str:
    """The proposal that nobody answered stays visibly open."""
    page = play.manager.open(f"{DESK}/answers")
    row = page.row(SILENT.title)
    need("open" in row.get("class", "").split(), "an unanswered proposal does not stand out")
    need(not page.row(DONE.title).get("class"), "an answered proposal still waits")
    return SILENT.title


def tell(play: Play) -> str:
    """The screen “what changed” tells it in French and in Arabic."""
    french = play.phone.open(f"/fr/c/{TODAY}/changed")
    arabic = play.phone.open(f"/ar/c/{TODAY}/changed")
    for page, said in ((french, MESSAGE), (arabic, MESSAGE_AR)):
        need(said in page.text, f"{page.path} does not say: {said}")
    for page, titles in (
        (french, [one.title for one in PROPOSALS]),
        (arabic, [one.arabic for one in PROPOSALS]),
    ):
        shown = [text_of(one) for one in page.root.iter("h3")]
        need(set(titles) <= set(shown), f"{page.path} leaves a proposal out")
    need(arabic.root.get("dir") == "rtl", "the Arabic screen does not run from right to left")
    return "fr, ar"


def proposal_page(play: Play, title: str) -> Page:
    """The page on which one proposal is answered."""
    row = play.manager.open(f"{DESK}/answers").row(title)
    link = next(one.get("href", "") for one in row.iter("a"))
    return play.manager.open(link)


def answer(play: Play, title: str, **values: str) -> Page:
    """Draft an answer to a proposal; nobody outside the team sees it yet."""
    form = proposal_page(play, title).form(holding="reason_fr")
    page = play.manager.send(form.filled(**values))
    public = play.phone.open(f"/fr/c/{TODAY}/changed")
    need(values["message_fr"] not in public.text, "a draft is public")
    return page


def publish(play: Play, page: Page) -> None:
    """Publish the draft that a page shows."""
    page = play.manager.send(page.form("/publish"))
    need(not page.all(css="problems"), "the answer was not published")


STEPS = (
    Step("the director accepts a proposal with a reason", accept),
    Step("the director refuses a proposal; without a reason nothing is kept", refuse),
    Step("the answer becomes a commitment", commit),
    Step("one proposal stays without an answer, and shows it", leave_one),
    Step("“what changed” tells it in French and in Arabic", tell),
)
