"""The few places of a contact whose fields do not go one to one into the item's: contacts, accounts, answers, notes."""

import re
from typing import Any

from visitapp.domain.contact import Contact, Note, Paragraph
from visitapp.domain.judgement import Answer
from visitapp.domain.marks import Account
from visitapp.exchange.forms import ABSENT
from visitapp.exchange.places import Shape
from visitapp.exchange.reading import Reading
from visitapp.exchange.tree import Fields

_NOT_ASKED = ("could_not_ask", "not_safe_to_ask", "does_not_fit", "someone_else")
_CODED = re.compile(f"({'|'.join(_NOT_ASKED)})(?:: (.*))?", re.DOTALL)


def _contact(values: dict[str, Any], node: Fields, path: str, reading: Reading) -> dict[str, Any]:
    days = (values["date"], values.get("until"))
    if any(day is not None and not day.exact for day in days):
        return {**values, "approximate": True}
    return values


def _contact_out(contact: Contact, marks: tuple[str, ...]) -> dict[str, Any]:
    exact = contact.date.exact and (contact.until is None or contact.until.exact)
    return {} if exact else {"approximate": ABSENT}


def _account(values: dict[str, Any], node: Fields, path: str, reading: Reading) -> dict[str, Any]:
    return values if "about" in values else {**values, "about": tuple(reading.marks_here)}


def _account_out(account: Account, marks: tuple[str, ...]) -> dict[str, Any]:
    return {"about": ABSENT} if account.about == marks else {}


def _answer(values: dict[str, Any], node: Fields, path: str, reading: Reading) -> dict[str, Any]:
    """`not_asked` is the reason in words, or begins with the code of how the question ended."""
    coded = _CODED.fullmatch(values.get("reason", ""))
    if coded:
        return {**values, "how": coded[1], "reason": coded[2] or ""}
    if values.get("text"):
        how = "answered"
    elif "defer_to" in values:
        how = "deferred"
    else:
        how = "could_not_ask" if values.get("reason") else "offered"
    return {**values, "how": how}


def _answer_out(answer: Answer, marks: tuple[str, ...]) -> dict[str, Any]:
    if answer.how not in _NOT_ASKED:
        return {}
    by_words_alone = answer.reason and not answer.text and answer.defer_to is None
    if answer.how == "could_not_ask" and by_words_alone and not _CODED.fullmatch(answer.reason):
        return {}
    return {"reason": f"{answer.how}: {answer.reason}" if answer.reason else answer.how}


def _note(values: dict[str, Any], node: Fields, path: str, reading: Reading) -> dict[str, Any]:
    words = values.pop("text")
    paragraphs = tuple(Paragraph(one.strip("\n")) for one in words.split("\n\n") if one.strip())
    return {**values, "paragraphs": paragraphs}


def _note_out(note: Note, marks: tuple[str, ...]) -> dict[str, Any]:
    return {"text": note.text or ABSENT}


CONTACT = Shape(_contact, _contact_out)
ACCOUNT = Shape(_account, _account_out)
ANSWER = Shape(_answer, _answer_out)
NOTE = Shape(_note, _note_out)
