"""The commands of `jobwise`. Each imports what it needs when it runs: `--help` stays quick."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from app.presentation.cli.door import Door
from app.presentation.cli.options import EXIT, Json
from app.presentation.cli.upkeep_commands import add_upkeep
from app.presentation.cli.user_commands import add_users

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no progress.")]
JobSource = Annotated[str, typer.Option("--job", "-j", help="The posting: a file, a URL, or - for standard input.")]


def make_cli(door: Door) -> typer.Typer:
    """Return the command line over the given ways into the service."""
    cli = typer.Typer(
        name="jobwise",
        help="Truthful, tailored job applications. Start with: jobwise tailor RESUME --job POSTING",
        epilog=EXIT,
        no_args_is_help=True,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,
    )
    _add_main_job(cli, door)
    _add_parse(cli, door)
    add_users(cli, door)
    _add_operations(cli, door)
    add_upkeep(cli, door)
    return cli


def _add_main_job(cli: typer.Typer, door: Door) -> None:
    @cli.command(epilog=EXIT)
    def tailor(
        resume: Annotated[str, typer.Argument(help="PDF, DOCX, TXT, Markdown or JSON Resume; - for standard input.")],
        job: JobSource,
        out: Annotated[Path, typer.Option(help="Where the files go.")] = Path("out"),
        template: Annotated[str, typer.Option(help="The look of the documents.")] = "classic",
        engine: Annotated[str, typer.Option(help="builtin or llm.")] = "builtin",
        cover_letter: Annotated[bool, typer.Option(help="Write a cover letter too.")] = True,
        level: Annotated[str | None, typer.Option(help="fresher or experienced.")] = None,
        tone: Annotated[str, typer.Option(help="professional, warm or direct.")] = "professional",
        language: Annotated[str | None, typer.Option(help="Language of headings and letter: en, de, fr, es.")] = None,
        page_size: Annotated[str, typer.Option(help="a4 or letter.")] = "a4",
        json: Json = False,
        quiet: Quiet = False,
    ) -> None:
        """Make a tailored resume and cover letter for a posting.

        Examples:

        - `jobwise tailor resume.pdf --job posting.txt`
        - `jobwise tailor resume.docx --job https://example.com/jobs/42 --out acme --no-cover-letter`
        """
        from app.presentation.cli import tailoring

        options = tailoring.checked_options(
            template=template, engine=engine, level=level, tone=tone, language=language, page_size=page_size
        )
        work = tailoring.tailor(
            door, resume, job, out=out, options=options, cover_letter=cover_letter, as_json=json, quiet=quiet
        )
        raise typer.Exit(asyncio.run(work))

    @cli.command(epilog=EXIT)
    def analyze(
        resume: Annotated[str, typer.Argument(help="The resume's file.")],
        job: JobSource,
        level: Annotated[str, typer.Option(help="fresher or experienced.")] = "experienced",
        stack: Annotated[str, typer.Option(help="Comma-separated technologies you aim for.")] = "",
        json: Json = False,
    ) -> None:
        """Score a resume against a posting, with the keywords and what would help.

        Examples:

        - `jobwise analyze resume.pdf --job posting.txt`
        - `jobwise analyze resume.pdf --job posting.txt --level fresher --stack "Python, AWS" --json`
        """
        from app.presentation.cli import tailoring

        raise typer.Exit(asyncio.run(tailoring.analyze(door, resume, job, level=level, stack=stack, as_json=json)))

    @cli.command(epilog=EXIT)
    def verify(
        document: Annotated[Path, typer.Argument(help="A document's content as JSON.")],
        profile: Annotated[Path, typer.Option(help="The profile as GET /profiles/{id} gives it.")],
        json: Json = False,
    ) -> None:
        """Check every claim of a document against the facts it cites.

        Examples:

        - `jobwise verify document.json --profile profile.json`
        - `jobwise verify document.json --profile profile.json --json`
        """
        from app.presentation.cli import verifying

        raise typer.Exit(verifying.verify(document, profile, as_json=json))

    @cli.command(epilog=EXIT)
    def demo(
        out: Annotated[Path, typer.Option(help="Where the files go.")] = Path("out"),
        samples: Annotated[Path, typer.Option(help="Folder with the sample resume and posting.")] = Path("samples"),
    ) -> None:
        """Run the main job on the samples through the whole service in one process.

        Examples:

        - `jobwise demo`
        - `jobwise demo --out /tmp/demo`
        """
        from app.presentation.cli import demonstration

        raise typer.Exit(asyncio.run(demonstration.run(door, samples=samples, out=out)))


def _add_parse(cli: typer.Typer, door: Door) -> None:
    parse = typer.Typer(help="Show what the parsers read.", no_args_is_help=True)
    cli.add_typer(parse, name="parse")
    out = Annotated[Path | None, typer.Option(help="Write one <stem>.json per input here.")]

    @parse.command("resume", epilog=EXIT)
    def parse_resume(
        files: Annotated[list[str], typer.Argument(help="Resume files.")],
        out: out = None,
        json: Json = False,
    ) -> None:
        """Read resumes.

        Examples:

        - `jobwise parse resume resume.pdf`
        - `jobwise parse resume *.pdf --out parsed`
        """
        from app.presentation.cli import parsing

        raise typer.Exit(asyncio.run(parsing.resumes(door, files, out=out, as_json=json)))

    @parse.command("job", epilog=EXIT)
    def parse_job(
        sources: Annotated[list[str], typer.Argument(help="Files (text, saved pages, a board's JSON or XML) or URLs.")],
        out: out = None,
        json: Json = False,
    ) -> None:
        """Read postings.

        Examples:

        - `jobwise parse job posting.txt`
        - `jobwise parse job page.html https://example.com/jobs/42 --out parsed`
        """
        from app.presentation.cli import parsing

        raise typer.Exit(asyncio.run(parsing.jobs(door, sources, out=out, as_json=json)))


def _add_operations(cli: typer.Typer, door: Door) -> None:
    @cli.command(epilog=EXIT)
    def serve(
        host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
        port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
        workers: Annotated[int, typer.Option(help="Processes; more than one needs PostgreSQL.", min=1, max=64)] = 1,
    ) -> None:
        """Run migrations and serve the API and the web client.

        Examples:

        - `jobwise serve`
        - `jobwise serve --host 0.0.0.0 --port 8080`
        """
        door.serve(host, port, workers)

    @cli.command(epilog=EXIT)
    def worker(
        concurrency: Annotated[
            int | None, typer.Option(help="Tasks at a time; without it WORKER_CONCURRENCY.", min=1, max=64)
        ] = None,
    ) -> None:
        """Do background work: of the broker where TASK_QUEUE is celery, else what the database holds.

        Examples:

        - `jobwise worker`
        - `jobwise worker --concurrency 4`
        """
        door.work(concurrency)

    @cli.command(epilog=EXIT)
    def beat() -> None:
        """Do what is due from time to time, and tell workers of tasks that lost theirs. More than one does no harm.

        Examples:

        - `jobwise beat`
        """
        door.beat()

    @cli.command(epilog=EXIT)
    def migrate(
        revision: Annotated[str, typer.Argument(help="head, base, a revision, or a step such as -1.")] = "head",
        json: Json = False,
    ) -> None:
        """Bring the database's tables to a revision.

        Examples:

        - `jobwise migrate`
        - `jobwise migrate -- -1`
        """
        from app.presentation.cli import output

        with output.domain_errors(as_json=json):
            reached = asyncio.run(door.migrate(revision))
        if json:
            output.print_json({"revision": reached})
        else:
            output.out.print(f"The database is at revision {reached or 'base'}.")

    @cli.command()
    def version() -> None:
        """Print the version."""
        from app.presentation.cli import output

        output.out.print(door.version())
