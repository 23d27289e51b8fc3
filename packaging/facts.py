"""Write resources/docs/question-facts.md: every fact that a question's condition may name."""

from pathlib import Path

from visitapp.questions.vocabulary import page

(Path(__file__).parent.parent / "resources" / "docs" / "question-facts.md").write_text(page(), encoding="utf-8")
