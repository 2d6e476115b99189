"""`jobwise tailor` and `jobwise analyze`."""

from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from app.application.quick import Tailored, TailoredDocument, with_stable_ids
from app.application.services import Services
from app.domain.errors import ValidationError
from app.domain.generations import GenerationOptions
from app.domain.resumes import ResumeHasNoTextError
from app.domain.text.ats.report import CandidateLevel
from app.domain.text.career import Career
from app.domain.text.document import DocumentType, sentences
from app.domain.text.match.report import MatchReport
from app.domain.text.render.templates import TEMPLATES
from app.presentation.cli import output
from app.presentation.cli.door import Door
from app.presentation.cli.reading import read_bytes, read_posting

_CHOICES = {
    "template": tuple(template.id for template in TEMPLATES),
    "engine": ("builtin", "llm"),
    "level": (None, "fresher", "experienced"),
    "tone": ("professional", "warm", "direct"),
    "page_size": ("a4", "letter"),
    "language": (None, "en", "de", "fr", "es"),
}


def checked_options(
    *, template: str, engine: str, level: str | None, tone: str, language: str | None, page_size: str
) -> GenerationOptions:
    """Return the options; end with exit code 2 and the choices where one is none of them."""
    given = {
        "template": template,
        "engine": engine,
        "level": level,
        "tone": tone,
        "language": language,
        "page_size": page_size,
    }
    for name, value in given.items():
        if value not in _CHOICES[name]:
            known = ", ".join(choice for choice in _CHOICES[name] if choice)
            output.fail(f"--{name.replace('_', '-')} is one of {known}", output.BAD_USAGE)
    given["candidate_level"] = given.pop("level")
    return GenerationOptions(**cast("dict[str, Any]", given))


async def tailor(
    door: Door,
    resume: str,
    job: str,
    *,
    out: Path,
    options: GenerationOptions,
    cover_letter: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Run the main job; return the exit code."""
    kinds: tuple[DocumentType, ...] = ("resume", "cover_letter") if cover_letter else ("resume",)
    with output.domain_errors(as_json=as_json), output.Steps(4 + 3 * len(kinds), quiet=quiet or as_json) as steps:
        async with door.services() as services:
            steps("Reading the resume")
            career = await _career(services, resume)
            steps("Reading the posting")
            posting = await read_posting(services, job)
            done = await services.quick.tailor(career, posting, options, document_types=kinds, progress=steps)
    out.mkdir(parents=True, exist_ok=True)
    for document in done.documents:
        for name, file in document.files.items():
            (out / name).write_bytes(file.data)
    report = _report(done, career, posting.title, posting.company)
    (out / "report.json").write_text(output.to_json(report), encoding="utf-8")
    if as_json:
        output.print_json(report)
    else:
        print_report(done.compiled.report, posting.title, posting.company)
        _print_files(out, done.documents)
    return output.NEEDS_REVIEW if done.needs_review else 0


async def analyze(door: Door, resume: str, job: str, *, level: str, stack: str, as_json: bool) -> int:
    """Score a resume against a posting; return the exit code."""
    if level not in ("fresher", "experienced"):
        output.fail("--level is one of fresher, experienced", output.BAD_USAGE)
    with output.domain_errors(as_json=as_json):
        async with door.services() as services:
            career = await _career(services, resume)
            posting = await read_posting(services, job)
            wanted = tuple(part.strip() for part in stack.split(",") if part.strip())
            match, ats, quick = await services.quick.analyze(
                career, posting, candidate_level=cast("CandidateLevel", level), target_stack=wanted
            )
    if as_json:
        output.print_json({"match": asdict(match), "ats": asdict(ats), "analysis": asdict(quick)})
        return 0
    print_report(match, posting.title, posting.company)
    output.out.print(f"\nATS score {ats.ats_score} of 100, relevance {quick.relevance_score} of 10")
    for name, points in asdict(ats.score_breakdown).items():
        output.out.print(f"  {name.replace('_', ' '):18} {points:>3} of 25")
    for line in quick.recommended_improvements:
        output.out.print(f"  • {line}", markup=False)
    return 0


def print_report(report: MatchReport, title: str | None, company: str | None) -> None:
    """Print the match: score, parts, keywords and what would change it."""
    target = " at ".join(part for part in (title, company) if part) or "this posting"
    output.out.print(f"[bold]{report.score} of 100[/] ({report.band}) for ", end="")
    output.out.print(target, markup=False)
    for part in report.parts:
        output.out.print(
            f"  {part.name.replace('_', ' '):22} {part.score:>5.1f} of {part.maximum:<5g} {part.explanation}",
            markup=False,
        )
    _print_list("shown", report.matched_keywords)
    _print_list("missing", report.missing_keywords)
    if report.changes:
        output.out.print("What would change it:")
        for change in report.changes[:5]:
            output.out.print(f"  +{change.gain:.1f}  {change.action}", markup=False)


def _print_list(label: str, names: tuple[str, ...]) -> None:
    if names:
        output.out.print(f"  {label + ':':9}{', '.join(names)}", markup=False)


def _print_files(out: Path, documents: list[TailoredDocument]) -> None:
    output.out.print("")
    for document in documents:
        checked = document.validated
        total = checked.grounded + checked.ungrounded + checked.unchecked
        kind = document.document_type.replace("_", " ")
        output.out.print(f"{kind}: {checked.grounded} of {total} sentences traced to your own facts", end="")
        output.out.print(f", {checked.ungrounded} to review" if checked.ungrounded else "")
        for name, file in document.files.items():
            state = "reads back" if file.readback.ok else "; ".join(file.readback.problems[:3])
            pages = f"{file.page_count} p., " if file.page_count else ""
            output.out.print(f"  {out / name}  ({pages}{state})", markup=False)
        for reason in document.refused:
            output.out.print(f"  {reason}", markup=False)
    output.out.print(f"\nNext: read them, then keep {out / 'report.json'} to see where each sentence comes from.")


async def _career(services: Services, source: str) -> Career:
    data = read_bytes(source)
    read = await services.resumes.read(data, filename=source)
    if read.status != "parsed":
        raise ResumeHasNoTextError("This resume is a scan; save one with real text (PDF, DOCX or TXT)")
    career = with_stable_ids(read.parsed.career, data)
    if not (career.experiences or career.education or career.projects or career.skills):
        raise ValidationError("Nothing of a resume was found in this file", source=source)
    return career


def _report(done: Tailored, career: Career, title: str | None, company: str | None) -> dict[str, Any]:
    return {
        "job": {"title": title, "company": company},
        "match": asdict(done.compiled.report),
        "needs_review": done.needs_review,
        "profile": asdict(career),
        "documents": [
            {
                "document_type": document.document_type,
                "grounded": document.validated.grounded,
                "ungrounded": document.validated.ungrounded,
                "unchecked": document.validated.unchecked,
                "ats": asdict(document.validated.ats),
                "content": asdict(document.validated.content),
                "sentences": len(sentences(document.validated.content)),
                "refused": document.refused,
                "files": {
                    name: {
                        "size_bytes": len(file.data),
                        "page_count": file.page_count,
                        "readback": asdict(file.readback),
                        "notes": list(file.notes),
                    }
                    for name, file in document.files.items()
                },
            }
            for document in done.documents
        ],
    }
