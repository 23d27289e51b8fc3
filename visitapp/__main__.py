"""Starts the program: `python -m visitapp`."""

import sys


def main() -> int:
    """Run the command line; the exit code."""
    from visitapp.app.commands import run  # noqa: PLC0415  # nothing is loaded before the words are known

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
