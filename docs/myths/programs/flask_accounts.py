"""What Flask and the packages that come with it know of people."""

import flask
from werkzeug.security import check_password_hash, generate_password_hash

for word in ("user", "login", "password", "permission"):
    print(f"names in Flask with {word}:", sum(word in name.lower() for name in dir(flask)))
stored = generate_password_hash("open sesame", method="pbkdf2:sha256:1000")
print("Werkzeug checks a hash:", check_password_hash(stored, "open sesame"))
