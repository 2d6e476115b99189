"""Every benchmark of speed, one after the other: `python -m bench`, as kept in docs/performance.md."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BENCHES = (
    ("Requests beside a bare application of this stack", ("bench.traffic", "--storm")),
    ("A document, from the request to its end", ("bench.generations",)),
    ("Beside open sockets and streams", ("bench.live",)),
    ("A hundred times as many jobs of others", ("bench.scale", "--users", "1000")),
    ("Memory under load", ("bench.endurance", "--minutes", "3")),
    ("Pages", ("bench.rendering",)),
)


def main() -> int:
    """Run the benches; return the worst exit code."""
    worst = 0
    for title, (module, *arguments) in BENCHES:
        print(f"\n== {title}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
