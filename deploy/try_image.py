#!/usr/bin/env python3
"""Try the Dockerfile where there is no container engine: every instruction as shell, then the image's own command.

    sudo python deploy/try_image.py FOLDER

Each stage gets folders of its own below FOLDER, mounted over `/srv`, `/opt` and `/data` in a mount namespace of its
own, so that a stage sees nothing that was not copied into it. All else (the system, Python, Node.js) is this machine's.
What only an image has is left out: accounts, labels and limits. Exit code 0: the image was built, its command answered
the health check, and ended when it was told to.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOUNTED = ("/srv", "/opt", "/data")
IGNORED = shutil.ignore_patterns("node_modules", "__pycache__")
ACCOUNTS = ("groupadd", "useradd", "chown")


def tell(line: str) -> None:
    """Say what goes on."""
    print(line, flush=True)  # noqa: T201 - a command


class Stage:
    """The files and the environment of one stage."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cwd = "/"
        # This machine's way out stands in for the builder's: proxies, certificates, mirrors.
        self.env = dict(os.environ)  # noqa: TID251 - no setting of JobWise
        for mounted in MOUNTED:
            self.on_disk(mounted).mkdir(parents=True)

    def on_disk(self, path: str) -> Path:
        """Return where a path of the stage is on this machine."""
        return self.folder / os.path.normpath(Path(self.cwd, path)).lstrip("/")

    def start(self, command: str) -> subprocess.Popen[bytes]:
        """Start a command inside of the stage."""
        mounts = [f"mount --bind {shlex.quote(str(self.on_disk(one)))} {one}" for one in MOUNTED]
        script = " && ".join([*mounts, f"cd {shlex.quote(self.cwd)}", command])
        return subprocess.Popen(["unshare", "--mount", "sh", "-c", script], env=self.env)  # noqa: S603, S607

    def run(self, command: str) -> None:
        """Run a command to its end; a failure ends everything."""
        if self.start(command).wait() != 0:
            sys.exit(f"failed: {command}")

    def copy(self, source: Path, target: Path) -> None:
        """Copy a file, or what is in a folder."""
        if source.is_dir():
            shutil.copytree(source, target, ignore=IGNORED, symlinks=True, dirs_exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def build(folder: Path) -> tuple[Stage, str, str]:
    """Build all stages; return the last one, its command and its health check."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    stages: dict[str, Stage] = {}
    stage, command, health = Stage(folder / "none"), "", ""
    for line in text.replace("\\\n", " ").splitlines():
        name, _, rest = line.strip().partition(" ")
        if name == "FROM":
            stage = stages[rest.rpartition(" AS ")[2]] = Stage(folder / str(len(stages)))
        elif name == "ENV":
            for pair in shlex.split(rest):
                key, _, value = pair.partition("=")
                stage.env[key] = value.replace("$PATH", stage.env["PATH"])
        elif name == "WORKDIR":
            stage.cwd = rest.strip()
            stage.on_disk(".").mkdir(parents=True, exist_ok=True)
        elif name == "COPY":
            *sources, target = shlex.split(rest)
            whence = sources.pop(0).removeprefix("--from=") if sources[0].startswith("--from=") else ""
            for source in sources:
                found = stages[whence].on_disk(source) if whence else ROOT / source
                into = stage.on_disk(target)
                stage.copy(found, into / found.name if target.endswith("/") and found.is_file() else into)
        elif name == "RUN":
            parts = [part for part in rest.split("&&") if part.split()[0] not in ACCOUNTS]
            tell(f"RUN {' && '.join(part.strip() for part in parts)}")
            stage.run("&&".join(parts))
        elif name in ("CMD", "HEALTHCHECK"):
            words = shlex.join(re.findall(r'"((?:[^"\\]|\\.)*)"', rest))
            command, health = (words, health) if name == "CMD" else (command, words)
    return stage, command, health


def main() -> None:
    """Build below the folder that the first argument names, then run and end what was built."""
    folder = Path(sys.argv[1]).resolve()
    for mounted in MOUNTED:
        Path(mounted).mkdir(exist_ok=True)
    stage, command, health = build(folder)
    tell(f"CMD {command}")
    service = stage.start(f"exec {command}")
    try:
        for _ in range(60):
            time.sleep(1)
            if service.poll() is not None:
                sys.exit(f"ended by itself with {service.returncode}")
            if stage.start(f"exec {health} 2> /dev/null").wait() == 0:
                break
        else:
            sys.exit("never answered the health check")
    finally:
        service.terminate()
        code = service.wait(40)
    tell(f"healthy; ended with {code}")
    sys.exit(0 if code in (0, -15, 143) else 1)


if __name__ == "__main__":
    main()
