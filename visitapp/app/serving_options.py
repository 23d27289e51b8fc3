"""What may be said to `visitapp serve`; loads nothing of the server."""

import argparse

_OPTIONS = {
    "host": "the address to listen on (127.0.0.1)",
    "port": "the port to listen on (8765; 0 takes a free one)",
    "data": "the folder of the database and the key (visitapp-server)",
    "database-url": "a PostgreSQL database instead of the embedded one: postgresql://user:password@host/name",
    "key-file": "a file with the server's key, 64 hexadecimal digits (server.key in the data folder)",
    "setup-code-file": "a file with the code that sets the organisation up, once (else one is printed)",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve`. All of them, and the limits, may also stand in the environment."""
    parser.epilog = (
        "Each may also be given as VISITAPP_SERVER_<NAME>, for example VISITAPP_SERVER_PORT; the key itself as "
        "VISITAPP_SERVER_KEY and the set-up code as VISITAPP_SERVER_SETUP_CODE."
    )
    for name, meaning in _OPTIONS.items():
        parser.add_argument(f"--{name}", dest=f"server_{name.replace('-', '_')}", metavar="X", help=meaning)


def given(options: argparse.Namespace) -> dict[str, str | None]:
    """Setting to text, None where nothing was said."""
    names = [name.replace("-", "_") for name in _OPTIONS]
    return {name: getattr(options, f"server_{name}", None) for name in names}
