"""A page as somebody reads it: its text, its links, its forms. Plain Python, no browser."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
FIELDS = {"input", "select", "textarea", "button"}
UNREAD = {"script", "style", "template"}
Value = str | list[str]


class Broken(Exception):
    """Something that must be there is not, or is not as it must be."""


class Reader(HTMLParser):
    """Makes a tree out of HTML whose elements are all closed."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        super().__init__()
        self.builder = TreeBuilder()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called for each element that begins."""
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Called for each element that ends; those left open in it end too."""
        while tag in self.open:
            last = self.open.pop()
            self.builder.end(last)
            if last == tag:
                break

    def handle_data(self, data: str) -> None:
        """Called for each piece of text."""
        if self.open:
            self.builder.data(data)

    def tree(self) -> Element:
        """The root element."""
        while self.open:
            self.builder.end(self.open.pop())
        return self.builder.close()


def read(html: str) -> Element:
    """The tree of a page or of a part of one."""
    reader = Reader()
    reader.feed(f"<body>{html}</body>" if "<html" not in html else html)
    return reader.tree()


def text_of(element: Element) -> str:
    """The text of an element, with single spaces."""
    return " ".join("".join(pieces(element)).split())


def pieces(element: Element) -> Iterator[str]:
    """Every piece of text that is read; elements are apart from one another."""
    if element.tag in UNREAD:
        return
    yield element.text or ""
    for child in element:
        yield from pieces(child)
        yield " " if child.tag not in {"b", "bdi", "span", "mark", "i"} else ""
        yield child.tail or ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form as the page shows it: where it goes, what it holds, what each choice offers."""

    action: str
    element: Element
    values: dict[str, Value] = field(default_factory=dict)
    offered: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, **given: Value) -> "Form":
        """The form as somebody fills it. Raises Broken for what the page does not offer."""
        for name, value in given.items():
            known = self.offered.get(name)
            if known is None:
                raise Broken(f"the form {self.action} has no field {name}")
            wanted = value if isinstance(value, list) else [value]
            if known and not set(wanted) <= set(known):
                raise Broken(f"the field {name} does not offer {value}")
        return replace(self, values={**self.values, **given})

    def field_in(self, language: str) -> str:
        """The name of the text field for words in a language."""
        for one in self.element.iter("input"):
            if one.get("lang") == language:
                return one.get("name", "")
        raise Broken(f"the form {self.action} has no field for {language}")


def form_of(element: Element, page: "Page") -> Form:
    """Read a form, with its fields elsewhere on the page: what is typed, ticked and chosen."""
    made = Form(element.get("action") or page.path, element)
    elsewhere = page.all(form=element.get("id", "")) if element.get("id") else []
    for one in (*element.iter(), *elsewhere):
        name = one.get("name")
        if name and one.tag in FIELDS:
            read_field(made, one, name)
    return made


def read_field(form: Form, one: Element, name: str) -> None:
    """Read one field into a form."""
    kind, value = one.get("type", "text"), one.get("value", "")
    known = form.offered.setdefault(name, [])
    if one.tag == "select":
        options = list(one.iter("option"))
        known += [option.get("value", text_of(option)) for option in options]
        chosen = [option for option in options if "selected" in option.attrib] or options[:1]
        form.values[name] = chosen[0].get("value", text_of(chosen[0])) if chosen else ""
    elif one.tag == "textarea":
        form.values[name] = "".join(one.itertext()).removeprefix("\n")
    elif one.tag == "button":
        known.append(value)
    elif kind in {"radio", "checkbox"}:
        known.append(value or "on")
        if "checked" in one.attrib:
            before = form.values.get(name, [])
            ticked = [*(before if isinstance(before, list) else [before]), value or "on"]
            form.values[name] = ticked if kind == "checkbox" else value
    else:
        form.values[name] = value


@dataclass(frozen=True, slots=True)
class Page:
    """What came back."""

    status: int
    path: str
    kind: str
    body: bytes
    root: Element

    @property
    def text(self) -> str:
        """Everything that is read."""
        return text_of(self.root)

    @property
    def heading(self) -> str:
        """The heading of the first level."""
        return next((text_of(one) for one in self.root.iter("h1")), "")

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Elements with these attributes; `css` is a class among theirs."""
        css = attributes.pop("css", "")
        return [
            one
            for one in self.root.iter(tag or None)
            if (not css or css in one.get("class", "").split())
            and all(one.get(name.replace("_", "-")) == value for name, value in attributes.items())
        ]

    def link(self, containing: str) -> str:
        """The first address on the page with this in it. Raises Broken."""
        for one in self.root.iter("a"):
            if containing in one.get("href", ""):
                return one.get("href", "")
        raise Broken(f"{self.path} has no link to {containing}")

    def form(self, ending: str = "", holding: str = "") -> Form:
        """The form whose action ends so and that has this field. Raises Broken."""
        for element in self.root.iter("form"):
            found = form_of(element, self)
            is_here = found.action.partition("?")[0].endswith(ending)
            if (
                element.get("method") == "post"
                and is_here
                and (holding or "") in {"", *found.offered}
            ):
                return found
        raise Broken(f"{self.path} has no form {ending} {holding}".rstrip())

    def row(self, title: str, tag: str = "tr") -> Element:
        """The row, or list entry, that names something. Raises Broken."""
        for one in self.root.iter(tag):
            if title in text_of(one):
                return one
        raise Broken(f"{self.path} does not show “{title}”")
