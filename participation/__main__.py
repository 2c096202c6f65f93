"""`python -m participation`."""

import sys

from participation.cli import main

if __name__ == "__main__":
    sys.exit(main())
