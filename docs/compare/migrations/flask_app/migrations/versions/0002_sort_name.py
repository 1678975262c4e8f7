"""sort name

Revision ID: 0002
Revises: 0001
Create Date: 2026-11-22 08:27:48.542457

"""
# --8<-- [start:data]
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

customer = sa.table('customer', sa.column('id'), sa.column('name'), sa.column('sort_name'))


def upgrade():
    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('sort_name', sa.String(length=110), nullable=True))
    connection = op.get_bind()
    for row in connection.execute(sa.select(customer)).all():
        first, _, last = row.name.rpartition(' ')
        change = customer.update().where(customer.c.id == row.id)
        connection.execute(change.values(sort_name=f'{last}, {first}'.strip(', ')))
    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.alter_column('sort_name', existing_type=sa.String(length=110), nullable=False)


def downgrade():
    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.drop_column('sort_name')
# --8<-- [end:data]
