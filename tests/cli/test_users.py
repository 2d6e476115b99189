"""`jobwise user`, run in this process on an embedded installation."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app.__main__ import door
from app.presentation.cli.commands import make_cli
from app.presentation.cli.users import made_up_password

ZOE = "zoe@example.org"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BCRYPT_ROUNDS", "4")


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(make_cli(door()), ["user", *map(str, arguments)], input=stdin)


def plain(*arguments: object, stdin: str | None = None, code: int = 0) -> Any:
    result = run(*arguments, "--json", stdin=stdin)
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def test_an_account_lives_from_its_making_to_its_end(tmp_path: Path) -> None:
    made = plain("create", ZOE, "--username", "zoe", "--full-name", "Zoë", "--tier", "premium", "--verified")
    assert (made["email"], made["full_name"], made["subscription_tier"]) == (ZOE, "Zoë", "premium")
    assert (made["is_verified"], len(made["password"])) == (True, 20)
    assert plain("set-tier", "zoe", "enterprise")["subscription_tier"] == "enterprise"
    written = plain("export", made["id"], "--out", tmp_path / "new" / "zoe.zip")
    assert written["size_bytes"] == Path(written["path"]).stat().st_size
    with zipfile.ZipFile(written["path"]) as archive:
        data = json.loads(archive.read("data.json"))
    assert [user["email"] for user in data["users"]] == [ZOE]
    assert [entry["action"] for entry in data["audit_logs"]] == [
        "created_by_operator",
        "tier_set_to_enterprise",
        "account_exported",
    ]
    assert plain("delete", ZOE, "--yes") == {"deleted": made["id"]}
    assert plain("export", ZOE, code=1)["error"]["code"] == "resource_not_found"


def test_people_are_told_in_words() -> None:
    made = run("create", ZOE)
    assert made.exit_code == 0
    assert "shown only now" in made.stdout
    assert run("set-tier", ZOE, "premium").stdout == f"{ZOE} is premium now.\n"
    assert "is deleted" in run("delete", ZOE, "--yes").stdout


def test_a_password_of_standard_input_is_never_shown() -> None:
    made = run("create", ZOE, "--password-stdin", stdin="Correct-Horse-9\n")
    assert made.exit_code == 0
    assert "Correct-Horse-9" not in made.output
    assert "password" not in plain("set-tier", ZOE, "free")


def test_what_cannot_be_done_ends_with_one() -> None:
    weak = plain("create", ZOE, "--password-stdin", stdin="weak\n", code=1)
    assert weak["error"]["details"]["fields"][0]["field"] == "password"
    plain("create", ZOE)
    assert plain("create", ZOE, code=1)["error"]["code"] == "email_taken"
    told = run("set-tier", "nobody", "premium")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "No account is called nobody" in told.stderr


@pytest.mark.parametrize("arguments", [["set-tier", ZOE, "gold"], ["create"], ["delete", ZOE], ["grade", ZOE]])
def test_wrong_usage_ends_with_two(arguments: list[str]) -> None:
    plain("create", ZOE)
    assert run(*arguments).exit_code == 2
    assert plain("set-tier", ZOE, "free")["email"] == ZOE


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    plain("create", ZOE)
    (tmp_path / "file").write_text("x")
    told = run("export", ZOE, "--out", tmp_path / "file" / "zoe.zip")
    assert told.exit_code == 1
    assert "could not be written" in told.stderr


def test_a_password_that_is_made_up_passes_the_rules() -> None:
    made = {made_up_password() for _ in range(50)}
    assert len(made) == 50
    assert all(any(map(kind, one)) for one in made for kind in (str.isupper, str.islower, str.isdigit))
