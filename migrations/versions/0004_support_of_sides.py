"""How many independent origins and articles stand behind each side of a conflict."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COUNTS = ("independent_origins", "articles")


def upgrade() -> None:
    for name in COUNTS:
        op.add_column("conflict_sides", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        op.alter_column("conflict_sides", name, server_default=None)


def downgrade() -> None:
    for name in reversed(COUNTS):
        op.drop_column("conflict_sides", name)
