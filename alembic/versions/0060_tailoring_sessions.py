"""Tailoring sessions.

Revision: 0060
Revises: 0050
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0060"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "denied_skills",
        sa.Column("profile_id", sa.Uuid(), nullable=False),
        sa.Column("skill", sa.String(length=500), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["master_profiles.id"], name=op.f("fk_denied_skills_profile_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_denied_skills_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("profile_id", "skill", name=op.f("pk_denied_skills")),
    )
    with op.batch_alter_table("denied_skills", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_denied_skills_user_id"), ["user_id"], unique=False)

    op.create_table(
        "tailoring_sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=True),
        sa.Column("profile_id", sa.Uuid(), nullable=True),
        sa.Column("job_id", sa.Uuid(), nullable=True),
        sa.Column("job_url", sa.Text(), nullable=True),
        sa.Column("job_text", sa.Text(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("open_questions", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("facts", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("instructions", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("steps", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("handled_seq", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_tailoring_sessions_document_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name=op.f("fk_tailoring_sessions_job_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["master_profiles.id"], name=op.f("fk_tailoring_sessions_profile_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["resumes.id"], name=op.f("fk_tailoring_sessions_resume_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_tailoring_sessions_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tailoring_sessions")),
    )
    with op.batch_alter_table("tailoring_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tailoring_sessions_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tailoring_sessions_job_id"), ["job_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tailoring_sessions_profile_id"), ["profile_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tailoring_sessions_resume_id"), ["resume_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tailoring_sessions_user_id"), ["user_id"], unique=False)

    op.create_table(
        "tailoring_messages",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("data", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["tailoring_sessions.id"], name=op.f("fk_tailoring_messages_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_tailoring_messages_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "seq", name=op.f("pk_tailoring_messages")),
    )
    with op.batch_alter_table("tailoring_messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tailoring_messages_user_id"), ["user_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("tailoring_messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tailoring_messages_user_id"))

    op.drop_table("tailoring_messages")
    with op.batch_alter_table("tailoring_sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tailoring_sessions_user_id"))
        batch_op.drop_index(batch_op.f("ix_tailoring_sessions_resume_id"))
        batch_op.drop_index(batch_op.f("ix_tailoring_sessions_profile_id"))
        batch_op.drop_index(batch_op.f("ix_tailoring_sessions_job_id"))
        batch_op.drop_index(batch_op.f("ix_tailoring_sessions_document_id"))

    op.drop_table("tailoring_sessions")
    with op.batch_alter_table("denied_skills", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_denied_skills_user_id"))

    op.drop_table("denied_skills")
