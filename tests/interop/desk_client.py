"""Signs in at a desk as a browser does, makes a token of the API, saves pages, and reads the feeds with other people's parsers.

Must not: decide whether a page or an answer is sound, beyond comparing numbers; the tools do.

    desk_client.py enter SERVE.json FOLDER      signs in by the link; writes FOLDER/cookies.txt and FOLDER/token
    desk_client.py fill ADDRESS FOLDER          opens a case and issues two reports through the API
    desk_client.py pages ADDRESS FOLDER OUT     every screen in English and Arabic as OUT/NAME.html
    desk_client.py known ADDRESS FOLDER         FOLDER/schemathesis.toml: ids that are there, for paths that name things
    desk_client.py total ADDRESS FOLDER LIST    how many rows the API says the list has
    desk_client.py feeds ADDRESS FOLDER         feedparser and icalendar read the feed and the calendar
"""
import http.cookiejar
import html.parser
import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

# Every screen that needs no id; the rest is made from what the lists name.
SCREENS = """/ /inbox /incidents /incidents?view=cards /incidents?view=map /incidents?view=timeline /claims /documents /cases /cases/new /obligations
/ledgers/entries /people /sources /search?q=a /agreements /ledgers /ledgers?from=2017-01-15&to=2017-01-24 /ledgers/new /coverage /compare /reports
/reports?from=2017-01-15&to=2017-01-24 /members /verify /settings /account /account/tokens /accounts /access /access/changes /audit /help/query
/help/keys /problems/refused /incidents?q=stauts:x /incidents/inc-none /reports/preview?from=2017-01-15&to=2017-01-24""".split()
PUBLIC = ["/public", "/public/verify", "/sign-in"]


class Hidden(html.parser.HTMLParser):
    """The hidden fields of a page, and the secret that is shown once."""

    def __init__(self):
        super().__init__()
        self.fields, self.secret, self.inside = {}, "", False

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "input" and a.get("type") == "hidden":
            self.fields.setdefault(a.get("name"), a.get("value"))
        self.inside = tag == "code" and "secret" in (a.get("class") or "")

    def handle_data(self, data):
        if self.inside:
            self.secret += data
            self.inside = False


def read(page):
    found = Hidden()
    found.feed(page)
    return found


class Browser:
    def __init__(self, address, folder=None):
        self.address = address.rstrip("/")
        self.jar = http.cookiejar.MozillaCookieJar(os.path.join(folder, "cookies.txt") if folder else None)
        if folder and os.path.exists(self.jar.filename):
            self.jar.load(ignore_discard=True)
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def ask(self, path, fields=None, accept="text/html"):
        data = urllib.parse.urlencode(fields, doseq=True).encode() if fields else None
        request = urllib.request.Request(self.address + path, data, {"accept": accept, "origin": self.address})
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as e:
            return e.code, e.headers, e.read().decode()


def bearer(folder):
    with open(os.path.join(folder, "token")) as f:
        return {"authorization": "Bearer " + f.read().strip(), "accept": "application/json"}


def get(address, folder, path):
    with urllib.request.urlopen(urllib.request.Request(address.rstrip("/") + path, headers=bearer(folder)), timeout=60) as answer:
        return answer.headers, answer.read()


def enter(said, folder):
    with open(said) as f:
        said = json.loads(f.readline())
    browser = Browser(said["address"], folder)
    link = urllib.parse.urlsplit(said["sign_in"])
    _, _, page = browser.ask(f"{link.path}?{link.query}")
    fields = read(page).fields
    if "link" in fields:
        browser.ask("/sign-in/link", {"csrf": fields["csrf"], "link": fields["link"]})
    _, _, page = browser.ask("/account/tokens")
    scopes = ["read", "export", "triage", "judge", "cases", "record", "report"]
    status, _, page = browser.ask("/account/tokens", {"csrf": read(page).fields["csrf"], "label": "interop", "days": 1, "scope": scopes})
    token = read(page).secret
    if status != 200 or not token.startswith("armistice_"):
        sys.exit(f"no token: {status} {page[:400]}")
    with open(os.path.join(folder, "token"), "w") as f:
        f.write(token)
    browser.jar.save(ignore_discard=True)
    print("signed in, with a token of every scope")


def pages(address, folder, out):
    browser = Browser(address, folder)
    twin = lambda path: json.loads(get(address, folder, "/api/v1" + path)[1])
    paths = list(SCREENS)
    for kind in ("incidents", "documents", "cases"):
        paths += [f"/{kind}/{i['id']}" for i in twin(f"/{kind}?limit=500")["items"]]
    paths += [f"/cases/{i['id']}/determination" for i in twin("/cases?limit=500")["items"]]
    paths += [f"/agreements/{i['sha256']}" for i in twin("/agreements")["items"]]
    documents = [i["id"] for i in twin("/documents")["items"]]
    paths += [f"/documents/{documents[0]}/beside/{documents[1]}"] if len(documents) > 1 else []
    front = browser.ask("/public")[2]
    public = PUBLIC + sorted(set(re.findall(r'href="(/public/(?:incidents|reports)/[^"/?#]+)"', front)))
    os.makedirs(out)
    bad = 0
    for language in ("en", "ar"):
        for path in paths + public:
            # A stranger reads public pages, without a cookie.
            who = Browser(address) if path in public else browser
            status, headers, page = who.ask(f"{path}{'&' if '?' in path else '?'}lang={language}")
            if status >= 500 or not (headers.get("content-type") or "").startswith("text/html") or f'lang="{language}"' not in page:
                print(f"{path} in {language}: {status} {headers.get('content-type')}")
                bad += 1
                continue
            name = f"{language}-{re.sub(r'[^a-z0-9]+', '-', path.lower()).strip('-') or 'home'}.html"
            with open(os.path.join(out, name), "w") as f:
                f.write(page)
    print(f"{len(os.listdir(out))} pages; {len(public)} of {len(public) + len(paths)} addresses are public")
    sys.exit(1 if bad else 0)


def post(address, folder, path, value, **headers):
    data = json.dumps(value).encode()
    headers = bearer(folder) | {"content-type": "application/json"} | {k.replace("_", "-"): v for k, v in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(address.rstrip("/") + path, data, headers), timeout=60) as answer:
            return answer.status, answer.headers, json.load(answer)
    except urllib.error.HTTPError as e:
        return e.code, e.headers, json.load(e)


def fill(address, folder):
    incident = json.loads(get(address, folder, "/api/v1/incidents?limit=1")[1])["items"][0]["id"]
    case = {"complainant": "public", "incident": [incident], "text": "A strike on the road north of the town."}
    first = post(address, folder, "/api/v1/cases", case, Idempotency_Key="one")
    again = post(address, folder, "/api/v1/cases", case, Idempotency_Key="one")
    assert first[0] == 200, first
    assert again[0] == 200 and again[2] == first[2] and again[1]["idempotency-replayed"] == "true", again
    cases = json.loads(get(address, folder, "/api/v1/cases")[1])
    assert cases["total"] == 1, cases["total"]
    for edition in ("internal", "public"):
        report = {"from": "2017-01-15", "to": "2017-01-24", "edition": edition, "kind": "period", "issue": True}
        status, _, said = post(address, folder, "/api/v1/reports", report)
        assert status == 200, said
    print(f"one case from two requests with one key; {len(json.loads(get(address, folder, '/api/v1/reports')[1])['items'])} reports")


def known(address, folder):
    """Paths with ids that are there. What is not named here is asked with ids that schemathesis makes up, which are not."""
    first = lambda path: json.loads(get(address, folder, path)[1])["items"]
    documents = [d["id"] for d in first("/api/v1/documents")]
    incidents = [i["id"] for i in first("/api/v1/incidents")]
    case, sha256 = first("/api/v1/cases")[0]["id"], first("/api/v1/agreements")[0]["sha256"]
    paths = {
        "/api/v1/documents/{id}": {"id": documents[0]},
        "/api/v1/documents/{id}/beside/{other}": {"id": documents[0], "other": documents[1]},
        "/api/v1/incidents/{id}": {"id": incidents[0]},
        "/api/v1/cases/{id}": {"id": case},
        "/api/v1/cases/{id}/{step}": {"id": case},
        "/api/v1/agreements/{id}": {"id": sha256},
        "/api/v1/compare/{verdict}/{a}/{b}": {"a": incidents[0], "b": incidents[1]},
        "/ogc/collections/{collection}/items/{feature}": {"collection": "incidents", "feature": incidents[0]},
    }
    with open(os.path.join(folder, "schemathesis.toml"), "w") as f:
        for path, ids in paths.items():
            f.write(f'[[operations]]\ninclude-path = "{path}"\n[operations.parameters]\n')
            f.writelines(f'"path.{name}" = "{value}"\n' for name, value in ids.items())
    print(f"ids for {len(paths)} paths")


def total(address, folder, of):
    print(json.loads(get(address, folder, f"/api/v1/{of}?limit=1")[1])["total"])


def feeds(address, folder):
    import feedparser
    import icalendar

    incidents = json.loads(get(address, folder, "/api/v1/incidents?limit=500")[1])
    headers, body = get(address, folder, "/feed.atom?limit=500")
    feed = feedparser.parse(body, response_headers={"content-type": headers["content-type"]})
    assert not feed.bozo, f"feedparser: {feed.bozo_exception}"
    assert feed.version == "atom10", feed.version
    assert feed.feed.title and feed.feed.id and feed.feed.updated_parsed, feed.feed
    for entry in feed.entries:
        assert entry.id and entry.title and entry.updated_parsed and entry.link.startswith(address.rstrip("/")), entry
    ids = {e.id.rsplit(":", 1)[-1] for e in feed.entries}
    expected = {i["id"] for i in incidents["items"]}
    assert len(ids) == len(feed.entries) and ids == expected, (len(ids), len(expected), ids ^ expected)
    print(f"feedparser: {len(feed.entries)} entries, the {incidents['total']} incidents of the list")

    headers, body = get(address, folder, "/calendar.ics")
    assert headers["content-type"].startswith("text/calendar"), headers["content-type"]
    calendar = icalendar.Calendar.from_ical(body)
    assert calendar["version"] == "2.0" and calendar["prodid"]
    events = calendar.walk("VEVENT")
    assert not calendar.errors and not any(e.errors for e in events), [e.errors for e in events]
    uids = {str(e["uid"]) for e in events}
    assert events and len(uids) == len(events), "no event, or two of one UID"
    for e in events:
        assert e.decoded("dtstart").tzinfo is not None and e.decoded("dtstamp") and str(e["summary"]), e
    # What has a day in the list of obligations is in the calendar on that day.
    due = {}
    for item in json.loads(get(address, folder, "/api/v1/obligations?limit=500")[1])["items"]:
        if item["when"] and item["when"]["from"] and item["when"]["from"] == item["when"]["to"]:
            due[item["id"]] = item["when"]["from"]
    print(f"icalendar: {len(events)} events, {len(due)} obligations with one moment in the list")
    for line in body.split(b"\r\n"):
        assert len(line) <= 75, line


if __name__ == "__main__":
    command, *words = sys.argv[1:]
    {"enter": enter, "fill": fill, "known": known, "pages": pages, "total": total, "feeds": feeds}[command](*words)
