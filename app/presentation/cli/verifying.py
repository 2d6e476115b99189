"""`jobwise verify`: every claim of a document against the facts it cites."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.domain.errors import ValidationError
from app.domain.text.grounding import Checked, CheckedField, report_to_plain, verify_content
from app.domain.text.plain import career_from_plain, content_from_plain
from app.domain.text.skills import lexicon
from app.presentation.cli import output
from app.presentation.cli.reading import read_bytes


def verify(document: Path, profile: Path, *, as_json: bool) -> int:
    """Verify the document; return 0 when nothing is ungrounded, else 3."""
    with output.domain_errors(as_json=as_json):
        content = content_from_plain(_load(document))
        career = career_from_plain(_load(profile))
        report = verify_content(content, career, lexicon(), today=datetime.now(UTC).date())
    if as_json:
        output.print_json(report_to_plain(report))
    else:
        entries: list[Checked | CheckedField] = [*report.sentences, *report.fields]
        for entry in entries:
            if entry.verdict != "grounded":
                text = entry.text if isinstance(entry, Checked) else ""
                output.out.print(f"{entry.verdict:10} {entry.path}  {text}", markup=False)
                for reason in entry.reasons:
                    output.out.print(f"           {reason.kind}: {reason.message}", markup=False)
        output.out.print(f"{report.grounded} grounded, {report.ungrounded} ungrounded, {report.unchecked} unchecked")
    return output.NEEDS_REVIEW if report.ungrounded else 0


def _load(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(read_bytes(str(path)).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValidationError(f"{path} is not valid JSON") from error
    if not isinstance(value, dict):
        raise ValidationError(f"{path} is not a JSON object")
    return value
