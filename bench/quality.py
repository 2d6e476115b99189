"""Every quality figure in one run, as kept in docs/quality.md: `python -m bench.quality [DATA]`.

DATA is the folder with the evaluation data (../shared/data). The verifier's attack set is part of the tests and is
measured without it.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Run the benches one after the other; return the worst exit code."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    runs: list[tuple[str, list[str], dict[str, str]]] = [
        ("The verifier, on its attack set", ["bench/quality_grounding.py"], {})
    ]
    if data.is_dir():
        runs = [
            ("Resumes", ["bench/quality_resumes.py", str(data)], {}),
            ("Postings and saved pages", ["bench/quality_jobs.py"], {"JOBWISE_SHARED_DATA": str(data)}),
            *runs,
            ("Tailored resumes beside untailored ones", ["bench/quality_tailoring.py", str(data)], {}),
        ]
    else:
        sys.stderr.write(f"{data} is not here; only the verifier is measured\n")
    worst = 0
    for title, arguments, extra in runs:
        print(f"\n== {title}", flush=True)
        environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", **extra}
        worst = max(
            worst, subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=False).returncode
        )
    return worst


if __name__ == "__main__":
    sys.exit(main())
