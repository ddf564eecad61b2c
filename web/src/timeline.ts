// When things happened: a band per source, a mark per claim, a whisker where only a span is known. What has no date is counted apart and never
// drawn. A brush chooses days: it goes into the address (`from`, `to`) and is told to the other views (`desk:range`).
// Must not: put a mark on a day that nobody said.

import { data, dates, draw, make, say, settled } from "./page.ts";
import { number, t } from "./words.ts";

/** One mark: days as ISO dates, `null` where that end is not known. */
export interface Item {
  id: string;
  band: string;
  from: string | null;
  to: string | null;
  status?: string;
  title: string;
  url?: string;
}
export interface Data {
  from?: string;
  to?: string;
  bands: { id: string; name: string }[];
  items: Item[];
  events?: { at: string; label: string }[];
  uncovered?: { from: string; to: string }[];
  undated?: number;
}

/** What a page gives: the above, or marks that name their band. */
export type Given = Partial<Data> & { marks?: (Omit<Item, "band" | "url"> & { band?: string | null; href?: string })[] };

/** The one form from the other. A mark without a band is in a band without a name. */
export function normal(given: Given): Data {
  const items = [...(given.items ?? []), ...(given.marks ?? []).map((m) => ({ ...m, band: m.band ?? "", ...(m.href ? { url: m.href } : {}) }))];
  const bands = [...(given.bands ?? [])];
  for (const i of items) if (!bands.some((b) => b.id === i.band)) bands.push({ id: i.band, name: i.band || "–" });
  return { ...given, items, bands };
}

const DAY = 86_400_000;
/** The day's number, or nothing if it is no date. */
export function day(iso: string | null | undefined): number | undefined {
  if (!iso) return undefined;
  const ms = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms / DAY;
}
export const iso = (n: number): string => new Date(Math.round(n) * DAY).toISOString().slice(0, 10);

/** Lanes so that no two spans of a band cover each other; gives each item's lane, in the order given. */
export function lanes(spans: readonly { from: number; to: number }[], gap: number): number[] {
  const ends: number[] = [];
  const order = spans.map((_, i) => i).sort((a, b) => (spans[a]?.from ?? 0) - (spans[b]?.from ?? 0));
  const out: number[] = new Array<number>(spans.length).fill(0);
  for (const i of order) {
    const s = spans[i];
    if (!s) continue;
    let lane = ends.findIndex((e) => e + gap <= s.from);
    if (lane < 0) lane = ends.length;
    ends[lane] = s.to;
    out[i] = lane;
  }
  return out;
}

/** Ticks between two days: at most `most`, on days, weeks, months, quarters or years. */
export function ticks(from: number, to: number, most: number): number[] {
  const span = to - from;
  const out: number[] = [];
  for (const step of [1, 2, 7, 14]) {
    if (span / step > most) continue;
    for (let n = Math.ceil(from / step) * step; n <= to; n += step) out.push(n);
    return out;
  }
  const first = new Date(from * DAY);
  for (const months of [1, 2, 3, 6, 12, 24, 60, 120, 600]) {
    if (span / (months * 30.4) > most) continue;
    let y = first.getUTCFullYear();
    let m = Math.floor(first.getUTCMonth() / Math.min(months, 12)) * Math.min(months, 12);
    if (months > 12) {
      y = Math.floor(y / (months / 12)) * (months / 12);
      m = 0;
    }
    for (; ; m += months) {
      const n = Date.UTC(y, m, 1) / DAY;
      if (n > to) return out;
      if (n >= from) out.push(n);
    }
  }
  return out;
}

const LANE = 14;
const PAD = 8;

export function start(place: HTMLElement): void {
  const got = data(place);
  if (!got) return;
  const d = normal(got as Given);
  const rtl = getComputedStyle(place).direction === "rtl";
  const short = new Intl.DateTimeFormat(dates(), { day: "numeric", month: "short", timeZone: "UTC" });
  const long = new Intl.DateTimeFormat(dates(), { month: "short", year: "numeric", timeZone: "UTC" });

  const dated = d.items.flatMap((i) => {
    const from = day(i.from);
    const to = day(i.to);
    return from === undefined && to === undefined ? [] : [{ item: i, from, to }];
  });
  const undated = (d.undated ?? 0) + d.items.length - dated.length;
  const all = [...dated.flatMap((i) => [i.from, i.to]), ...(d.events ?? []).map((e) => day(e.at)), day(d.from), day(d.to)].filter((n): n is number => n !== undefined);
  const words = make("p", { class: "counts" }, undated ? t("web-timeline-undated", { count: number(undated) }) : t("web-timeline-all-dated"));
  const tools = make("div", { class: "timeline-tools" });
  place.append(tools);
  tools.append(words);
  if (all.length === 0) return;
  const low = day(d.from) ?? Math.min(...all) - 1;
  const high = (day(d.to) ?? Math.max(...all)) + 1;

  let svg: SVGElement | undefined;
  let range: [number, number] | undefined;
  // The day at which a drag began. It lives here and not with one drawing, so that a new drawing never takes a brush out of somebody's hand.
  let begin: number | undefined;

  const address = new URL(location.href).searchParams;
  const a = day(address.get("from"));
  const b = day(address.get("to"));
  if (a !== undefined || b !== undefined) range = [a ?? low, (b ?? high - 1) + 1];

  const from = make("input", { type: "date", "aria-label": t("web-timeline-from") });
  const to = make("input", { type: "date", "aria-label": t("web-timeline-to") });
  const clear = make("button", { type: "button" }, t("web-timeline-clear"));
  const apply = make("a", { class: "button main", href: location.href }, t("web-timeline-apply"));
  tools.append(make("span", { class: "row push" }, from, "–", to, apply, clear));

  function tell(speak: boolean): void {
    const url = new URL(location.href);
    if (range) {
      url.searchParams.set("from", iso(range[0]));
      url.searchParams.set("to", iso(range[1] - 1));
    } else {
      url.searchParams.delete("from");
      url.searchParams.delete("to");
    }
    // A page of a list is a page of these days.
    url.searchParams.delete("cursor");
    history.replaceState(history.state, "", url);
    from.value = range ? iso(range[0]) : "";
    to.value = range ? iso(range[1] - 1) : "";
    apply.href = url.href;
    apply.hidden = clear.hidden = !range;
    const detail = range ? { from: iso(range[0]), to: iso(range[1] - 1) } : null;
    mark(detail);
    document.dispatchEvent(new CustomEvent("desk:range", { detail }));
    if (speak) say(detail ? t("web-timeline-chosen", { from: detail.from, to: detail.to }) : t("web-timeline-cleared"));
  }

  const byHand = (): void => {
    const f = day(from.value);
    const u = day(to.value);
    if (f === undefined && u === undefined) range = undefined;
    else range = [f ?? low, Math.max((u ?? high - 1) + 1, (f ?? low) + 1)];
    render();
    tell(true);
  };
  from.addEventListener("change", byHand);
  to.addEventListener("change", byHand);
  clear.addEventListener("click", () => {
    range = undefined;
    render();
    tell(true);
    from.focus();
  });

  function render(): void {
    const room = Math.max(place.clientWidth, 280);
    const names = room > 560 ? Math.min(180, room * 0.22) : 0;
    const x = (n: number): number => {
      const at = names + PAD + ((n - low) / Math.max(high - low, 1)) * (room - names - 2 * PAD);
      return rtl ? room - at : at;
    };
    const back = (px: number): number => {
      const at = rtl ? room - px : px;
      return low + ((at - names - PAD) / (room - names - 2 * PAD)) * (high - low);
    };
    const perDay = (room - names - 2 * PAD) / Math.max(high - low, 1);
    let y = 22;
    const rows = d.bands.map((band) => {
      const mine = dated.filter((i) => i.item.band === band.id);
      const spans = mine.map((i) => ({ from: i.from ?? low, to: (i.to ?? high - 1) + 1 }));
      const lane = lanes(spans, 10 / perDay);
      const head = names ? 0 : 14;
      const row = { band, mine, lane, y, head, height: head + Math.max(1, ...lane.map((l) => l + 1)) * LANE + 8 };
      y += row.height;
      return row;
    });
    const height = y + 6;
    const out = draw("svg", { viewBox: `0 0 ${room} ${height}`, height, role: "group", "aria-label": t("web-timeline-label") });
    out.append(
      draw("defs", {}, draw("pattern", { id: "uncovered", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, draw("line", { x1: 0, y1: 0, x2: 0, y2: 6, class: "hatch-line" }))),
    );
    for (const [i, r] of rows.entries()) out.append(draw("rect", { class: i % 2 ? "band odd" : "band", x: 0, y: r.y, width: room, height: r.height }));
    for (const u of d.uncovered ?? []) {
      const [f, e] = [day(u.from), day(u.to)];
      if (f === undefined || e === undefined) continue;
      const [p, q] = [x(f), x(e + 1)].sort((m, n) => m - n) as [number, number];
      out.append(draw("rect", { class: "uncovered", x: p, y: 22, width: q - p, height: height - 22 }, draw("title", {}, t("web-timeline-uncovered"))));
    }
    const axis = draw("g", { class: "axis" });
    const far = ticks(low, high, Math.max(3, Math.floor((room - names) / 76)));
    for (const n of far) {
      const at = new Date(n * DAY);
      axis.append(draw("line", { x1: x(n), x2: x(n), y1: 18, y2: height }));
      // A label that would be cut off at the edge is left out; its line says enough.
      const along = rtl ? room - x(n) : x(n);
      if (along < names + 22 || along > room - 26) continue;
      axis.append(draw("text", { x: x(n), y: 13, "text-anchor": "middle" }, (high - low > 120 ? long : short).format(at)));
    }
    out.append(axis);
    for (const e of d.events ?? []) {
      const n = day(e.at);
      if (n === undefined) continue;
      out.append(draw("line", { class: "event", x1: x(n), x2: x(n), y1: 18, y2: height }, draw("title", {}, e.label)));
      out.append(draw("text", { class: "event-label", x: x(n) + (rtl ? -4 : 4), y: height - 4, "text-anchor": "start" }, e.label));
    }
    for (const r of rows) {
      const label = draw("text", { class: "band-label", x: rtl ? room - PAD : PAD, y: r.y + 14, "text-anchor": "start" });
      label.textContent = names && r.band.name.length > names / 6.5 ? `${r.band.name.slice(0, Math.floor(names / 6.5))}…` : r.band.name;
      label.append(draw("title", {}, r.band.name));
      out.append(label);
      for (const [i, m] of r.mine.entries()) {
        const cy = r.y + r.head + (r.lane[i] ?? 0) * LANE + LANE / 2 + 4;
        const f = m.from ?? low;
        const e = (m.to ?? high - 1) + 1;
        const one = e - f <= 1 && m.from !== undefined && m.to !== undefined;
        const [p, q] = [x(f), x(e)].sort((v, w) => v - w) as [number, number];
        const group = draw("a", { href: m.item.url ?? `#${m.item.id}`, "data-id": m.item.id, "aria-label": `${m.item.title}, ${spoken(m.item)}` });
        group.append(draw("title", {}, `${m.item.title}\n${spoken(m.item)}`));
        // A place to touch that is larger than the mark.
        group.append(draw("rect", { x: p - 4, y: cy - 7, width: Math.max(q - p + 8, 14), height: 14, fill: "transparent" }));
        if (one) {
          group.append(draw("circle", { class: "mark", "data-status": m.item.status ?? "reported", cx: (p + q) / 2, cy, r: 5 }));
        } else {
          // A span: somewhere in it, nobody said where. So there is no dot in its middle.
          const openStart = m.from === undefined;
          const openEnd = m.to === undefined;
          group.append(draw("rect", { class: `mark span${openStart || openEnd ? " open-end" : ""}`, "data-status": m.item.status ?? "reported", x: p, y: cy - 3, width: Math.max(q - p, 4), height: 6, rx: 3 }));
          for (const [open, at] of [[openStart, x(f)], [openEnd, x(e)]] as const) if (!open) group.append(draw("line", { class: "whisker", x1: at, x2: at, y1: cy - 6, y2: cy + 6 }));
        }
        out.append(group);
      }
    }
    if (range) {
      const [p, q] = [x(Math.max(range[0], low)), x(Math.min(range[1], high))].sort((m, n) => m - n) as [number, number];
      out.append(draw("rect", { class: "brush", x: p, y: 18, width: Math.max(q - p, 2), height: height - 18, "pointer-events": "none" }));
    }
    out.addEventListener("pointerdown", (e) => {
      if (e.button !== 0 || e.pointerType === "touch" || (e.target instanceof Element && e.target.closest("a"))) return;
      out.setPointerCapture(e.pointerId);
      begin = back(e.clientX - out.getBoundingClientRect().left);
    });
    out.addEventListener("pointermove", (e) => {
      if (begin === undefined) return;
      const now = back(e.clientX - out.getBoundingClientRect().left);
      const [m, n] = [Math.min(begin, now), Math.max(begin, now)];
      range = [Math.max(Math.floor(m), Math.floor(low)), Math.min(Math.ceil(n), Math.ceil(high))];
      let brush = out.querySelector<SVGElement>(".brush");
      if (!brush) {
        brush = draw("rect", { class: "brush", y: 18, height: height - 18, "pointer-events": "none" });
        out.append(brush);
      }
      const [p, q] = [x(range[0]), x(range[1])].sort((v, w) => v - w) as [number, number];
      brush.setAttribute("x", String(p));
      brush.setAttribute("width", String(Math.max(q - p, 2)));
    });
    const end = (): void => {
      if (begin === undefined) return;
      begin = undefined;
      if (range) tell(true);
      // The room may have changed under the hand.
      if (place.clientWidth !== width) again();
    };
    out.addEventListener("pointerup", end);
    out.addEventListener("pointercancel", end);
    svg?.remove();
    svg = out;
    place.insertBefore(out, tools);
  }

  function spoken(i: Item): string {
    if (i.from && i.to && i.from.slice(0, 10) === i.to.slice(0, 10)) return i.from.slice(0, 10);
    return t("web-timeline-span", { from: i.from?.slice(0, 10) ?? "?", to: i.to?.slice(0, 10) ?? "?" });
  }

  let width = place.clientWidth;
  const again = settled(120, () => {
    if (begin !== undefined) return;
    width = place.clientWidth;
    render();
  });
  render();
  tell(false);
  new ResizeObserver(() => {
    if (place.clientWidth !== width) again();
  }).observe(place);
}

/** Rows that say their days (`data-from`, `data-to`) are dimmed outside the range; those that say none are left as they are. */
function mark(range: { from: string; to: string } | null): void {
  for (const row of document.querySelectorAll<HTMLElement>("[data-item][data-from], [data-item][data-to]")) {
    const f = row.dataset["from"] ?? row.dataset["to"] ?? "";
    const e = row.dataset["to"] ?? row.dataset["from"] ?? "";
    row.classList.toggle("outside", range !== null && f !== "" && (e.slice(0, 10) < range.from || f.slice(0, 10) > range.to));
  }
}
