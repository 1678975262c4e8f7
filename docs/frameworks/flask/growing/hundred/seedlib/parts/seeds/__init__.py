"""The seeds that the library has."""


def register(app):
    # Here, so that another part can import our services without our views.
    from . import views

    app.register_blueprint(views.bp)
