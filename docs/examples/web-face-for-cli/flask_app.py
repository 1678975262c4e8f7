"""The noise program for people who don't use a terminal."""

import os

import jobs
from flask import Flask, abort, redirect, render_template, url_for
from flask_wtf import FlaskForm
from flask_wtf.file import FileAllowed, FileField, FileRequired
from wtforms import SelectField

# --8<-- [start:app]
app = Flask(__name__)
app.config.from_mapping(
    SECRET_KEY=os.environ.get("SECRET_KEY", "development only"),
    MAX_CONTENT_LENGTH=5_000_000,
    TRUSTED_HOSTS=["127.0.0.1", "localhost"],
)


class RunForm(FlaskForm):
    file = FileField(validators=[FileRequired(), FileAllowed(["csv"])])
    choice = SelectField(choices=list(jobs.CHOICES))


@app.route("/", methods=["GET", "POST"])
def upload():
    form = RunForm()
    if form.validate_on_submit():
        number = jobs.start(form.choice.data, form.file.data)
        return redirect(url_for("job", number=number))
    return render_template("upload.html", form=form)


@app.get("/jobs/<uuid:number>")
def job(number):
    return render_template("job.html", **(jobs.look(number) or abort(404)))


# --8<-- [end:app]
