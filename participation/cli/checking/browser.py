"""One person's browser over HTTP: its cookies, its language, and what it is shown."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPMessage
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

from participation.cli.checking.pages import Broken, Form, Page, Value, read, text_of

PATIENCE = 60
REDIRECTS = {302, 303}
MOST_REDIRECTS = 5


class Browser:
    """Opens pages and sends forms, as a person does; nothing is shared with another browser."""

    def __init__(self, address: str) -> None:
        """A new browser without cookies; `address` is that of the server."""
        self.address = address
        self.cookies: dict[str, str] = {}

    def open(self, path: str, *, expect: int = 200) -> Page:
        """Open a page. Raises Broken for another status than expected."""
        return expected(self._arrived("GET", path), expect)

    def send(self, form: Form, *, expect: int = 200) -> Page:
        """Send a form as it was filled; what comes after a redirect is returned."""
        return self.post(form.action, form.values, expect=expect)

    def post(self, path: str, values: Mapping[str, Value], *, expect: int) -> Page:
        """Send fields, even those that no page would let a person send."""
        return expected(self._arrived("POST", path, values), expect)

    def send_at_once(self, form: Form, times: int) -> list[Page]:
        """Send the same form many times at the same moment."""
        with ThreadPoolExecutor(times) as threads:
            sent = [threads.submit(self.send, form) for _ in range(times)]
            return [one.result() for one in sent]

    def _arrived(self, method: str, path: str, values: Mapping[str, Value] | None = None) -> Page:
        """Ask, and follow where it leads."""
        for _ in range(MOST_REDIRECTS):
            page, leads_to = self._ask(method, path, values)
            if not leads_to:
                return page
            method, path, values = "GET", urljoin(path, leads_to), None
        raise Broken(f"{path} leads round in a circle")

    def _ask(self, method: str, path: str, values: Mapping[str, Value] | None) -> tuple[Page, str]:
        """One request: the page, and where it leads."""
        parts = urlsplit(path)
        asked = parts.path + (f"?{parts.query}" if parts.query else "")
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)
        try:
            body = urlencode(values, doseq=True).encode() if values is not None else None
            connection.request(method, asked, body, self._headers(method))
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        self._keep_cookies(response.headers)
        kind = response.headers.get_content_type()
        html = content.decode() if kind == "text/html" else ""
        leads_to = response.headers.get("Location", "") if response.status in REDIRECTS else ""
        return Page(response.status, asked, kind, content, read(html)), leads_to

    def _headers(self, method: str) -> dict[str, str]:
        """What a browser says of itself."""
        said = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            said["Origin"] = self.address
            said["Content-Type"] = "application/x-www-form-urlencoded"
        return {name: value for name, value in said.items() if value}

    def _keep_cookies(self, headers: HTTPMessage) -> None:
        """Keep, replace and forget cookies as told."""
        for line in headers.get_all("Set-Cookie", []):
            for name, cookie in SimpleCookie(line).items():
                if cookie.value and cookie["max-age"] != "0":
                    self.cookies[name] = cookie.value
                else:
                    self.cookies.pop(name, None)


def expected(page: Page, status: int) -> Page:
    """The page, when it came as expected; what it said otherwise. Raises Broken."""
    if page.status != status:
        problems = [text_of(one) for one in page.all(css="problems")]
        said = ". ".join([page.heading or page.kind, *problems])
        raise Broken(f"{page.path} answered {page.status} instead of {status}: {said}")
    return page
