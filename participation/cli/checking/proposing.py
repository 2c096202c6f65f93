"""People propose ideas in their languages; a worker reads them, and groups them into proposals."""

from dataclasses import dataclass

from participation.cli.checking.browser import Browser
from participation.cli.checking.listening import language_link
from participation.cli.checking.pages import Form, Page, text_of
from participation.cli.checking.play import DESK, Play, Step, need


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's idea, what it means in French, and the proposal that it goes into."""

    language: str
    words: str
    french: str = ""
    group: int | None = None

    @property
    def shown(self) -> str:
        """The words on a page in French."""
        return self.french or self.words


IDEAS = (
    Said("ar", "أريد زاوية ألعاب للأطفال بينما نملأ الأوراق.", "Un coin jeux pour les enfants.", 0),
    Said("fa-AF", "ما می‌خواهیم هر هفته با هم گپ بزنیم.", "Parler ensemble chaque semaine.", 1),
    Said("fr", "Un café du jeudi pour parler français, sans livre.", group=1),
    Said("uk", "Готуймо разом раз на місяць.", "Cuisinons ensemble une fois par mois.", 2),
    Said("en", "A play corner with books in our languages.", "Un coin avec des livres.", 0),
    Said("fr", "Un repas partagé <b>tous</b> les mois, =SI(1;2).", group=2),
)
NAMING = Said("fr", "Monsieur Martin à l’accueil est toujours de mauvaise humeur.")
REASON = "Ce texte nomme une personne."


@dataclass(frozen=True, slots=True)
class Wanted:
    """A proposal in French and in Arabic, with its pictogram."""

    title: str
    arabic: str
    pictogram: str


PROPOSALS = (
    Wanted("Un coin pour les enfants", "زاوية للأطفال", "children"),
    Wanted("Un café pour parler français", "مقهى للحديث بالفرنسية", "speech"),
    Wanted("Un repas partagé chaque mois", "وجبة مشتركة كل شهر", "cooking"),
)


def propose(play: Play) -> str:
    """Seven ideas arrive: one in Arabic from the tablet, the others from telephones."""
    home = play.tablet.open(language_link(play.tablet.open("/kiosk"), "ar"))
    propose_one(play.tablet, play.tablet.open(home.link("/propose")), IDEAS[0])
    play.board = home.link("/propose").removeprefix("/ar").removesuffix("/propose")
    for said in (*IDEAS[1:], NAMING):
        page = play.phone.open(f"/{interface(said.language)}{play.board}/propose")
        propose_one(play.phone, page, said)
    return f"{len(IDEAS) + 1} ideas"


def interface(language: str) -> str:
    """The language of the page that somebody reads."""
    return language if language in {"fr", "en", "ar", "fa-AF", "uk"} else "fr"


def propose_one(browser: Browser, page: Page, said: Said) -> None:
    """Write an idea and send it."""
    form = page.form("/propose", holding="text")
    thanks = browser.send(form.filled(text=said.words, written_in=said.language))
    need(thanks.path.endswith("/thanks"), f"the idea in {said.language} did not arrive")


def show_nothing_unread(play: Play) -> str:
    """Nothing is on the board before somebody of the team has read it."""
    page = play.phone.open(f"/fr{play.board}")
    for said in (*IDEAS, NAMING):
        need(said.words not in page.text, f"the board shows unread words: {said.words}")
    return ""


def moderate(play: Play) -> str:
    """The worker writes the French beside the words, publishes six, refuses one with its reason."""
    for said in IDEAS:
        form, page = case(play, said)
        beside = {"french": said.french, "is_checked": "y"} if said.french else {}
        need(said.words in page.text, "the moderation desk changed the words")
        play.worker.send(form.filled(act="publish", **beside))
    form, _page = case(play, NAMING)
    play.worker.send(form.filled(act="refuse"), expect=409)
    form, _page = case(play, NAMING)
    play.worker.send(form.filled(act="refuse", reason=REASON))
    board = play.phone.open(f"/fr{play.board}")
    for said in IDEAS:
        need(said.shown in board.text, f"the board does not show: {said.shown}")
    need(NAMING.words not in board.text, "the board shows what was refused")
    return f"{len(IDEAS)} published, 1 refused"


def case(play: Play, said: Said) -> tuple[Form, Page]:
    """The form of somebody's words on the moderation desk."""
    page = play.worker.open(f"{DESK}/moderation")
    found = page.row(said.words, "article")
    action = next(one.get("action", "") for one in found.iter("form"))
    return page.form(action, holding="act"), page


def support(play: Play) -> str:
    """Somebody says “me too” twice with one touch: it counts once."""
    said = IDEAS[0]
    page = play.phone.open(f"/fr{play.board}")
    entry = page.row(said.shown, "li")
    action = next(one.get("action", "") for one in entry.iter("form"))
    need(action.endswith("/support"), "an idea offers no “me too”")
    form = page.form(action)
    for _again in range(2):
        page = play.phone.send(form)
    counted = [text_of(one) for one in page.row(said.shown, "li").iter("bdi")]
    need(counted[:1] == ["1"], f"“me too” counts {counted[:1]} instead of 1")
    return ""


def group(play: Play) -> str:
    """The worker groups the ideas into three proposals; every wording stays with its proposal."""
    for number, wanted in enumerate(PROPOSALS):
        page = play.worker.open(f"{DESK}/ideas")
        ids = [idea_id(page, said) for said in IDEAS if said.group == number]
        form = page.form(holding="ideas")
        named = {"title": wanted.title, "label": wanted.title, "pictogram": wanted.pictogram}
        publish(play, play.worker.send(form.filled(ideas=ids, **named)), wanted)
    page = play.worker.open(f"{DESK}/ideas")
    for number, wanted in enumerate(PROPOSALS):
        row = text_of(page.row(wanted.title, "li"))
        for said in (one for one in IDEAS if one.group == number):
            need(said.shown in row, f"“{wanted.title}” lost the wording: {said.shown}")
    return f"{len(PROPOSALS)} proposals"


def idea_id(page: Page, said: Said) -> str:
    """What ticking an idea sends."""
    return next(one.get("value", "") for one in page.row(said.shown, "li").iter("input"))


def publish(play: Play, page: Page, wanted: Wanted) -> None:
    """Write the title in Arabic too, then publish the proposal."""
    link = next(one.get("href", "") for one in page.row(wanted.title, "li").iter("a"))
    page = play.worker.open(link)
    form = page.form(holding="title_0")
    play.worker.send(form.filled(**{form.field_in("ar"): wanted.arabic}))
    page = play.worker.send(play.worker.open(link).form("/publish"))
    need(not page.all("form", action=f"{link}/publish"), f"“{wanted.title}” is not published")


STEPS = (
    Step("residents propose seven ideas, one in Arabic and one in Dari", propose),
    Step("nothing is shown before it is read", show_nothing_unread),
    Step("the worker translates and publishes, and refuses one idea with a reason", moderate),
    Step("“me too” sent twice counts once", support),
    Step("the worker groups the ideas into three proposals", group),
)
