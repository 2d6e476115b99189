"""Interview preparations and answers.

Revision: 0100
Revises: 0070
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0100"
down_revision = "0070"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "interview_preps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("profile_id", sa.Uuid(), nullable=False),
        sa.Column("profile_version", sa.Integer(), nullable=False),
        sa.Column("resume_document_id", sa.Uuid(), nullable=True),
        sa.Column("cover_letter_document_id", sa.Uuid(), nullable=True),
        sa.Column("job_title", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("rounds", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("questions", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("topics", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("questions_to_ask", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("facts", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["cover_letter_document_id"],
            ["documents.id"],
            name=op.f("fk_interview_preps_cover_letter_document_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_interview_preps_job_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["master_profiles.id"], name=op.f("fk_interview_preps_profile_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["resume_document_id"],
            ["documents.id"],
            name=op.f("fk_interview_preps_resume_document_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_interview_preps_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_preps")),
    )
    with op.batch_alter_table("interview_preps", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_interview_preps_cover_letter_document_id"), ["cover_letter_document_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_interview_preps_job_id"), ["job_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_interview_preps_profile_id"), ["profile_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_interview_preps_resume_document_id"), ["resume_document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_interview_preps_user_id"), ["user_id"], unique=False)

    op.create_table(
        "interview_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("prep_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.String(length=20), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("feedback", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("comparison", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
        sa.Column("wording", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
        sa.ForeignKeyConstraint(
            ["prep_id"], ["interview_preps.id"], name=op.f("fk_interview_answers_prep_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_interview_answers_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_answers")),
        sa.UniqueConstraint(
            "prep_id", "question_id", "attempt", name=op.f("uq_interview_answers_prep_id_question_id_attempt")
        ),
    )
    with op.batch_alter_table("interview_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interview_answers_user_id"), ["user_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("interview_answers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_interview_answers_user_id"))

    op.drop_table("interview_answers")
    with op.batch_alter_table("interview_preps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_interview_preps_user_id"))
        batch_op.drop_index(batch_op.f("ix_interview_preps_resume_document_id"))
        batch_op.drop_index(batch_op.f("ix_interview_preps_profile_id"))
        batch_op.drop_index(batch_op.f("ix_interview_preps_job_id"))
        batch_op.drop_index(batch_op.f("ix_interview_preps_cover_letter_document_id"))

    op.drop_table("interview_preps")
