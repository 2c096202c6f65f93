"""The console script `participation`: one file a subject, each adds its commands."""

import argparse
import os
import sys
from collections.abc import Sequence

from participation import __version__
from participation.cli import demonstration, export, installation, people, report, tally
from participation.errors import BadSettings, NotFound, NotMigrated, Refused

DONE, REFUSED, MALFORMED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 done, 1 refused, 2 malformed."""
    os.umask(0o077)
    asked = parser().parse_args(arguments)
    try:
        code: int = asked.handler(asked)
    except BadSettings as error:
        return say(str(error), MALFORMED)
    except (NotMigrated, NotFound, Refused) as error:
        return say(plain(error), REFUSED)
    except KeyboardInterrupt:
        return say("Stopped.", REFUSED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    return code


def parser() -> argparse.ArgumentParser:
    """Every command with its help."""
    made = argparse.ArgumentParser(
        prog="participation", description="Everything that is done without a browser."
    )
    made.add_argument("--version", action="version", version=f"participation {__version__}")
    commands = made.add_subparsers(metavar="COMMAND", required=True)
    for subject in (demonstration, export, installation, people, report, tally):
        subject.add_to(commands)
    return made


def plain(error: Refused | NotFound | NotMigrated) -> str:
    """A refusal in one plain sentence for the person at the terminal."""
    if isinstance(error, NotMigrated):
        return "The database is not up to date: run `participation migrate` first."
    if isinstance(error, NotFound):
        return f"There is no {error}."
    said = (type(error).__doc__ or "This cannot be done.").strip().splitlines()[0]
    said = said.partition("; facts")[0].rstrip(".") + "."
    facts = ", ".join(f"{name}: {value}" for name, value in error.facts.items())
    return f"{said} ({facts})" if facts else said


def say(sentence: str, code: int) -> int:
    """One sentence on standard error."""
    print(f"participation: {sentence}", file=sys.stderr)
    return code
