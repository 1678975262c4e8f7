"""What Django's templates make of a visitor's text in four places."""

from django.template import Context, Engine

PLACES = {
    "in the page": ("<p>{{ text }}</p>", "<script>"),
    "marked safe": ("<p>{{ text|safe }}</p>", "<script>"),
    "without quotes": ("<p title={{ text }}>", "x onclick=steal()"),
    "as a link": ('<a href="{{ text }}">', "javascript:steal()"),
}
for place, (template, text) in PLACES.items():
    print(f"{place}:", Engine().from_string(template).render(Context({"text": text})))
