"""The same answers without a framework: from the platform's event to the platform's answer."""

import json

from export import is_column, may_charge, read


# --8<-- [start:handler]
def handler(event, context):
    if not is_column(event["headers"].get("x-column-key", "")):
        return {"statusCode": 403}
    if event["requestContext"]["http"]["method"] != "GET":
        return {"statusCode": 405}
    match event["rawPath"].split("/"):
        case ["", "cards", card]:
            return answer({"may_charge": may_charge(card)})
        case ["", "price"]:
            return answer(read()["price"])
    return {"statusCode": 404}


def answer(body):
    headers = {"content-type": "application/json"}
    return {"statusCode": 200, "headers": headers, "body": json.dumps(body)}


# --8<-- [end:handler]
