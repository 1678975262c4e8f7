"""The database of the shop."""

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
