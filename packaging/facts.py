"""Write resources/docs/question-facts.md and patterns.md: the facts that a condition may name, and the patterns."""

from pathlib import Path

from visitapp.questions import vocabulary
from visitapp.questions.patterns import found

DOCS = Path(__file__).parent.parent / "resources" / "docs"
(DOCS / "question-facts.md").write_text(vocabulary.page(), encoding="utf-8")
(DOCS / "patterns.md").write_text(found.page(), encoding="utf-8")
