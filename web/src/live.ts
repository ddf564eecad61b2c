// What arrives while the page is open: `data-island="live"` with `data-events` (default /events) shows how many are new, and never moves
// anything by itself. Events: `statement` {id, what}, `count` {name, value}, `presence` {object, names}.

import { make, say } from "./page.ts";
import { number, t } from "./words.ts";

const PLACE = "armistice.place";

/** What an event's data says, or nothing where it cannot be read. */
export function parse(text: string): Record<string, unknown> | undefined {
  try {
    const out: unknown = JSON.parse(text);
    return typeof out === "object" && out !== null && !Array.isArray(out) ? (out as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const idOf = (e: HTMLElement | null): string | undefined => e?.dataset["item"] ?? e?.dataset["id"];

/** Remembers where on the page one is, and goes back there after it was loaded again. */
function keepPlace(): void {
  const at = idOf(document.querySelector<HTMLElement>("[data-item].current, [data-id].current"));
  const box = document.querySelector<HTMLElement>(".table");
  sessionStorage.setItem(PLACE, JSON.stringify({ url: location.href, y: scrollY, box: box?.scrollTop ?? 0, at }));
}

function toPlace(): void {
  const kept = parse(sessionStorage.getItem(PLACE) ?? "");
  sessionStorage.removeItem(PLACE);
  if (!kept || kept["url"] !== location.href) return;
  const box = document.querySelector<HTMLElement>(".table");
  if (box && typeof kept["box"] === "number") box.scrollTop = kept["box"];
  if (typeof kept["at"] === "string") document.querySelector(`[data-item="${CSS.escape(kept["at"])}"], [data-id="${CSS.escape(kept["at"])}"]`)?.classList.add("current");
  if (typeof kept["y"] === "number") scrollTo(0, kept["y"]);
}

export function start(place: HTMLElement): void {
  toPlace();
  const url = new URL(place.dataset["events"] ?? place.dataset["url"] ?? "/events", location.href);
  if (place.dataset["viewing"]) url.searchParams.set("viewing", place.dataset["viewing"]);
  if (place.dataset["topic"]) url.searchParams.set("topic", place.dataset["topic"]);
  const seen = new Set<string>();
  const button = make("button", { type: "button", class: "main" });
  button.addEventListener("click", () => {
    keepPlace();
    location.reload();
  });
  const source = new EventSource(url, { withCredentials: true });
  let lost: ReturnType<typeof setTimeout> | undefined;
  const state = document.querySelector<HTMLElement>("[data-live-state]");
  const tell = (words: string, on: boolean): void => {
    if (!state) return;
    state.textContent = words;
    state.dataset["liveState"] = on ? "on" : "off";
  };
  source.addEventListener("open", () => {
    clearTimeout(lost);
    tell(t("web-live-on"), true);
  });
  source.addEventListener("error", () => {
    // A moment without a line is no news; the browser tries again by itself.
    clearTimeout(lost);
    lost = setTimeout(() => tell(t("web-live-lost"), false), 3000);
    // A server that is going away, or a session that ended, closes for good.
    if (source.readyState === EventSource.CLOSED) tell(t("web-live-lost"), false);
  });
  source.addEventListener("statement", (e: MessageEvent<string>) => {
    const got = parse(e.data);
    if (!got || typeof got["id"] !== "string" || seen.has(got["id"])) return;
    seen.add(got["id"]);
    const words = t("web-live-new", { count: number(seen.size) });
    button.textContent = words;
    if (!button.isConnected) place.append(button);
    place.hidden = false;
    if (seen.size === 1) say(words);
    document.dispatchEvent(new CustomEvent("desk:statement", { detail: got }));
  });
  source.addEventListener("count", (e: MessageEvent<string>) => {
    const got = parse(e.data);
    if (!got || typeof got["name"] !== "string" || typeof got["value"] !== "number") return;
    for (const p of document.querySelectorAll<HTMLElement>(`[data-live-count="${CSS.escape(got["name"])}"]`)) {
      p.textContent = number(got["value"]);
      p.hidden = got["value"] === 0;
    }
  });
  source.addEventListener("presence", (e: MessageEvent<string>) => {
    const got = parse(e.data);
    if (!got || typeof got["object"] !== "string" || !Array.isArray(got["names"])) return;
    const names = got["names"].filter((n): n is string => typeof n === "string");
    for (const p of document.querySelectorAll<HTMLElement>(`[data-presence="${CSS.escape(got["object"])}"]`)) {
      p.hidden = names.length === 0;
      const list = new Intl.ListFormat(document.documentElement.lang || "en").format(names);
      p.textContent = names.length ? t("web-live-viewed-by", { names: list }) : "";
    }
  });
  addEventListener("pagehide", () => source.close());
}
