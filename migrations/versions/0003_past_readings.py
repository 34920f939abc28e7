"""What it takes to read the ledger as it was: which entries end a claim, and what dates its article."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entries", sa.Column("takes_back", sa.Boolean(), nullable=False, server_default="false"))
    op.alter_column("entries", "takes_back", server_default=None)
    op.add_column("claims", sa.Column("dating", postgresql.JSONB(), nullable=True))


def downgrade() -> None:
    op.drop_column("claims", "dating")
    op.drop_column("entries", "takes_back")
