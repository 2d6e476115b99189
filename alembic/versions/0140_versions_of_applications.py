"""Applications have a version, so that two windows cannot overwrite each other's notes.

Revision: 0140
Revises: 0130
"""

import sqlalchemy as sa
from alembic import op

revision = "0140"
down_revision = "0130"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("saved_applications", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))


def downgrade() -> None:
    with op.batch_alter_table("saved_applications", schema=None) as batch_op:
        batch_op.drop_column("version")
