"""The yardstick: Flask that checks the signature and answers 200. It keeps nothing."""

import base64
import hashlib
import hmac

from flask import Flask, request

from tests.bench.events import SECRET

app = Flask(__name__)


@app.post("/callback")
def callback() -> tuple[str, int]:
    body = request.get_data()
    expected = base64.b64encode(hmac.new(SECRET.encode(), body, hashlib.sha256).digest()).decode()
    given = request.headers.get("X-Line-Signature", "")
    return ("OK", 200) if hmac.compare_digest(expected, given) else ("", 400)
