"""Answers that pages of a visit ask for again and again: yes or no, and the closed lists in words."""

from typing import Any

from visitapp.domain.codes import codes
from visitapp.ui.kit.choice import Choice
from visitapp.words import Say


def yes_no(say: Say, label: str) -> Choice:
    """Yes or no; nothing chosen is not recorded."""
    return Choice(label, [("yes", say("code.truth.yes")), ("no", say("code.truth.no"))])


def value_of(code: str) -> str:
    """What a choice says for the draft: nothing chosen is unknown."""
    return code or "unknown"


def shown(code: str | None) -> str:
    """How the draft stands in a choice: unknown is nothing chosen."""
    return "" if code in (None, "unknown") else str(code)


def listed(say: Say, list_: str, closed_list: Any, *, without: tuple[str, ...] = ("unknown",)) -> list[tuple[str, str]]:
    """A closed list as options, in the words of codes.po."""
    return [(code, say(f"code.{list_}.{code}")) for code in codes(closed_list) if code not in without]
