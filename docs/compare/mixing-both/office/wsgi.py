"""Django, ready to be mounted."""

from django.core.wsgi import get_wsgi_application

site = get_wsgi_application()
