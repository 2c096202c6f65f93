"""The director downloads the syntheses; each file is read back."""

import io
from pathlib import Path

import pikepdf

from participation.cli.checking.play import DESK, SEASON_DESK, Play, Step, need

FILES = {"synthesis-fr.pdf": SEASON_DESK, "check-fr.pdf": DESK}
"""File in the data folder -> the campaign that it is about."""


def download(play: Play, name: str) -> str:
    """Download one synthesis into the data folder."""
    desk = FILES[name]
    page = play.manager.open(play.manager.open(desk).link("/synthesis"))
    found = play.manager.open(page.link("/synthesis.pdf"))
    need(found.kind == "application/pdf", f"{found.path} is {found.kind}")
    said = read_back(found.body)
    Path(play.folder, name).write_bytes(found.body)
    return f"{name}: {said}"


def read_back(document: bytes) -> str:
    """What the file says of itself: pages, language, tags, and that it is made for everybody."""
    need(document.startswith(b"%PDF-"), "the file is no PDF")
    with pikepdf.open(io.BytesIO(document)) as pdf:
        root = pdf.Root
        need("/MarkInfo" in root and bool(root.MarkInfo.get("/Marked")), "the PDF is not tagged")
        need("/StructTreeRoot" in root, "the PDF has no structure")
        need(str(root.get("/Lang", "")).startswith("fr"), "the PDF does not say its language")
        with pdf.open_metadata() as about:
            need(about.get("pdfuaid:part") == "1", "the PDF is not PDF/UA-1")
        need(len(pdf.pages) >= 1, "the PDF has no page")
        return f"{len(pdf.pages)} pages"


def download_season(play: Play) -> str:
    """The finished season."""
    return download(play, "synthesis-fr.pdf")


def download_today(play: Play) -> str:
    """The campaign that was just played."""
    return download(play, "check-fr.pdf")


STEPS = (
    Step("the synthesis of the finished campaign is written and read back", download_season),
    Step("the synthesis of the campaign just played is written and read back", download_today),
)
