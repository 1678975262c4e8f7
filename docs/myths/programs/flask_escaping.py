"""What Flask makes of a visitor's text in templates of three names."""

from flask import Flask, render_template
from jinja2 import DictLoader

app = Flask(__name__)
TEMPLATES = {"page.html": "{{ text }}", "mail.txt": "{{ text }}", "safe.html": "{{ text|safe }}"}
app.jinja_loader = DictLoader(TEMPLATES)

with app.app_context():
    for name in TEMPLATES:
        print(f"{name}:", render_template(name, text="<script>"))
