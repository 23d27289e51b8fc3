"""The question bank's format as a JSON Schema, made from the very types that read it, so that both say the same.

What a schema cannot say (that conditions type-check, that ids stand once) `visitapp bank FILE` checks.
"""

import msgspec

from visitapp.questions import bankfile
from visitapp.questions.bankfile import FORMAT, BankFile


def schema() -> bytes:
    """The schema, JSON in UTF-8."""
    made = msgspec.json.schema(BankFile)
    made["$defs"]["BankFile"]["properties"]["format"] = {"const": FORMAT}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "VisitApp question bank",
        "description": bankfile.__doc__,
        **made,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"
