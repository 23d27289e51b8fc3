"""What goes to a terminal. A file from elsewhere may hold signs that steer one; a question mark stands for each."""

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """The text without control characters (but line ends and tabs) and without signs that turn its direction round."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)
