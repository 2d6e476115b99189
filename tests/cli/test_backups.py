"""`jobwise backup` and `jobwise restore`, run in this process on embedded installations."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app.__main__ import door
from app.presentation.cli.commands import make_cli


def run(*arguments: object) -> Result:
    return CliRunner().invoke(make_cli(door()), list(map(str, arguments)))


def plain(*arguments: object, code: int = 0) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup of an installation with one account; the commands that follow are of another, empty installation."""
    monkeypatch.setenv("BCRYPT_ROUNDS", "4")
    plain("user", "create", "zoe@example.org")
    path = tmp_path / "backups" / "first.zip"
    report = plain("backup", path)
    assert (report["path"], report["files"], report["missing"]) == (str(path), 0, [])
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "other"))
    return path


def test_an_installation_moves(archive: Path) -> None:
    checked = plain("restore", archive, "--check")
    assert plain("restore", archive) == checked
    assert plain("user", "set-tier", "zoe@example.org", "premium")["subscription_tier"] == "premium"
    assert plain("restore", archive, code=1)["error"]["code"] == "target_not_empty"


def test_people_are_told_in_words(archive: Path) -> None:
    told = run("restore", archive, "--check").stdout
    assert re.search(r"first\.zip is whole: it holds \d+ rows of \d+ tables and 0 files \(0 bytes\) as of 20", told)
    assert run("restore", archive).stdout.startswith("Restored: ")
    again = run("restore", archive)
    assert (again.exit_code, again.stdout) == (1, "")
    assert "into an empty installation only" in " ".join(again.stderr.split())


def test_what_cannot_be_done_is_said(archive: Path, tmp_path: Path) -> None:
    assert run("backup", archive).exit_code == 2
    assert plain("backup", tmp_path / "other.zip", code=1)["error"]["code"] == "not_migrated"
    gone = run("restore", tmp_path / "nowhere.zip")
    assert (gone.exit_code, "could not be read" in gone.stderr) == (1, True)
    archive.write_bytes(archive.read_bytes()[:-100])
    assert plain("restore", archive, code=1)["error"]["code"] == "backup_damaged"
    assert list(tmp_path.glob("other.zip*")) == []
