"""People answer the questionnaire: on the tablet in Arabic, on telephones in four languages."""

from urllib.parse import urlsplit

from participation.cli.checking.browser import Browser
from participation.cli.checking.pages import Form, Page, Value, text_of
from participation.cli.checking.play import DESK, Play, Step, need

LANGUAGES = ("fr", "en", "fa-AF", "uk", "fr")
AT_ONCE = 5
KEPT_APART = {"gesture", "helped"}


def start_tablet(play: Play) -> str:
    """A worker makes a browser the tablet of a service, and is signed out of it."""
    tablet = play.tablet
    play.sign_in(tablet, "worker")
    form = tablet.open("/fr/desk/kiosk").form("/kiosk", holding="service")
    page = tablet.send(form.filled(name="Tablette de l’accueil"))
    need(page.path == "/kiosk", "the browser did not become a tablet")
    need("sign-in" in tablet.open("/fr/desk").path, "the worker is still signed in on the tablet")
    return page.heading


def answer_in_arabic(play: Play) -> str:
    """Somebody chooses Arabic on the tablet, answers every question, and is thanked."""
    tablet = play.tablet
    home = tablet.open(language_link(tablet.open("/kiosk"), "ar"))
    form_page = tablet.open(home.link("/kiosk/q/"))
    for page in (home, form_page):
        need_direction(page, "ar", "rtl")
    form = form_page.form(holding="gesture")
    thanks = tablet.send(form.filled(**complete(form, 0)))
    need_direction(thanks, "ar", "rtl")
    need("/thanks" in thanks.path, "the tablet does not thank")
    return thanks.heading


def answer_by_link(play: Play) -> str:
    """Five people follow the link of the poster and answer, each in their language."""
    desk = play.worker.open(f"{DESK}/questionnaires")
    play.link = urlsplit(desk.link("/q/")).path
    before = responses(play)
    chooser = play.phone.open(play.link)
    for number, tag in enumerate(LANGUAGES):
        page = play.phone.open(language_link(chooser, tag))
        need(page.root.get("lang") == tag, f"the form is not in {tag}")
        answered(play.phone, page, number)
    need(responses(play) == before + len(LANGUAGES), "a response was lost, or counted twice")
    return ", ".join(LANGUAGES)


def send_twice(play: Play) -> str:
    """A phone without network sends the same answers again: they count once."""
    before = responses(play)
    page = play.phone.open(f"/fr{play.link}")
    answered(play.phone, page, 1)
    answered(play.phone, page, 1)
    need(responses(play) == before + 1, "the same answers were counted twice")
    return f"{before + 1} responses"


def send_at_once(play: Play) -> str:
    """The same answers five times at the same moment: they count once."""
    before = responses(play)
    form = play.phone.open(f"/en{play.link}").form(holding="gesture")
    pages = play.phone.send_at_once(form.filled(**choices(form, 2)), AT_ONCE)
    need(all("/thanks" in page.path for page in pages), "one of them was not thanked")
    need(responses(play) == before + 1, "the same answers were counted several times")
    return f"{before + 1} responses"


def answered(browser: Browser, page: Page, number: int) -> None:
    """Send one complete form."""
    form = page.form(holding="gesture")
    thanks = browser.send(form.filled(**complete(form, number)))
    need("/thanks" in thanks.path, "the form does not lead to thanks")


def complete(form: Form, number: int) -> dict[str, Value]:
    """An answer to every question, another one for each number; no own words."""
    return {**choices(form, number), "helped": "alone"}


def choices(form: Form, number: int) -> dict[str, Value]:
    """One option of each question that offers some."""
    return {
        name: offered[number % len(offered)]
        for name, offered in form.offered.items()
        if offered and name not in KEPT_APART
    }


def language_link(page: Page, tag: str) -> str:
    """Where a language leads."""
    found = [one.get("href", "") for one in page.all("a", hreflang=tag)]
    need(bool(found), f"{page.path} does not offer {tag}")
    return found[0]


def need_direction(page: Page, tag: str, direction: str) -> None:
    """The page says its language and runs in its direction."""
    said = (page.root.get("lang"), page.root.get("dir"))
    need(said == (tag, direction), f"{page.path} is in {said}")


def responses(play: Play) -> int:
    """How many responses the desk counts in the campaign."""
    page = play.worker.open(f"{DESK}/questionnaires")
    counted = [text_of(one) for one in page.all(css="figure-line")]
    return sum(int(line.split()[0]) for line in counted)


STEPS = (
    Step("a worker turns a browser into the tablet of a service", start_tablet),
    Step("a resident answers in Arabic on the tablet", answer_in_arabic),
    Step("five residents answer by the link, in four languages", answer_by_link),
    Step("the same answers sent twice count once", send_twice),
    Step("the same answers sent five times at once count once", send_at_once),
)
