"""Starts the program: `python -m visitapp`."""

import sys


def main() -> int:
    """Run the command line; the exit code."""
    from visitapp.app.commands import run  # nothing is loaded before it is wanted

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
