"""The search of jobs on SQLite reads the words of the owner's own jobs; the index over all users' words goes.

That index read every match of every user before it looked whose they were, and so grew slower with other users' jobs.
The words come from `search_words`, a function which JobWise gives each of its connections.

Revision: 0120
Revises: 0110
"""

from alembic import context, op

revision = "0120"
down_revision = "0110"
branch_labels = None
depends_on = None

_NAMES = ("insert", "update", "delete")
_SEARCHED = "title, company, location, substr(description, 1, 100000)"
_NEW = "new.title, new.company, new.location, substr(new.description, 1, 100000)"
_WORDS = (
    """
    CREATE TABLE job_search (
        job_id CHAR(32) NOT NULL PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE, words TEXT NOT NULL
    )
    """,
    f"INSERT INTO job_search (job_id, words) SELECT id, search_words({_SEARCHED}) FROM jobs",  # noqa: S608
    f"""
    CREATE TRIGGER jobs_search_insert AFTER INSERT ON jobs BEGIN
        INSERT INTO job_search (job_id, words) VALUES (new.id, search_words({_NEW}));
    END
    """,  # noqa: S608
    f"""
    CREATE TRIGGER jobs_search_update AFTER UPDATE OF title, company, location, description ON jobs
    WHEN old.title IS NOT new.title OR old.company IS NOT new.company OR old.location IS NOT new.location
        OR old.description IS NOT new.description
    BEGIN
        UPDATE job_search SET words = search_words({_NEW}) WHERE job_id = new.id;
    END
    """,  # noqa: S608
)


# contract: only on SQLite, where the process that migrates is the whole installation


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in _NAMES:
        op.execute(f"DROP TRIGGER jobs_search_{name}")
    op.execute("DROP TABLE job_search")
    op.execute("DROP TABLE job_search_keys")
    for statement in _WORDS:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in ("insert", "update"):
        op.execute(f"DROP TRIGGER jobs_search_{name}")
    op.execute("DROP TABLE job_search")
    context.script.get_revision("0050").module.upgrade()
