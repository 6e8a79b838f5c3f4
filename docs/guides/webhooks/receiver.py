#!/usr/bin/env python3
"""Receives webhooks of Matricula: checks the signature, prints the plates. Python 3.8 or newer, nothing else.

    WEBHOOK_SECRET=whsec_… python3 receiver.py [PORT]
"""
import base64
import email.parser
import email.policy
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE = 5 * 60  # seconds that a delivery may be old, so that nobody can send a recorded one again
LONGEST = 64 * 1024 * 1024


def verified(secret, headers, body):
    """Whether a delivery is signed with the secret and fresh (https://www.standardwebhooks.com)."""
    identity, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent.isdigit() or abs(time.time() - int(sent)) > TOLERANCE:
        return False
    key = base64.b64decode(secret[len("whsec_"):])
    signed = f"{identity}.{sent}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    # While the secret changes there are two signatures; one that fits is enough.
    given = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(expected.encode(), signature.encode()) for signature in given)


def parts(content_type, body):
    """The JSON and, if one was sent, the picture of a delivery."""
    if content_type == "application/json":
        return json.loads(body), None
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    form = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
    found = {part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
             for part in form.iter_parts()}
    return json.loads(found["json"]), found.get("upload")


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    secret = os.environ.get("WEBHOOK_SECRET", "")
    seen = set()  # a real receiver keeps these where they survive a restart

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        if length > LONGEST:
            return self.answer(413)
        body = self.rfile.read(length)
        if not verified(self.secret, self.headers, body):
            return self.answer(401)
        # A delivery may come twice, under the same id: answered alike, done once.
        if self.headers["webhook-id"] not in self.seen:
            self.seen.add(self.headers["webhook-id"])
            event, picture = parts(self.headers["Content-Type"], body)
            plates = [result["plate"] for result in event["data"]["results"]]
            print(event["hook"]["event"], plates, len(picture or b""), flush=True)
        self.answer(200)

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


if __name__ == "__main__":
    if not Receiver.secret.startswith("whsec_"):
        sys.exit("set WEBHOOK_SECRET to the secret that was shown when the webhook was made")
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 9000), Receiver)
    print(f"listening on {server.server_port}", flush=True)
    server.serve_forever()
