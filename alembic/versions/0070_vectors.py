"""Vectors, and which jobs nearly repeat another one.

Revision: 0070
Revises: 0090
"""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0090"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vector_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vector_state")),
    )
    op.create_table(
        "vectors",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("thing_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.String(length=64), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("embedder", sa.String(length=200), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_vectors_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "kind", "thing_id", "part", name=op.f("pk_vectors")),
    )
    op.create_index("ix_vectors_state", "vectors", ["user_id", "thing_id", "changed_at", "embedder"])
    op.create_table(
        "near_duplicates",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("duplicate_of", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["duplicate_of"], ["jobs.id"], name=op.f("fk_near_duplicates_duplicate_of"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_near_duplicates_job_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", name=op.f("pk_near_duplicates")),
    )
    op.create_index("ix_near_duplicates_duplicate_of", "near_duplicates", ["duplicate_of"])


def downgrade() -> None:
    op.drop_table("near_duplicates")
    op.drop_table("vectors")
    op.drop_table("vector_state")
