"""The group votes by dots: cards from the desk, ballots by phone, hidden until the reveal."""

from participation.cli.checking.pages import Form, Page, text_of
from participation.cli.checking.play import DESK, Play, Step, need
from participation.cli.checking.proposing import PROPOSALS

CARDS = 8
WRONG_CARD = "0000-0000-0000-0000"
BALLOTS = ((3, 2, 0), (3, 1, 1), (2, 3, 0), (3, 0, 2), (3, 2, 0), (3, 1, 1), (2, 2, 1))
"""Dots for each proposal; the last line is one of the cards, so one card stays unused."""
TOTALS = [str(sum(ballot[line] for ballot in BALLOTS)) for line in range(len(PROPOSALS))]
LANGUAGES = ("fr", "ar", "uk", "en", "fa-AF")


def put_on_ballot(play: Play) -> str:
    """The prepared vote gets the proposals."""
    page = play.worker.open(f"{DESK}/workshops")
    play.poll = page.link("/desk/polls/")
    form = play.worker.open(play.worker.open(play.poll).link("/proposals")).form("/proposals")
    page = play.worker.send(form)
    for wanted in PROPOSALS:
        need(wanted.title in page.text, f"the ballot lacks “{wanted.title}”")
    play.code = page.link("/screen/").rpartition("/")[2]
    return f"code {play.code}"


def print_cards(play: Play) -> str:
    """The desk prints new cards; their codes stand on that page and nowhere else."""
    form = play.worker.open(play.poll).form("/cards")
    page = play.worker.send(form.filled(real=str(CARDS), test="0"))
    play.cards = [text_of(one) for one in page.all("bdi", css="vote-card-code")]
    need(len(set(play.cards)) == CARDS, f"{len(play.cards)} cards were printed")
    return f"{CARDS} cards"


def open_vote(play: Play) -> str:
    """Nobody can vote before the vote opens."""
    early = play.phone.open(f"/fr/v/{play.code}")
    need(not early.all("form", id="ballot"), "the ballot is shown before the vote opens")
    play.worker.send(play.worker.open(play.poll).form("/open"))
    need(bool(ballot_form(play, "fr").offered), "the vote did not open")
    return ""


def cast_ballots(play: Play) -> str:
    """Seven phones vote, in five languages."""
    for number, ballot in enumerate(BALLOTS):
        language = LANGUAGES[number % len(LANGUAGES)]
        last = looked_over(play, language, play.cards[number], ballot)
        page = play.phone.send(last)
        need(page.path.endswith("/voted"), "the ballot did not reach the urn")
        if number == 0:
            need(play.phone.send(last).path.endswith("/voted"), "sending again is not understood")
    need(cards_used(play) == len(BALLOTS), f"{cards_used(play)} cards are used")
    return f"{len(BALLOTS)} ballots, the first one sent twice"


def refuse_bad_ballots(play: Play) -> str:
    """A wrong card, a used card, too many dots and one too many for a proposal are refused."""
    spare = play.cards[-1]
    refused(play, WRONG_CARD, (1, 1, 1))
    refused(play, play.cards[0], (0, 0, 3))
    refused(play, spare, (3, 3, 0))
    refused(play, spare, (4, 0, 0))
    need(cards_used(play) == len(BALLOTS), "a refused ballot used a card")
    return "wrong card, used card, too many dots, over the cap"


def show_no_total(play: Play) -> str:
    """Before the reveal no screen, phone or desk shows a total, open or closed."""
    need_no_total(play)
    play.worker.send(play.worker.open(play.poll).form("/close"))
    need_no_total(play)
    return "open, then closed"


def reveal(play: Play) -> str:
    """The projector and the phones show the right totals, at once."""
    play.worker.send(play.worker.open(play.poll).form("/reveal"))
    screen = play.screen()
    phone = play.phone.open(f"/ar/v/{play.code}/voted")
    for wanted, total in zip(PROPOSALS, TOTALS, strict=True):
        need(total_in(screen, wanted.title, "tr") == total, f"the screen of “{wanted.title}”")
        need(total_in(phone, wanted.arabic, "li") == total, f"the phone of “{wanted.arabic}”")
    return ", ".join(TOTALS)


def ballot_form(play: Play, language: str) -> Form:
    """The ballot on a phone."""
    return play.phone.open(f"/{language}/v/{play.code}").form("/check", holding="card")


def marks(page: Page, language: str, ballot: tuple[int, ...]) -> dict[str, str]:
    """The dots under the names of the fields, found by the words beside them."""
    found = {}
    for wanted, dots in zip(PROPOSALS, ballot, strict=True):
        title = wanted.arabic if language == "ar" else wanted.title
        line = next(one for one in page.all("li") if title in text_of(one))
        name = next(one.get("name", "") for one in line.iter("input"))
        found[name] = str(dots)
    return found


def looked_over(play: Play, language: str, card: str, ballot: tuple[int, ...]) -> Form:
    """Fill the ballot and look at it once more: the form that casts it."""
    page = play.phone.open(f"/{language}/v/{play.code}")
    form = page.form("/check", holding="card")
    check = play.phone.send(form.filled(card=card, **marks(page, language, ballot)))
    return check.form(f"/v/{play.code}", holding="card")


def refused(play: Play, card: str, ballot: tuple[int, ...]) -> None:
    """Cast a ballot as a phone could send it; it must be refused."""
    page = play.phone.open(f"/fr/v/{play.code}")
    values = page.form("/check", holding="card").values
    sent = {**values, **marks(page, "fr", ballot), "card": card}
    again = play.phone.post(f"/fr/v/{play.code}", sent, expect=409)
    need(bool(again.all(css="notice")), "a refused ballot gives no reason")


def cards_used(play: Play) -> int:
    """The only number that the room sees before the reveal."""
    [band] = play.screen().all(css="band")
    return int(next(text_of(one) for one in band.iter("strong")))


def need_no_total(play: Play) -> None:
    """No page of the vote says how many dots a proposal has."""
    phone, desk = play.phone, play.worker
    pages = (
        play.screen(),
        phone.open(f"/fr/screen/{play.code}/live"),
        phone.open(f"/fr/v/{play.code}/state"),
        phone.open(f"/fr/v/{play.code}/voted"),
        desk.open(play.poll),
        desk.open(f"{play.poll}/live"),
    )
    for page in pages:
        need(not page.all(css="points"), f"{page.path} shows a result")
        shown = set(page.text.split()) & set(TOTALS[:2])
        need(not shown, f"{page.path} shows a total")


def total_in(page: Page, title: str, tag: str) -> str:
    """The total beside a title."""
    row = page.row(title, tag)
    return next((text_of(one) for one in row.iter() if "points" in one.get("class", "")), "none")


STEPS = (
    Step("the prepared vote gets the proposals", put_on_ballot),
    Step("the desk prints new cards", print_cards),
    Step("the worker opens the vote", open_vote),
    Step("seven phones vote in five languages", cast_ballots),
    Step("bad ballots are refused and use no card", refuse_bad_ballots),
    Step("no total is shown anywhere before the reveal", show_no_total),
    Step("the reveal shows the right totals on the screen and on phones", reveal),
)
