"""`participation tally`: one object in, one object out, and a plain sentence when it says no."""

import argparse
import io
import json
from pathlib import Path

import pytest

from participation.cli import tally

APPROVAL = {
    "method": "approval",
    "proposals": ["A", "B"],
    "ballots": [["A"], ["A", "B"], []],
}
GRADES = ["rejected", "poor", "fair", "good", "excellent"]
DOTS = {
    "method": "dots",
    "proposals": ["A", "B"],
    "dots": 5,
    "cap": 3,
    "ballots": [{"A": 3, "B": 2}, {"B": 1}],
}


def run(request: object, encoding: str = "utf-8") -> tuple[int, str, str]:
    """Hand a request over standard input; answer with the exit code and what was printed."""
    raw = request if isinstance(request, bytes) else json.dumps(request).encode()
    sink = io.BytesIO()
    stdout = io.TextIOWrapper(sink, encoding=encoding, write_through=True)
    stderr = io.StringIO()
    code = tally.run("-", io.BytesIO(raw), stdout, stderr)
    return code, sink.getvalue().decode(encoding), stderr.getvalue()


def test_approval_is_counted() -> None:
    code, printed, complaint = run(APPROVAL)
    assert (code, complaint) == (0, "")
    assert json.loads(printed) == {
        "ranking": [["A"], ["B"]],
        "totals": {"A": 2, "B": 1},
        "ballots": 3,
        "blank": 1,
    }


def test_dots_are_counted() -> None:
    code, printed, _ = run(DOTS)
    assert code == 0
    assert json.loads(printed) == {
        "ranking": [["A", "B"]],
        "totals": {"A": 3, "B": 3},
        "ballots": 2,
        "blank": 0,
        "dots": {"given": 10, "used": 6, "unused": 4},
    }


def test_colours_are_counted_from_profiles() -> None:
    profiles = {"A": [0, 2, 5, 3, 1], "B": [1, 1, 6, 2, 1]}
    code, printed, _ = run({"method": "colours", "grades": GRADES, "profiles": profiles})
    assert code == 0
    assert json.loads(printed) == {
        "ranking": [["A"], ["B"]],
        "grades": {"A": "fair", "B": "fair"},
        "profiles": profiles,
        "unranked": [],
        "ballots": 11,
        "blank": 0,
    }


def test_colours_are_counted_from_ballots() -> None:
    ballots = [{"A": "good", "B": "poor"}, {"A": "fair"}, {}]
    code, printed, _ = run({"method": "colours", "grades": GRADES, "ballots": ballots})
    answer = json.loads(printed)
    assert code == 0
    assert (answer["ranking"], answer["unranked"]) == ([["A"]], ["B"])
    assert answer["grades"] == {"A": "fair", "B": "poor"}
    assert (answer["ballots"], answer["blank"]) == (3, 1)


BUDGET = {
    "method": "budget",
    "envelope": 600,
    "costs": {"A": 250, "B": 400},
    "ballots": [["A"], ["A", "B"]],
}


def test_a_shared_envelope_is_counted() -> None:
    code, printed, _ = run(BUDGET)
    assert code == 0
    assert json.loads(printed) == {
        "ranking": [["A"], ["B"]],
        "totals": {"A": 2, "B": 1},
        "ballots": 2,
        "blank": 0,
        "selected": ["A"],
        "left": 350,
        "tied": [],
    }


@pytest.mark.parametrize(
    "change",
    [
        {"envelope": -1},
        {"envelope": 10.5},
        {"costs": {"A": -1}},
        {"costs": []},
        {"costs": {}},
        {"envelope": 0, "costs": {"A": 10**12}},
    ],
)
def test_an_envelope_that_makes_no_sense_is_malformed(change: dict[str, object]) -> None:
    code, printed, complaint = run({**BUDGET, "ballots": [["A"]], **change})
    assert (code, printed) == (2, "")
    assert complaint.count("\n") == 1


def test_a_cost_written_twice_is_malformed() -> None:
    assert run(json.dumps(BUDGET).replace('"B": 400', '"A": 400').encode())[0] == 2


@pytest.mark.parametrize(
    "profiles", ['{"A": [1, 2]}', '{"A": [1, 1, 1, 1, -1]}', '{"A": [1,1,1,1,1], "A": []}']
)
def test_a_profile_against_the_rules_is_named(profiles: str) -> None:
    raw = f'{{"method": "colours", "grades": {json.dumps(GRADES)}, "profiles": {profiles}}}'
    code, printed, complaint = run(raw.encode())
    assert (code, printed) == (1, "")
    assert complaint.startswith('The profile of "A" is refused')


@pytest.mark.parametrize(
    "change",
    [
        {"grades": None},
        {"missing": "best"},
        {"missing": ["pass"]},
        {"profiles": []},
        {"profiles": {}, "ballots": []},
    ],
)
def test_a_malformed_request_about_colours_is_told(change: dict[str, object]) -> None:
    code, printed, complaint = run({"method": "colours", "grades": GRADES, **change})
    assert (code, printed) == (2, "")
    assert complaint.count("\n") == 1


def test_the_cap_is_all_the_dots_when_none_is_given() -> None:
    without = {name: value for name, value in DOTS.items() if name != "cap"}
    assert run({**without, "ballots": [{"A": 5}]})[0] == 0


@pytest.mark.parametrize(
    ("ballot", "words"),
    [
        ({"C": 1}, 'names "C"'),
        ({"A": 4}, "more dots than one proposal"),
        ({"A": 3, "B": 3}, "more dots than one person"),
        ({"A": 1.5}, "not a whole number"),
        ({"A": True}, "not a whole number"),
        ({"A": -1}, "less than nothing"),
        (["A"], "not written as the method asks"),
    ],
)
def test_a_ballot_against_the_rules_is_named_and_nothing_counts(ballot: object, words: str) -> None:
    code, printed, complaint = run({**DOTS, "ballots": [{}, ballot]})
    assert (code, printed) == (1, "")
    assert complaint.startswith("Ballot 2 is refused")
    assert words in complaint
    assert complaint.count("\n") == 1


def test_a_name_written_twice_in_a_ballot_is_seen() -> None:
    raw = json.dumps(DOTS).replace('{"B": 1}', '{"B": 1, "B": 2}').encode()
    code, printed, complaint = run(raw)
    assert (code, printed) == (1, "")
    assert "Ballot 2" in complaint
    assert 'names "B" twice' in complaint


@pytest.mark.parametrize(
    "request_",
    [
        b"",
        b"not JSON",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"method": ["approval"]}',
        b'{"method": "ranking"}',
        b'{"method": "approval", "method": "dots"}',
        b'{"method": "dots", "proposals": ["A"], "dots": NaN, "ballots": []}',
        b'{"method": "dots", "proposals": ["A"], "dots": 1e999, "ballots": []}',
        b'{"method": "dots", "proposals": ["A"], "dots": 0, "ballots": []}',
        b'{"method": "dots", "proposals": ["A"], "dots": true, "ballots": []}',
        b'{"method": "dots", "proposals": ["A"], "dots": 5, "cap": -1, "ballots": []}',
        b'{"method": "dots", "proposals": ["A"], "dots": ' + b"9" * 5000 + b', "ballots": []}',
        b"[" * 200_000,
        b'{"method": "approval", "ballots": []}',
        b'{"method": "approval", "proposals": [], "ballots": []}',
        b'{"method": "approval", "proposals": "AB", "ballots": []}',
        b'{"method": "approval", "proposals": ["A", "A"], "ballots": []}',
        b'{"method": "approval", "proposals": ["A", 2], "ballots": []}',
        b'{"method": "approval", "proposals": ["A"]}',
        b'{"method": "approval", "proposals": ["A"], "ballots": {}}',
    ],
)
def test_a_malformed_request_is_told_in_one_sentence(request_: bytes) -> None:
    code, printed, complaint = run(request_)
    assert (code, printed) == (2, "")
    assert complaint.endswith(".\n")
    assert complaint.count("\n") == 1
    assert "Traceback" not in complaint


@pytest.mark.parametrize("depth", [10, 300, 900, 950, 980, 990, 100_000])
def test_a_ballot_nested_too_deeply_is_told(depth: int) -> None:
    head = '{"method": "approval", "proposals": ["A"], "ballots": ['
    code, printed, complaint = run(f"{head}{'[' * depth}{']' * depth}]}}".encode())
    assert code in {1, 2}
    assert printed == ""
    assert complaint.count("\n") == 1


def test_the_shapes_shown_in_the_help_are_counted() -> None:
    text = tally.SHAPES.replace(',\n   "ballots"', ', "ballots"')
    shapes = [line for line in text.splitlines() if line.startswith("  {")]
    assert len(shapes) == 5
    assert [run(shape.encode())[0] for shape in shapes] == [0] * 5


def test_a_sum_too_long_to_be_written_is_told() -> None:
    most = "9" * 4300
    head = f'{{"method": "dots", "proposals": ["A"], "dots": {most}, "ballots": '
    ballot = f'{{"A": {most}}}'
    raw = f"{head}[{ballot}, {ballot}]}}"
    assert run(raw.encode())[0] == 2


def test_a_file_is_read_with_or_without_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "ballots.json"
    file.write_text(json.dumps(APPROVAL), encoding="utf-8-sig")
    stdout = io.StringIO()
    assert tally.run(str(file), io.BytesIO(), stdout, io.StringIO()) == 0
    assert json.loads(stdout.getvalue())["ranking"] == [["A"], ["B"]]


@pytest.mark.parametrize("name", ["", "absent.json", "nul\0l"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    stderr = io.StringIO()
    path = str(tmp_path / name) if name else str(tmp_path)
    assert tally.run(path, io.BytesIO(), io.StringIO(), stderr) == 2
    assert "cannot be read" in stderr.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
@pytest.mark.parametrize("name", ["Fête du quartier", "الحديقة", "\ud800"])
def test_every_name_can_be_written(encoding: str, name: str) -> None:
    request = {"method": "approval", "proposals": [name], "ballots": [[name]]}
    code, printed, _ = run(request, encoding)
    assert code == 0
    assert json.loads(printed)["totals"] == {name: 1}


def test_a_name_on_several_lines_keeps_the_complaint_on_one() -> None:
    complaint = run({**APPROVAL, "ballots": [["A\nB\ud800"]]})[2]
    assert complaint.count("\n") == 1


def test_the_command_sets_its_handler(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    tally.add_to(parser.add_subparsers())
    file = tmp_path / "ballots.json"
    file.write_text(json.dumps(APPROVAL), encoding="utf-8")
    arguments = parser.parse_args(["tally", str(file)])
    assert arguments.handler(arguments) == 0
    assert json.loads(capsys.readouterr().out)["ballots"] == 3
