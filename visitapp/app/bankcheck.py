"""`visitapp bank FILE`: whether a question bank can be used; if not, where and why. No Qt, no server, no vault."""

import sys
from argparse import Namespace
from pathlib import Path

from visitapp.app.terminal import plain
from visitapp.errors import Refused
from visitapp.questions.bank import Bank, compile_bank
from visitapp.words import Words


def run(options: Namespace, say: Words) -> int:
    """0: it can be used. 1: sentences are missing, each told. Raises BankRefused, Refused for what cannot be read."""
    path = Path(options.file)
    try:
        raw = path.read_bytes()
    except OSError:
        raise Refused("bank.not_read", file=str(path)) from None
    bank = compile_bank(raw)
    missing = _missing(bank, say)
    for question, sentence in missing:
        sys.stderr.write(plain(say("bank.no_sentence", question=question, sentence=sentence)) + "\n")
    if missing:
        return 1
    sys.stdout.write(plain(say("bank.good", n=len(bank.questions), version=bank.version)) + "\n")
    return 0


def _missing(bank: Bank, say: Words) -> list[tuple[str, str]]:
    """Each question's sentences that neither the catalogue nor its own words hold."""
    return [
        (question.id, sentence)
        for question in bank.questions.values()
        for sentence in sorted(question.sentences() - question.own.keys())
        if not say.holds(sentence)
    ]
