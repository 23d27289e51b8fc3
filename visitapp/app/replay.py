"""`visitapp replay FILE [--json]`: steps through a case file and prints what would have been asked at each contact.

With --table, over any number of files: how often each question came up, was shown, and in how many families.
With --json one object a contact, one a line, as the reference page of the case file says. No Qt, no server, no vault.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import msgspec

from visitapp.app.terminal import plain
from visitapp.domain.case import Case
from visitapp.domain.organisation import Thresholds
from visitapp.exchange.casefile import read_path
from visitapp.questions.bank import Bank, compile_bank
from visitapp.questions.choosing import silence
from visitapp.questions.due import Due
from visitapp.questions.often import table
from visitapp.questions.patterns.pattern import Pattern
from visitapp.questions.replay import Step, replay
from visitapp.resources import resource
from visitapp.words import Say, Text

_WHEN = {(0, "today"): "today", (0, "settle"): "settle", (1, ""): "now", (2, ""): "rotating"}
_COLUMNS = ("question", "new", "shown", "families")
_WIDE = 16


def run(options: Namespace, say: Say) -> int:
    """The command: print to standard output. Raises FileRefused for a file that cannot be read."""
    try:
        if options.table:
            return print_table(options.files, as_json=options.json, out=sys.stdout, say=say)
        return print_steps(options.files[0], as_json=options.json, out=sys.stdout, say=say)
    except BrokenPipeError:
        # Whoever read along has stopped, as `head` does: nothing is left to say, at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def print_table(paths: Sequence[Path], *, as_json: bool, out: TextIO, say: Say) -> int:
    """How often each question came over all files; 0. Raises FileRefused for the first that cannot be read."""
    bank = _bank()
    found = table((replay(read_path(path).kept, bank, Thresholds()) for path in paths), bank)
    if as_json:
        lines = [msgspec.json.encode(row).decode() for row in found.rows]
    else:
        heads = tuple(say(f"replay.table.{name}") for name in _COLUMNS)
        rows = [(row.question, str(row.new), str(row.shown), str(row.families)) for row in found.rows]
        lines = [say("replay.table.over", families=found.families, contacts=found.contacts), ""]
        lines += ["".join(cell.ljust(_WIDE) for cell in row).rstrip() for row in (heads, *rows)]
    out.write("\n".join(lines) + "\n")
    out.flush()
    return 0


def _bank() -> Bank:
    return compile_bank(resource("questions", "bank.json").read_bytes())


def print_steps(path: Path, *, as_json: bool, out: TextIO, say: Say) -> int:
    """The replay of one case file; 0. Raises FileRefused, with every problem found, and prints nothing then."""
    for step in replay(read_path(path).kept, _bank(), Thresholds()):
        if as_json:
            out.write(msgspec.json.encode(as_object(step, say)).decode() + "\n")
        else:
            out.write(plain("\n".join(_lines(step, say))) + "\n\n")
    out.flush()
    return 0


def as_object(step: Step, say: Say) -> dict[str, object]:
    """A step in the form of the reference page."""
    return {
        "contact": step.contact.id,
        "date": str(step.contact.date),
        "questions": [_question(due, step.case, say) for due in step.dues],
        "patterns": [_pattern(one, step.case, say) for one in step.patterns],
    }


def _question(due: Due, case: Case, say: Say) -> dict[str, object]:
    return {
        "id": due.question,
        "tier": due.tier,
        "child": due.children[0] if len(due.children) == 1 else None,
        "about": list(dict.fromkeys(_in_file(one, case) for one in due.about)),
        "why": say(due.why),
        "because": list(due.because),
        "shown": due.shown,
        "carried": due.carried,
        "card": due.card,
        "rules": list(due.rules),
    }


def _pattern(pattern: Pattern, case: Case, say: Say) -> dict[str, object]:
    because = list(dict.fromkeys(_in_file(one, case) for one in pattern.because))
    return {"id": pattern.id, "why": say(pattern.why), "because": because}


def _in_file(id: str, case: Case) -> str:  # noqa: A002  # the field's word
    """The id that the file itself gives; the contact's for what has none and was called after where it stands."""
    one = case.kept_by_id.get(id)
    contact: str = getattr(one.item, "contact", "") if one is not None else ""
    return contact if contact and id.startswith(f"{contact}.") else id


def _lines(step: Step, say: Say) -> list[str]:
    kinds = ", ".join(say(f"code.contact_kind.{kind}") for kind in step.contact.kinds)
    lines = [say("replay.contact", contact=step.contact.id, date=step.contact.date, kind=kinds)]
    for card in step.cards:
        lines += ["", f"  {say(_heading(card.dues[0]))}: {say(card.wording)}"]
        lines += [f"    {say(more)}" for more in card.more]
        if card.say is not None:
            lines.append(f"    {say(card.say)}")
        lines += [line for due in card.dues for line in _why(due, say)]
    waiting = [due for due in step.dues if not due.shown]
    if waiting:
        lines += ["", f"  {say('replay.not_shown')}"]
        lines += [line for due in waiting for line in _why(due, say)]
    if step.beside or not step.dues:
        lines += [f"  {say(one)}" for one in step.beside or (silence(),)]
    if step.patterns:
        lines += ["", f"  {say('replay.patterns')}:"]
        lines += [line for one in step.patterns for line in _stands_out(one, say)]
    return lines


def _stands_out(pattern: Pattern, say: Say) -> list[str]:
    rests = say("replay.rests", records=", ".join(pattern.because)) if pattern.because else ""
    return [f"    - {pattern.id}: {say(pattern.why)}", *([f"      {rests}"] if rests else [])]


def _heading(due: Due) -> Text:
    return Text(f"replay.{_WHEN[due.tier, due.when]}")


def _why(due: Due, say: Say) -> list[str]:
    when = ", ".join([say(_heading(due)), *([say("replay.carried")] if due.carried else [])])
    said = f"    - {due.question} ({when}): {say(due.why)}"
    rests = say("replay.rests", records=", ".join(due.because)) if due.because else ""
    rules = say("replay.rules", rules=", ".join(due.rules)) if due.rules else ""
    source = say("ask.source", source=due.source) if due.source else ""
    notes = " ".join(say(note) for note in due.notes)
    return [said, "      " + " ".join(part for part in (rests, rules, source, notes) if part)]
