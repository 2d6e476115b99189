import re
from pathlib import Path

from app.domain.text.match import formula
from app.domain.text.match.score import match_career, total
from app.domain.text.skills import lexicon
from tests.domain.text.match.builders import TODAY, keyword, make_career, make_posting

DOCUMENT = (Path(__file__).parents[4] / "docs" / "scoring.md").read_text(encoding="utf-8")


def test_the_document_names_the_version_and_the_numbers_of_the_formula() -> None:
    stated = re.findall(r"`([A-Z][A-Z_]+)` (\d+(?:\.\d+)?)", DOCUMENT)
    assert len(stated) >= 30
    assert {name: float(number) for name, number in stated} == {
        name: float(getattr(formula, name)) for name, _ in stated
    }
    assert f"`{formula.VERSION}`" in DOCUMENT
    for least, band in formula.BANDS[:-1]:
        assert f"`{band}` from {least}" in DOCUMENT.replace("\n", " ")


def test_the_worked_example_is_what_the_code_computes() -> None:
    names = ("FastAPI", "Kafka", "Python", "Docker", "Kubernetes")
    posting = make_posting(*map(keyword, names), keyword("Terraform", required=False))
    report = match_career(make_career(), posting, lexicon(), today=TODAY)
    for part in report.parts:
        assert f"| `{part.name}` | {part.score:.1f} of {part.maximum:.1f} |" in DOCUMENT
    assert f"The sum is {total(report)}, the score {report.score}, the ceiling {report.ceiling}." in DOCUMENT
    assert f"Kubernetes and Docker\nin use, {report.changes[0].gain} points" in DOCUMENT
