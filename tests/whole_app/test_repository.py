"""The house rules that concern the repository as a whole."""

import configparser
import os
import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from participation.settings import KNOWN

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    *(".ci", ".djlintrc", ".editorconfig", ".gitattributes", ".gitignore"),
    *(".git-blame-ignore-revs", ".pre-commit-config.yaml", ".ruff.toml"),
    *("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "MANIFEST.in", "README.md"),
    *("SECURITY.md", "benchmarks", "decisions", "docs", "participation", "pyproject.toml"),
    *("requirements-dev.lock", "requirements.lock", "run", "setup.cfg", "templates", "tests"),
    *("translations", "wsgi.py"),
}
# Written in pieces, so that this file does not hold what it forbids.
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npm" + "js.", "deb.debian" + ".org"]
PLACES = [re.compile(rf"(?<![\w.}}])/{name}/\w") for name in ("work", "root", "home", "mnt")]
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + r"ME)\b")
BASHISMS = [r"\[\[", r"^\s*local ", r"^\s*function ", r"<<<", r"\bsource ", r" == ", r"\$'"]


def files() -> Iterator[Path]:
    """Every file of the repository, with or without git."""
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder)
        folders[:] = [name for name in folders if not is_ignored(here / name)]
        yield from (here / name for name in names if not is_ignored(here / name))


def is_ignored(path: Path) -> bool:
    """Whether a path stands in the folder without belonging to the repository."""
    if path.name == ".git":
        return True
    place = f"/{path.relative_to(ROOT)}"
    patterns = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()]
    return any(
        place == pattern if pattern.startswith("/") else fnmatch(path.name, pattern)
        for pattern in patterns
    )


def texts() -> Iterator[tuple[str, str]]:
    """The path and text of every file that is text and ours."""
    for path in files():
        content = path.read_bytes()
        if "vendor" not in path.parts and b"\0" not in content[:2000]:
            yield str(path.relative_to(ROOT)), content.decode("utf-8")


def test_every_name_at_the_top_is_known() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in files()}
    assert found - TOP_LEVEL == set()


def test_no_file_names_a_registry_or_a_place_on_a_machine() -> None:
    found = [
        (path, line)
        for path, text in texts()
        for line in text.splitlines()
        if any(host in line for host in REGISTRIES) or any(p.search(line) for p in PLACES)
    ]
    assert found == []


def test_nothing_is_left_unfinished() -> None:
    assert [path for path, text in texts() if UNFINISHED.search(text)] == []


def test_text_files_end_with_one_line_end_and_no_trailing_space() -> None:
    untidy = [
        path
        for path, text in texts()
        if not path.endswith((".md", ".svg", ".csv", ".txt"))
        and text
        and (not text.endswith("\n") or re.search(r"[ \t\r]$", text, re.MULTILINE))
    ]
    assert untidy == []


def test_the_licence_is_whole() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert licence.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE")
    sections = [int(found) for found in re.findall(r"^  (\d+)\. [A-Z]", licence, re.MULTILINE)]
    assert sections == list(range(18))
    assert "END OF TERMS AND CONDITIONS" in licence
    assert len(licence.split()) == 5535


def test_every_setting_is_documented() -> None:
    pages = (ROOT / "docs").rglob("*.md")
    words = "\n".join(page.read_text("utf-8") for page in pages)
    assert [setting.name for setting in KNOWN if setting.name not in words] == []


def test_run_alone_lists_every_verb() -> None:
    said = subprocess.run([ROOT / "run"], capture_output=True, text=True, check=True).stdout
    verbs = re.findall(r"^([a-z]+)\)$", (ROOT / "run").read_text("utf-8"), re.MULTILINE)
    assert {"demo", "test", "setup", "serve", "participation", "check", "prove"} <= set(verbs)
    assert re.findall(r"^  ([a-z]+) ", said, re.MULTILINE) == verbs


def test_run_refuses_an_unknown_verb() -> None:
    done = subprocess.run([ROOT / "run", "dance"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "There is no verb dance." in done.stderr


def test_run_is_a_posix_shell_script() -> None:
    assert subprocess.run(["sh", "-n", ROOT / "run"], check=False).returncode == 0
    script = (ROOT / "run").read_text("utf-8")
    assert script.startswith("#!/bin/sh\n")
    code = re.sub(r"-c '[^']*'|(^|\s)#.*", "", script)
    assert [each for each in BASHISMS if re.search(each, code, re.MULTILINE)] == []


@pytest.mark.parametrize("name", ["run", ".ci/run"])
def test_scripts_can_be_started(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)


def pins(name: str) -> dict[str, str]:
    """The version of each package in a lock file."""
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [
        each for each in lines if not re.match(r"[a-z0-9-]+==\S+ \\$|    --hash=sha256:", each)
    ] == []
    blocks = re.split(r"^(?=[a-z])", "\n".join(lines), flags=re.MULTILINE)[1:]
    assert [block for block in blocks if "--hash=" not in block] == []


def test_the_packages_for_tests_are_those_for_use_and_more() -> None:
    for_use, for_tests = pins("requirements.lock"), pins("requirements-dev.lock")
    assert for_use.items() <= for_tests.items()


def test_the_locks_hold_what_setup_cfg_asks_for() -> None:
    asked = configparser.ConfigParser()
    asked.read(ROOT / "setup.cfg")
    assert names(asked["options"]["install_requires"]) <= set(pins("requirements.lock"))
    assert names(asked["options.extras_require"]["dev"]) <= set(pins("requirements-dev.lock"))


def names(requirements: str) -> set[str]:
    """The packages of a list of requirements, written as in a lock."""
    lines = requirements.split("\n")
    return {re.split(r"[<>=\[]", line)[0].strip().lower() for line in lines if line.strip()}


def catalogues() -> list[Path]:
    """Every catalogue, in every language."""
    return sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po"))


def sentences(path: Path) -> set[object]:
    """The sentences of a catalogue or of its template."""
    with path.open("rb") as file:
        catalogue: Catalog = read_po(file)
    return {message.id for message in catalogue if message.id}


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_each_catalogue_holds_the_sentences_of_its_template(path: Path) -> None:
    assert sentences(path) == sentences(ROOT / "translations" / f"{path.stem}.pot")
