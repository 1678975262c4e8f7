"""The packets that gardeners take."""


def register(app):
    # Here, so that another part can import our services without our views.
    from . import commands, views  # noqa: F401 (the commands register themselves)

    app.register_blueprint(views.bp)
