"""The import contracts hold, and each of them catches a violation that is planted for it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANTED = {
    "arrows only point down": ("app/domain/jobs.py", "import app.application.jobs"),
    "know no framework": ("app/application/jobs.py", "import sqlalchemy"),
    "Inside the domain": ("app/domain/jobs.py", "import app.domain.profiles"),
    "Inside the application": ("app/application/jobs.py", "import app.application.profiles"),
    "Adapters do not know each other": ("app/infrastructure/storage.py", "import app.infrastructure.security"),
    "Inside the database": ("app/infrastructure/database/jobs.py", "import app.infrastructure.database.profiles"),
    "Inside the API": ("app/presentation/api/jobs.py", "import app.presentation.api.profiles"),
    "command line do not know": ("app/presentation/cli/output.py", "import app.presentation.api.schemas"),
    "No cycles": ("app/domain/text/skills/entries.py", "import app.domain.text.match.score"),
}


def lint(folder: Path) -> str:
    """Return what import-linter prints for the code in `folder`."""
    command = [
        str(Path(sys.executable).parent / "lint-imports"),
        "--no-cache",
        "--config",
        str(folder / ".importlinter"),
    ]
    done = subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("contract", PLANTED)
def test_each_contract_catches_a_planted_violation(contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    name, line = PLANTED[contract]
    target = tmp_path / name
    target.write_text(target.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    broken = [row for row in lint(tmp_path).splitlines() if "BROKEN" in row]
    assert any(contract in row for row in broken), broken


@pytest.mark.slow
def test_an_adapter_that_is_new_is_held_to_the_contract_without_being_listed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    planted = tmp_path / "app" / "infrastructure" / "planted.py"
    planted.write_text("import app.infrastructure.http_guard\n", encoding="utf-8")
    assert "BROKEN" not in lint(tmp_path)
    planted.write_text("import app.infrastructure.mail\n", encoding="utf-8")
    broken = [row for row in lint(tmp_path).splitlines() if "BROKEN" in row]
    assert [("Adapters" in row) for row in broken] == [True]


def test_there_is_a_planted_violation_for_every_contract() -> None:
    names = [
        line.removeprefix("name = ")
        for line in (ROOT / ".importlinter").read_text(encoding="utf-8").splitlines()
        if line.startswith("name = ")
    ]
    assert len(names) == len(PLANTED)
    assert all(any(part in name for name in names) for part in PLANTED)
