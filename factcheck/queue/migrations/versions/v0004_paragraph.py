"""The paragraph that a finding stands in, to show those of one rule in one paragraph together.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Filled by the article's next scan; until then its findings stand alone.
    op.add_column("finding", sa.Column("paragraph", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("finding", "paragraph")
