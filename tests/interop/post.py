"""Sends the bytes of a file by POST, prints the status and writes what was answered. A client in so few lines that it can be read.

    post.py URL FILE ANSWER

Must not: follow redirects, or leave the loopback interface."""

import http.client
import sys
import urllib.parse

url, body, answer = sys.argv[1:]
parts = urllib.parse.urlsplit(url)
if parts.hostname not in ("127.0.0.1", "localhost", "::1"):
    sys.exit(f"{parts.hostname} is not this machine")
connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
with open(body, "rb") as file:
    connection.request("POST", parts.path, file.read(), {"Content-Type": "text/plain"})
response = connection.getresponse()
data = response.read()
with open(answer, "wb") as file:
    file.write(data)
print(response.status, response.getheader("Content-Type") or "-")
