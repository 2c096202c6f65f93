"""`participation tally`: count ballots that are written in a file, without a database."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TextIO

from participation.voting.ballot import BallotRefused, Reason
from participation.voting.request import Answer, MalformedRequest, read_json, tally

DONE, REFUSED, MALFORMED = 0, 1, 2

SHAPES = """\
Exits 0 when it counted, 1 when a ballot is against the rules, 2 when the request is malformed.

Requests:
  {"method": "approval", "proposals": ["A", "B"], "ballots": [["A"], ["A", "B"], []]}
  {"method": "dots", "proposals": ["A", "B"], "dots": 5, "cap": 3, "ballots": [{"A": 3, "B": 2}]}
  {"method": "colours", "grades": ["poor", "fair", "good"], "profiles": {"A": [0, 2, 5]}}
  {"method": "colours", "grades": ["poor", "fair", "good"], "missing": "pass",
   "ballots": [{"A": "good", "B": "poor"}, {"A": "fair"}]}
  {"method": "budget", "envelope": 600, "costs": {"A": 250, "B": 400}, "ballots": [["A"], []]}

Grades go from worst to best. "missing" is "pass" or "worst". A blank ballot is [] or {}.
"""

SENTENCES: dict[Reason, str] = {
    Reason.UNREADABLE: "it is not written as the method asks",
    Reason.UNKNOWN_PROPOSAL: "it names {proposal}, which was not put to the vote",
    Reason.NAMED_TWICE: "it names {proposal} twice",
    Reason.NOT_WHOLE: "what it gives {proposal} is not a whole number",
    Reason.NEGATIVE: "what it gives {proposal} is less than nothing",
    Reason.OVER_THE_CAP: "it gives {proposal} more dots than one proposal may receive",
    Reason.TOO_MANY_DOTS: "it holds more dots than one person has",
    Reason.UNKNOWN_GRADE: "the grade it gives {proposal} is not one of the grades",
    Reason.WRONG_LENGTH: "it does not hold one count for each grade",
}


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the console script."""
    parser = subparsers.add_parser(
        "tally",
        help="count ballots",
        description="Count the ballots of one JSON object and write the result as one JSON object.",
        epilog=SHAPES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", help='a JSON file; "-" for standard input')
    parser.set_defaults(handler=handle)


def handle(arguments: argparse.Namespace) -> int:
    """Run the command on the streams of this process."""
    return run(arguments.file, sys.stdin.buffer, sys.stdout, sys.stderr)


def run(path: str, stdin: BinaryIO, stdout: TextIO, stderr: TextIO) -> int:
    """Count the request in a file, or in standard input for "-"; answer with the exit code."""
    try:
        text = written(tally(read_json(_read(path, stdin))), stdout.encoding)
    except BallotRefused as refusal:
        print(printable(sentence(refusal)), file=stderr)
        return REFUSED
    except MalformedRequest as error:
        print(printable(str(error)), file=stderr)
        return MALFORMED
    print(text, file=stdout)
    return DONE


def _read(path: str, stdin: BinaryIO) -> str:
    read: Callable[[], bytes] = stdin.read if path == "-" else Path(path).read_bytes
    try:
        return read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedRequest("The request is not text in UTF-8.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is not the name of a file"
        raise MalformedRequest(f"{path} cannot be read: {reason}.") from error


def written(answer: Answer, encoding: str | None) -> str:
    """The answer as JSON; letters that the output cannot show are escaped.

    Raises MalformedRequest when a sum is too long to be written.
    """
    try:
        text = json.dumps(answer, ensure_ascii=False, indent=2)
    except ValueError as error:
        raise MalformedRequest("A number in the result is too long to be written.") from error
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(answer, indent=2)
    return text


def sentence(refusal: BallotRefused) -> str:
    """One sentence: which ballot or profile, and what is against the rules."""
    at = refusal.position
    what = f"Ballot {at}" if isinstance(at, int) else f"The profile of {json.dumps(at)}"
    proposal = json.dumps(refusal.proposal, ensure_ascii=False)
    reason = SENTENCES[refusal.reason].format(proposal=proposal)
    return f"{what} is refused: {reason}. Nothing was counted."


def printable(text: str) -> str:
    """The sentence on one line, in letters that every terminal can show."""
    return " ".join(text.encode("utf-8", "backslashreplace").decode("utf-8").split())
