"""The command line, run in this process on files the tests write."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app.__main__ import door
from app.presentation.cli.commands import make_cli
from tests.api.test_main_job import POSTING, RESUME

ROOT = Path(__file__).parents[2]


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """A resume and a posting."""
    resume, posting = tmp_path / "resume.txt", tmp_path / "posting.txt"
    resume.write_text(RESUME, encoding="utf-8")
    posting.write_text(POSTING, encoding="utf-8")
    return str(resume), str(posting)


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(make_cli(door()), [str(argument) for argument in arguments], input=stdin)


def output_of(*arguments: object) -> Any:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_tailoring_leaves_six_files_and_a_report_and_repeats_to_the_byte(
    files: tuple[str, str], tmp_path: Path
) -> None:
    resume, posting = files
    first = run("tailor", resume, "--job", posting, "--out", tmp_path / "one")
    assert first.exit_code == 0, first.output
    assert "traced to your own facts" in first.stdout
    run("tailor", resume, "--job", posting, "--out", tmp_path / "two", "--quiet")
    one = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    two = {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert sorted(Path(name).suffix for name in one) == [".docx", ".docx", ".json", ".pdf", ".pdf", ".txt", ".txt"]
    assert one == two


def test_tailoring_prints_one_json_value(files: tuple[str, str], tmp_path: Path) -> None:
    resume, posting = files
    report = output_of("tailor", resume, "--job", posting, "--out", tmp_path / "o", "--no-cover-letter", "--json")
    assert [document["document_type"] for document in report["documents"]] == ["resume"]
    assert report["documents"][0]["ungrounded"] == 0
    assert report["profile"]["full_name"] == "Priya Raman"


def test_a_finished_document_verifies_and_a_changed_one_needs_review(files: tuple[str, str], tmp_path: Path) -> None:
    resume, posting = files
    report = output_of("tailor", resume, "--job", posting, "--out", tmp_path / "o", "--no-cover-letter", "--json")
    profile, document = tmp_path / "profile.json", tmp_path / "document.json"
    profile.write_text(json.dumps(report["profile"]), encoding="utf-8")
    content = report["documents"][0]["content"]
    document.write_text(json.dumps(content), encoding="utf-8")
    assert run("verify", document, "--profile", profile).exit_code == 0
    document.write_text(json.dumps(content).replace("35%", "85%"), encoding="utf-8")
    told = run("verify", document, "--profile", profile)
    assert (told.exit_code, "ungrounded" in told.stdout) == (3, True)
    as_json = run("verify", document, "--profile", profile, "--json")
    assert (as_json.exit_code, json.loads(as_json.stdout)["ungrounded"]) == (3, 1)
    document.write_text("[1]", encoding="utf-8")
    assert run("verify", document, "--profile", profile).exit_code == 1


def test_analyzing_scores_and_advises(files: tuple[str, str]) -> None:
    resume, posting = files
    result = output_of("analyze", resume, "--job", posting, "--stack", "Wound care", "--json")
    assert 0 < result["match"]["score"] <= 100
    assert sum(result["ats"]["score_breakdown"].values()) == result["ats"]["ats_score"]
    assert 0 <= result["analysis"]["relevance_score"] <= 10
    told = run("analyze", resume, "--job", posting)
    assert (told.exit_code, "ATS score" in told.stdout) == (0, True)
    assert run("analyze", resume, "--job", posting, "--level", "wizard").exit_code == 2


def test_parsing_prints_or_writes_what_was_read(files: tuple[str, str], tmp_path: Path) -> None:
    resume, posting = files
    assert output_of("parse", "resume", resume)["parsed"]["full_name"] == "Priya Raman"
    assert output_of("parse", "job", posting)["title"].startswith("Ward Sister")
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Cook",'
        '"hiringOrganization": {"name": "Trattoria Uno"}, "description": "<p>We need a cook with HACCP.</p>"}'
        "</script></head><body></body></html>",
        encoding="utf-8",
    )
    out = tmp_path / "parsed"
    assert run("parse", "job", posting, page, "--out", out).exit_code == 0
    assert json.loads((out / "page.json").read_text(encoding="utf-8"))["title"] == "Cook"
    assert sorted(path.name for path in out.iterdir()) == ["page.json", "posting.json"]


def test_what_cannot_be_read_fails_and_says_why(files: tuple[str, str], tmp_path: Path) -> None:
    resume, _ = files
    missing = run("parse", "resume", tmp_path / "none.pdf", resume, "--out", tmp_path / "out", "--json")
    assert (missing.exit_code, json.loads(missing.stdout)) == (
        1,
        {"read": 1, "failed": 1, "out": str(tmp_path / "out")},
    )
    assert "There is no file" in missing.stderr
    picture = tmp_path / "cv.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    told = run("tailor", picture, "--job", resume, "--json")
    assert (told.exit_code, json.loads(told.stdout)["error"]["code"]) == (1, "unsupported_media_type")


@pytest.mark.parametrize(
    "wrong",
    [("--template", "none"), ("--engine", "magic"), ("--tone", "loud"), ("--page-size", "a0"), ("--level", "x")],
)
def test_a_choice_that_is_none_is_bad_usage(files: tuple[str, str], wrong: tuple[str, str]) -> None:
    resume, posting = files
    result = run("tailor", resume, "--job", posting, *wrong)
    assert (result.exit_code, "is one of" in result.stderr) == (2, True)


def test_the_doctor_tells_whether_scans_are_recognized(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    checks = {check["check"]: check for check in output_of("doctor", "--json")}
    assert checks["text recognition"]["status"] == "ok"
    assert "off" in checks["text recognition"]["remark"]
    monkeypatch.setenv("OCR_ENABLED", "true")
    monkeypatch.setenv("OCR_PROGRAM", str(tmp_path / "tesseract"))
    failed = run("doctor", "--json")
    missing = {check["check"]: check for check in json.loads(failed.stdout)}["text recognition"]
    assert (failed.exit_code, missing["status"]) == (1, "fail")
    assert "is not installed" in missing["remark"]


def test_the_doctor_reads_every_file_where_it_is_asked_to(tmp_path: Path) -> None:
    async def keep() -> str:
        async with door().services() as services:
            user = await services.users.create(email="zoe@example.org", password="Correct-Horse-9")
            resume = await services.resumes.upload(RESUME.encode(), filename="r.txt", job_id=None, owner_id=user.id)
            return resume.storage_key

    run("migrate")
    path = tmp_path / "data" / "files" / asyncio.run(keep())
    assert not any(line.startswith(("ok    files", "fail  files")) for line in run("doctor").stdout.splitlines())
    assert "ok    files                  1 as they were stored" in run("doctor", "--files").stdout
    path.write_bytes(b"something else")
    told = run("doctor", "--files")
    assert (told.exit_code, "0 of 1 missing, 1 damaged: damaged users/" in told.stdout) == (1, True)
    path.unlink()
    assert "1 of 1 missing, 0 damaged: missing users/" in run("doctor", "--files").stdout


def test_migrating_and_the_doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = output_of("doctor", "--json")
    assert {check["check"]: check["status"] for check in before}["migrations"] == "warn"
    assert output_of("migrate", "--json")["revision"]
    told = run("doctor")
    assert (told.exit_code, "run jobwise migrate" in told.stdout) == (0, False)
    monkeypatch.setenv("ENVIRONMENT", "production")
    refused = run("doctor")
    assert (refused.exit_code, "JWT_SECRET_KEY" in refused.stdout) == (1, True)


def test_the_demonstration_goes_through_the_whole_service(tmp_path: Path) -> None:
    result = run("demo", "--out", tmp_path / "out", "--samples", ROOT / "samples")
    assert result.exit_code == 0, result.output
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [document["status"] for document in report["documents"]] == ["completed", "completed"]
    assert all(file["readback"]["ok"] for document in report["documents"] for file in document["files"].values())
    assert run("demo", "--samples", tmp_path).exit_code == 1


def test_every_command_explains_itself_with_examples() -> None:
    for command in ("tailor", "analyze", "verify", "demo", "serve", "migrate", "doctor"):
        text = run(command, "--help").stdout
        assert text.count(f"jobwise {command}") >= 2, command
        assert "Exit codes" in text
    assert run("version").exit_code == 0
