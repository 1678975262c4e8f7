"""What Flask does with the method of a request, and what it leaves to you in an API."""

from flask import Flask, request

app = Flask(__name__)


@app.put("/notes/<int:number>")
def change(number):
    return request.form.to_dict() | {"number": number}


@app.get("/notes/<int:number>")
def show(number):
    return {"number": number}


client = app.test_client()
print("PUT:", client.put("/notes/7", data={"text": "milk"}).json)
print("DELETE:", client.delete("/notes/7").status_code)
print("asked for XML:", client.get("/notes/7", headers={"Accept": "text/xml"}).mimetype)
print("an error of the API:", client.get("/notes/x").mimetype)
