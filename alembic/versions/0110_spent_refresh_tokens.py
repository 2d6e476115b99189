"""Refresh tokens that were spent a moment ago.

Revision: 0110
Revises: 0071
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0110"
down_revision = "0071"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kind = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.add_column("user_sessions", sa.Column("spent", kind, nullable=False, server_default="{}"))


def downgrade() -> None:
    with op.batch_alter_table("user_sessions", schema=None) as batch_op:
        batch_op.drop_column("spent")
