"""How many claims a slot keeps that outgrew its bound."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("slots", sa.Column("kept", sa.BigInteger(), nullable=False, server_default="0"))
    op.alter_column("slots", "kept", server_default=None)


def downgrade() -> None:
    op.drop_column("slots", "kept")
