// Serves the fixtures as the desk will serve its pages: the same policy, the same shell, the bundle of assets/desk, and the few addresses that
// scripts ask for. `[[English||Arabic]]` in a fixture is the text in one language or the other.
// Must not: be part of the product.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, "../../assets/desk");

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The messages of the browser in a language: the Fluent file that the desk uses. */
export function words(language) {
  const text = readFileSync(join(here, `../../crates/armistice/src/desk/locale/${language}/browser.ftl`), "utf8");
  return Object.fromEntries([...text.matchAll(/^([a-z][a-z0-9-]*) = (.+)$/gm)].map((m) => [m[1], m[2].replace(/\{\s*\$([\w-]+)\s*\}/g, "{$1}")]));
}

const RAIL = [
  ["home", "Home", "الرئيسية"], ["inbox", "Inbox", "الوارد"], ["incidents", "Incidents", "الحوادث"], ["cases", "Cases", "القضايا"],
  ["agreements", "Agreements", "الاتفاقات"], ["obligations", "Obligations", "الالتزامات"], ["ledgers", "Ledgers", "السجلات"], ["reports", "Reports", "التقارير"], ["verify", "Verify", "التحقق"],
];
const FOOT = [["new", "New", "جديد"], ["settings", "Settings", "الإعدادات"]];

function page(name, query, manifest) {
  const rtl = query.get("lang") === "ar";
  const language = rtl ? "ar" : (query.get("lang") ?? "en");
  const theme = query.get("theme");
  const url = (n) => `/assets/${manifest.files[n].file}`;
  const raw = readFileSync(join(here, "fixtures", `${name}.html`), "utf8");
  const title = /<!-- title: (.*?) -->/.exec(raw)?.[1] ?? name;
  const is_public = raw.includes("<!-- public -->");
  const icon = (n, cls = "icon") => `<svg class="${cls}" aria-hidden="true"><use href="${url("icons.svg")}#${n}"></use></svg>`;
  const link = ([id, en, ar]) => `<li><a href="/${id}"${name === id ? ' aria-current="page"' : ""}>${icon(id)}<span>${rtl ? ar : en}</span>${id === "inbox" ? '<span class="count" data-live-count="inbox">14</span>' : ""}</a></li>`;
  const head = `<!doctype html><html lang="${language}" dir="${rtl ? "rtl" : "ltr"}"${theme ? ` data-theme="${theme}"` : ""} data-account="lina"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`;
  const desk = `${head}<link rel="stylesheet" href="${url("desk.css")}"><script type="module" src="${url("desk.js")}"></script></head><body>
<a class="skip" href="#main">[[Skip to the content||انتقل إلى المحتوى]]</a>
<header class="top"><a class="brand" href="/">Armistice</a><span class="mission"><bdi>[[Astana demonstration||عرض أستانا]]</bdi></span>
<form class="search" role="search" action="/search"><label class="visually-hidden" for="q">[[Search||بحث]]</label><input id="q" type="search" name="q" placeholder="[[Search||بحث]]" autocomplete="off"></form>
<nav class="languages" aria-label="[[Languages||اللغات]]"><a href="?lang=en" lang="en"${rtl ? "" : ' aria-current="true"'}>English</a><a href="?lang=ar" lang="ar"${rtl ? ' aria-current="true"' : ""}>العربية</a><a href="?lang=ru" lang="ru">Русский</a><a href="?lang=tr" lang="tr">Türkçe</a><a href="?lang=fa" lang="fa">فارسی</a><a href="?lang=fr" lang="fr">Français</a></nav>
<time class="clock" datetime="2017-01-23T12:02Z">[[23 January 2017, 14:02||23 كانون الثاني 2017، 14:02]]</time>
<span class="small muted" data-live-state></span><div class="presence" data-island="live" data-url="/events" hidden></div></header>
<nav class="rail" aria-label="[[Main||الرئيسية]]"><ul>${[...RAIL, ...FOOT].map(link).join("")}</ul></nav>
<main id="main" tabindex="-1"><p class="band" role="note">[[Demonstration: built from press articles; not a finding of any body||عرض توضيحي: مبني على مقالات صحفية؛ ليس استنتاجا لأي جهة]]</p>${raw}</main>
<footer class="foot"><p>[[Register as of||السجل حتى]] <span class="as-of"><bdi>A</bdi> 118 <code>7c1d9a1f0042</code></span></p>
<span class="switch" role="group" aria-label="[[Theme||المظهر]]"><button type="button" data-theme-choice="auto">[[Auto||تلقائي]]</button><button type="button" data-theme-choice="light">[[Light||فاتح]]</button><button type="button" data-theme-choice="dark">[[Dark||داكن]]</button></span><button type="button" class="quiet" data-keys-sheet>${icon("keyboard")} [[Keys||المفاتيح]]</button>
<div data-island="keys" hidden></div><div data-island="drafts" hidden></div></footer>
<script type="application/json" id="words">${JSON.stringify(words(language)).replaceAll("<", "\\u003c")}</script></body></html>`;
  const open = `${head}<link rel="stylesheet" href="${url("public.css")}"></head><body>${raw}</body></html>`;
  return (is_public ? open : desk)
    .replace(/\[\[([^|\]]*)\|\|([^\]]*)\]\]/g, (_, en, ar) => (rtl ? ar : en))
    .replace(/\{\{icon:([\w-]+)\}\}/g, (_, n) => icon(n))
    .replace(/\{\{symbol:([\w-]+)\}\}/g, (_, n) => icon(`symbol-${n}`, "symbol"));
}

/** Starts on a free port; `heard` has every request. */
export async function serve() {
  const manifest = JSON.parse(readFileSync(join(assets, "manifest.json"), "utf8"));
  const media = new Map(Object.values(manifest.files).map((f) => [f.file, f.media]));
  const heard = [];
  const streams = new Set();
  const server = createServer((request, response) => {
    const at = new URL(request.url, "http://desk.test");
    heard.push(`${request.method} ${at.pathname}${at.search}`);
    const send = (status, type, body) => {
      response.writeHead(status, { "content-type": type, "content-security-policy": POLICY, "x-content-type-options": "nosniff", "cache-control": "no-store" });
      response.end(body);
    };
    const [, first, second] = at.pathname.split("/");
    if (first === "assets") {
      const type = media.get(second);
      return type ? send(200, type, readFileSync(join(assets, second))) : send(404, "text/plain", "no such file");
    }
    if (first === "events") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": here\n\n");
      streams.add(response);
      request.on("close", () => streams.delete(response));
      return undefined;
    }
    if (request.method === "POST") {
      request.resume();
      if (at.pathname.endsWith("/passkey/begin")) return send(200, "application/json", JSON.stringify({ ceremony: "c1", options: { publicKey: { challenge: "AAECAwQFBgcICQoLDA0ODw", rpId: "localhost", allowCredentials: [], userVerification: "preferred", timeout: 5000 } } }));
      if (at.pathname.endsWith("/passkeys/begin"))
        return send(200, "application/json", JSON.stringify({ ceremony: "c1", options: { publicKey: { challenge: "AAECAwQFBgcICQoLDA0ODw", rp: { id: "localhost", name: "Armistice" }, user: { id: "AQID", name: "lina", displayName: "Lina" }, pubKeyCredParams: [{ type: "public-key", alg: -7 }], authenticatorSelection: { residentKey: "required", userVerification: "preferred" }, excludeCredentials: [] } } }));
      if (at.pathname.endsWith("/finish")) return send(200, "application/json", JSON.stringify({ next: "/fixtures/inbox?signed=in" }));
      response.writeHead(303, { location: "/fixtures/acknowledged" });
      return response.end();
    }
    try {
      return send(200, "text/html; charset=utf-8", page(first === "fixtures" ? second : "inbox", at.searchParams, manifest));
    } catch (e) {
      return send(404, "text/plain", String(e));
    }
  });
  await new Promise((done) => server.listen(0, "localhost", done));
  return {
    url: `http://localhost:${server.address().port}`,
    heard,
    /** Sends an event to every open page. */
    tell: (event, data) => streams.forEach((s) => s.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)),
    streams,
    close: () => {
      streams.forEach((s) => s.end());
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`${(await serve()).url}/fixtures/inbox`);
