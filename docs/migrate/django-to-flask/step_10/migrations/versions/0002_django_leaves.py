"""Django leaves: what only it has used goes. There is no way back from here but a backup.

Revision ID: 0002
Revises: 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = [
    "auth_group_permissions",
    "auth_user_groups",
    "auth_user_user_permissions",
    "auth_permission",
    "auth_group",
    "django_content_type",
    "django_migrations",
]


def upgrade():
    for table in TABLES:
        op.execute(f"DROP TABLE IF EXISTS {table}")


def downgrade():
    raise NotImplementedError("the tables of Django come back from a backup only")
