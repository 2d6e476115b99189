"""Job boards and saved searches.

Revision: 0090
Revises: 0080
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0090"
down_revision = "0080"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job_sources",
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("last_success_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_failure_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_job_sources")),
    )
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("q", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=True),
        sa.Column("sources", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("min_match_score", sa.Integer(), nullable=True),
        sa.Column("is_scheduled", sa.Boolean(), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_new_count", sa.Integer(), nullable=False),
        sa.Column("last_warnings", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_saved_searches_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_searches")),
    )
    with op.batch_alter_table("saved_searches", schema=None) as batch_op:
        batch_op.create_index("ix_saved_searches_due", ["is_scheduled", "scheduled_at"], unique=False)
        batch_op.create_index("ix_saved_searches_owner", ["user_id", "created_at", "id"], unique=False)

    op.create_table(
        "saved_search_hits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("search_id", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("name_mark", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=True),
        sa.Column("location", sa.Text(), nullable=True),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("job_url", sa.Text(), nullable=True),
        sa.Column("date_posted", sa.String(length=10), nullable=True),
        sa.Column("match_score", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["search_id"], ["saved_searches.id"], name=op.f("fk_saved_search_hits_search_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_saved_search_hits_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search_hits")),
        sa.UniqueConstraint("search_id", "mark", name=op.f("uq_saved_search_hits_search_id_mark")),
    )
    with op.batch_alter_table("saved_search_hits", schema=None) as batch_op:
        batch_op.create_index("ix_saved_search_hits_name", ["search_id", "name_mark"], unique=False)
        batch_op.create_index("ix_saved_search_hits_owner", ["user_id", "search_id", "created_at", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("saved_search_hits", schema=None) as batch_op:
        batch_op.drop_index("ix_saved_search_hits_owner")
        batch_op.drop_index("ix_saved_search_hits_name")

    op.drop_table("saved_search_hits")
    with op.batch_alter_table("saved_searches", schema=None) as batch_op:
        batch_op.drop_index("ix_saved_searches_owner")
        batch_op.drop_index("ix_saved_searches_due")

    op.drop_table("saved_searches")
    op.drop_table("job_sources")
