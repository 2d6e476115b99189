"""What only a container engine or a cluster would run, checked as far as it can be without one."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.__main__ import door
from app.presentation.cli.commands import make_cli
from app.settings import Settings

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
MANIFESTS = [
    (path.name, manifest)
    for path in sorted((ROOT / "deploy" / "kubernetes").glob("*.yaml"))
    for manifest in yaml.safe_load_all(path.read_text(encoding="utf-8"))
]
PODS = [(name, one["spec"]["template"]["spec"]) for name, one in MANIFESTS if one["kind"] in ("Deployment", "Job")]
SETTINGS = {name.upper() for name in Settings.model_fields}
COMMANDS = {
    command.name or (command.callback.__name__ if command.callback else "")
    for command in make_cli(door()).registered_commands
}


def _instructions(name: str) -> list[str]:
    return re.findall(rf"^{name}\s+(.*)$", DOCKERFILE, re.MULTILINE)


def test_every_image_names_its_version() -> None:
    bases = [line.split()[0] for line in _instructions("FROM")]
    images = [one["image"] for name, one in COMPOSE["services"].items() if "build" not in one]
    assert all(re.search(r":v?\d+\.\d+", image) for image in [*bases, *images])


def test_the_image_is_built_from_files_that_are_there_and_in_the_context() -> None:
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n") if line[:1] == "!"}
    copied = [
        source.removeprefix("./")
        for line in _instructions("COPY")
        if not line.startswith("--from")
        for source in shlex.split(line)[:-1]
    ]
    assert copied
    for source in copied:
        assert (ROOT / source).exists(), source
        assert source.split("/")[0] in kept, source


def test_the_stage_that_builds_the_web_client_has_all_that_it_imports_from_outside() -> None:
    stage = DOCKERFILE.split("FROM ")[1]
    copied = re.findall(r"^COPY (\S+) \.\./", stage, re.MULTILINE)
    web = ROOT / "web"
    outside = {
        (path.parent / found).resolve().relative_to(ROOT).parts[0]
        for path in [*web.glob("src/**/*.ts"), *web.glob("src/**/*.tsx"), *web.glob("scripts/*")]
        for found in re.findall(r"""["'](\.\./[^"'?]+)""", path.read_text(encoding="utf-8"))
        if not (path.parent / found).resolve().is_relative_to(web)
    }
    assert "samples" in outside
    assert outside - {"app"} <= set(copied)


def test_the_image_does_not_run_as_root_and_tells_its_health() -> None:
    assert _instructions("USER")[-1] == "10001:10001"
    assert "/health/live" in " ".join(re.findall(r"HEALTHCHECK.*?\n?.*?CMD (.*)", DOCKERFILE))
    assert not re.search(r"(?i)(?:secret|password|key)=\S", DOCKERFILE)


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_service_of_the_compose_file_waits_for_services_that_exist(name: str) -> None:
    service = COMPOSE["services"][name]
    for other, wish in service.get("depends_on", {}).items():
        condition = wish["condition"]
        waited = COMPOSE["services"][other]
        assert condition != "service_healthy" or "test" in waited.get("healthcheck", {}), other
        assert condition != "service_completed_successfully" or waited["restart"] == "no", other
    for volume in service.get("volumes", []):
        assert volume.split(":")[0] in COMPOSE["volumes"]
    if "build" in service:
        assert service["command"][0] == "jobwise"
        assert service["command"][1] in COMMANDS
        assert set(service["environment"]) <= SETTINGS


def test_no_secret_has_a_default_in_the_compose_file() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    for name in ("JWT_SECRET_KEY", "POSTGRES_PASSWORD", "QDRANT_API_KEY", "S3_SECRET_ACCESS_KEY"):
        uses = re.findall(rf"\$\{{{name}([^}}]*)\}}", text)
        assert {use[:2] for use in uses} == {":?"}, name


@pytest.mark.parametrize(("name", "pod"), PODS)
def test_a_pod_runs_a_known_command_without_rights_it_does_not_need(name: str, pod: dict[str, Any]) -> None:
    (container,) = pod["containers"]
    assert container.get("command", ["jobwise", "serve"])[1] in COMMANDS
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["resources"]["limits"]["memory"]
    mounted = {mount["name"] for mount in container["volumeMounts"]}
    assert mounted <= {volume["name"] for volume in pod["volumes"]}


def test_the_manifests_set_what_exists_and_are_all_applied() -> None:
    listed = next(one for name, one in MANIFESTS if name == "kustomization.yaml")
    assert {*listed["resources"], "kustomization.yaml"} == {name for name, _ in MANIFESTS}
    settings = next(one for _, one in MANIFESTS if one["kind"] == "ConfigMap")["data"]
    assert set(settings) <= SETTINGS


def test_a_service_of_the_manifests_finds_its_pods() -> None:
    (service,) = (one for _, one in MANIFESTS if one["kind"] == "Service")
    labels = [one["spec"]["template"]["metadata"]["labels"] for _, one in MANIFESTS if one["kind"] == "Deployment"]
    assert [label for label in labels if service["spec"]["selector"].items() <= label.items()]
