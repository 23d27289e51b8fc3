"""Write resources/questions/bank.schema.json: the form of a question bank, for editors that check as one types."""

from pathlib import Path

from visitapp.questions.bankschema import schema

(Path(__file__).parent.parent / "resources" / "questions" / "bank.schema.json").write_bytes(schema())
