"""Whether a pledge was kept, and of which pledge it is a part."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("pledges", sa.Column("fulfilment", sa.Text(), nullable=False, server_default="open"))
    op.alter_column("pledges", "fulfilment", server_default=None)
    op.add_column("pledges", sa.Column("part_of", sa.Text(), nullable=True))
    op.create_index(op.f("ix_pledges_fulfilment"), "pledges", ["fulfilment"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_pledges_fulfilment"), table_name="pledges")
    op.drop_column("pledges", "part_of")
    op.drop_column("pledges", "fulfilment")
