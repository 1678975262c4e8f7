"""Which requests Flask gets after the cut-over."""

from unittest.mock import Mock, patch

import front
from common import says
from werkzeug.test import Client

rules = [str(rule) for rule in front.legacy.url_map.iter_rules()]
paths = [rule.replace("<int:id>", "1").replace("<name>", "x") for rule in rules]
with patch.object(front, "legacy", Mock(wraps=front.legacy)) as flask:
    for path in [*paths, "/nowhere", "/desk/%0a", "//", "/ü", "/events/1/"]:
        Client(front.app).get(path, headers={"host": "localhost"})
says("rules of Flask that were asked for", len(rules))
says("requests that Flask got", flask.call_count)
