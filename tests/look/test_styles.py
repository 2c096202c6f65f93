"""What the style sheets promise: contrast, directions, weight."""

import gzip
import re
from pathlib import Path

import pytest

from participation.settings import CHECKOUT

STATIC = CHECKOUT / "participation" / "static"
SHEETS = sorted((STATIC / "css").glob("*.css"))
BASE = (STATIC / "css" / "base.css").read_text("utf-8")
PHYSICAL = re.compile(
    r"[{;]\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height)|float|text-align:\s*(?:left|right))\b[^-]"
)
FAMILY = re.compile(r"^(bitter|vazirmatn|noto-sans(?:-(?:bengali|ethiopic|georgian))?)")
ON_PAPER = ("ink", "ink-soft", "teal-700", "terra-700", "brick-700", "blue-700")
ON_TINT = [
    ("ink", "saffron-400"),
    ("ink", "saffron-100"),
    ("ink", "sand"),
    ("ink-soft", "sand"),
    ("teal-700", "teal-100"),
    ("terra-700", "terra-100"),
    ("brick-700", "brick-100"),
    ("blue-700", "blue-100"),
    ("paper-raised", "teal-700"),
]


def size(*names: str) -> int:
    """Bytes of some files on the wire."""
    return len(gzip.compress(b"".join((STATIC / name).read_bytes() for name in names)))


def values(block: str) -> dict[str, str]:
    """The raw colours of a block of the base sheet."""
    return dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", block))


NORMAL = values(BASE.split(":root {")[1].split("\n}")[0])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blocks_of_high_contrast() -> list[dict[str, str]]:
    """The list behind the attribute, and the one that a device asks for."""
    chosen = BASE.split('\n[data-contrast="high"] {')[1].split("}")[0]
    asked = BASE.split(':root:not([data-contrast="normal"]) {')[1].split("}")[0]
    return [values(chosen), values(asked)]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_directions_are_logical(sheet: Path) -> None:
    plain = re.sub(r"/\*.*?\*/|@media \([^)]*\)", "", sheet.read_text("utf-8"), flags=re.S)
    assert PHYSICAL.findall(plain) == []


@pytest.mark.parametrize("colour", ON_PAPER)
def test_text_is_readable_on_paper(colour: str) -> None:
    assert contrast(NORMAL[colour], NORMAL["paper"]) >= 7.0


@pytest.mark.parametrize(("text", "ground"), ON_TINT)
def test_text_is_readable_on_tints(text: str, ground: str) -> None:
    assert contrast(NORMAL[text], NORMAL[ground]) >= 7.0


def test_both_ways_to_more_contrast_agree() -> None:
    chosen, asked = blocks_of_high_contrast()
    assert chosen == asked
    assert chosen["ink"] == "#000000"


def test_a_resident_page_is_light() -> None:
    assert size("css/base.css", "css/resident.css") < 12_000
    assert size("pictograms/sprite.svg") < 11_000


def test_every_length_has_a_class() -> None:
    bars = (STATIC / "css" / "bars.css").read_text("utf-8")
    assert all(f".bar-{n} {{ inline-size: {n}%; }}" in bars for n in range(101))


def test_every_font_is_used_and_licensed() -> None:
    files = {path.name for path in (STATIC / "fonts").glob("*.woff2")}
    assert set(re.findall(r"fonts/([\w-]+\.woff2)", BASE)) == files
    families = {found for name in files for found in FAMILY.findall(name)}
    licences = {path.stem for path in (STATIC / "fonts").glob("LICENSE-*.txt")}
    assert {f"LICENSE-{family}" for family in families} == licences


def test_every_macro_is_documented() -> None:
    page = (CHECKOUT / "docs" / "components.md").read_text("utf-8")
    macros = {
        name
        for path in (CHECKOUT / "templates" / "components").glob("*.html")
        for name in re.findall(r"macro ([a-z]\w*)\(", path.read_text("utf-8"))
    }
    assert {name for name in macros if not re.search(rf"\b{name}\b", page)} == set()
