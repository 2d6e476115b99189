"""The full-text search of jobs.

Revision: 0050
Revises: 0040
"""

from alembic import op

revision = "0050"
down_revision = "0040"
branch_labels = None
depends_on = None

# A vector holds at most 1 MB: the first 100,000 characters of a text are searched. Everything of ASCII but letters and
# digits separates words, as it does in SQLite; else `node.js` were one word.
_POSTGRESQL = (
    r"""
    ALTER TABLE jobs ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', regexp_replace(
        coalesce(title, '') || ' ' || coalesce(company, '') || ' ' || coalesce(location, '') || ' '
            || substr(description, 1, 100000),
        '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+', ' ', 'g'
    ))) STORED
    """,
    "CREATE INDEX ix_jobs_search ON jobs USING gin (search_vector)",
)
# The keys have a table of their own, for rows without an integer primary key may be renumbered by VACUUM.
_SQLITE = (
    "CREATE TABLE job_search_keys (number INTEGER PRIMARY KEY, job_id CHAR(32) NOT NULL UNIQUE)",
    """
    CREATE VIRTUAL TABLE job_search USING fts5 (
        title, company, location, description, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    "INSERT INTO job_search_keys (job_id) SELECT id FROM jobs",
    """
    INSERT INTO job_search (rowid, title, company, location, description)
    SELECT number, coalesce(title, ''), coalesce(company, ''), coalesce(location, ''), substr(description, 1, 100000)
    FROM job_search_keys JOIN jobs ON jobs.id = job_id
    """,
    """
    CREATE TRIGGER jobs_search_insert AFTER INSERT ON jobs BEGIN
        INSERT INTO job_search_keys (job_id) VALUES (new.id);
        INSERT INTO job_search (rowid, title, company, location, description)
        SELECT number, coalesce(new.title, ''), coalesce(new.company, ''), coalesce(new.location, ''),
            substr(new.description, 1, 100000)
        FROM job_search_keys WHERE job_id = new.id;
    END
    """,
    """
    CREATE TRIGGER jobs_search_update AFTER UPDATE OF title, company, location, description ON jobs BEGIN
        INSERT INTO job_search (job_search, rowid, title, company, location, description)
        SELECT 'delete', number, coalesce(old.title, ''), coalesce(old.company, ''), coalesce(old.location, ''),
            substr(old.description, 1, 100000)
        FROM job_search_keys WHERE job_id = old.id;
        INSERT INTO job_search (rowid, title, company, location, description)
        SELECT number, coalesce(new.title, ''), coalesce(new.company, ''), coalesce(new.location, ''),
            substr(new.description, 1, 100000)
        FROM job_search_keys WHERE job_id = new.id;
    END
    """,
    """
    CREATE TRIGGER jobs_search_delete AFTER DELETE ON jobs BEGIN
        INSERT INTO job_search (job_search, rowid, title, company, location, description)
        SELECT 'delete', number, coalesce(old.title, ''), coalesce(old.company, ''), coalesce(old.location, ''),
            substr(old.description, 1, 100000)
        FROM job_search_keys WHERE job_id = old.id;
        DELETE FROM job_search_keys WHERE job_id = old.id;
    END
    """,
)


def upgrade() -> None:
    for statement in _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE jobs DROP COLUMN search_vector")
        return
    for name in ("insert", "update", "delete"):
        op.execute(f"DROP TRIGGER jobs_search_{name}")
    op.execute("DROP TABLE job_search")
    op.execute("DROP TABLE job_search_keys")
