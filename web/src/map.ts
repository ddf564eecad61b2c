// Where things happened. A mark only where a point is known; an area is shaded and counted where only the area is; how exact a place is shows as
// a halo. The ground is ours: no request goes to another host.
// Must not: put a mark into the middle of an area.

import type { Feature, FeatureCollection, Geometry, Polygon } from "geojson";
import * as gl from "maplibre-gl";
import { feature } from "topojson-client";
import symbols from "../symbols.json" with { type: "json" };
import { beside, data, make, say, settled, still } from "./page.ts";
import { fold } from "./keys.ts";
import { number, t } from "./words.ts";

type Position = [number, number];

export interface Area {
  id: string;
  /** ISO 3166-1 alpha-3 code of its country. */
  country: string;
  /** Its spellings; any that the ground knows will do. */
  names: string[];
  /** As the page writes it. */
  label: string;
  count: number;
  url?: string;
  /** Nobody observed here: hatched. */
  unseen?: boolean;
}
export interface Point {
  id: string;
  title: string;
  at: Position;
  /** How exact, in metres; null where nobody said. */
  radius_m: number | null;
  act: string;
  status: string;
  url?: string;
  from?: string;
  to?: string;
}
export interface Zone {
  id: string;
  name: string;
  geometry: Geometry;
  /** `exact` is drawn solid, `indicative` dashed. */
  status: "exact" | "indicative";
  unseen?: boolean;
}
export interface Data {
  bounds?: [number, number, number, number];
  /** Countries whose areas are drawn, ISO 3166-1 alpha-3. */
  countries?: string[];
  areas?: Area[];
  points?: Point[];
  zones?: Zone[];
  labels?: { name: string; at: Position; rank?: number }[];
}

/** A name without marks, apostrophes and what stands in brackets; and what stands in the brackets, too. */
export function spellings(name: string): string[] {
  const bare = (s: string): string => fold(s).replace(/['’`ʿʾ\-_.]/g, "").replace(/\b(governorate|province|state|region|oblast|muhafazat)\b/g, "").replace(/^(al|ar|as|ad|ash|an|at)\s+/, "").replace(/\s+/g, " ").trim();
  const out = [bare(name.replace(/\(.*?\)/g, ""))];
  for (const inside of name.matchAll(/\((.*?)\)/g)) out.push(bare(inside[1] ?? ""));
  return out.filter(Boolean);
}

/**
 * What is left of a spelling when it was written in other letters: consonants, none twice in a row, no article. `Deir ez-Zor` and `Dayr Az Zawr`
 * are the same; two areas of a country that come to the same are told apart by their spellings alone.
 */
export function bones(name: string): string {
  const words = fold(name.replace(/\(.*?\)/g, "")).replace(/['’`ʿʾ]/g, "").split(/[\s\-_.]+/).filter((w) => !/^(al|ar|as|ad|ash|an|at|az|ez|el|es|er|governorate|province|state|region)$/.test(w));
  return words.map((w) => w.replace(/h$/, "").replace(/[aeiouyw]/g, "").replace(/(.)\1+/g, "$1")).join("");
}

/** A circle of that many metres around a place, as a polygon. */
export function circle([lon, lat]: Position, metres: number): Polygon {
  const ring: Position[] = [];
  const dy = metres / 111_320;
  const dx = dy / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
  for (let i = 0; i <= 48; i++) {
    const a = (i / 48) * 2 * Math.PI;
    ring.push([lon + dx * Math.cos(a), lat + dy * Math.sin(a)]);
  }
  return { type: "Polygon", coordinates: [ring] };
}

/** The box around geometries. */
export function box(geometries: readonly Geometry[]): [number, number, number, number] | undefined {
  let out: [number, number, number, number] | undefined;
  const visit = (c: unknown): void => {
    if (!Array.isArray(c)) return;
    if (typeof c[0] === "number" && typeof c[1] === "number") {
      const [x, y] = [c[0], c[1]];
      out = out ? [Math.min(out[0], x), Math.min(out[1], y), Math.max(out[2], x), Math.max(out[3], y)] : [x, y, x, y];
    } else for (const d of c) visit(d);
  };
  for (const g of geometries) visit(g.type === "GeometryCollection" ? g.geometries.map((h) => ("coordinates" in h ? h.coordinates : [])) : g.coordinates);
  return out;
}

/** Where a label of an area stands: inside its largest part. It carries a count and a name, and is no place of anything. */
export function labelPlace(g: Geometry): Position | undefined {
  const parts = g.type === "Polygon" ? [g.coordinates] : g.type === "MultiPolygon" ? g.coordinates : [];
  let best: Position | undefined;
  let most = 0;
  for (const part of parts) {
    const ring = part[0] ?? [];
    let [area, cx, cy] = [0, 0, 0];
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x0 = 0, y0 = 0] = ring[i] ?? [];
      const [x1 = 0, y1 = 0] = ring[i + 1] ?? [];
      const f = x0 * y1 - x1 * y0;
      area += f;
      cx += (x0 + x1) * f;
      cy += (y0 + y1) * f;
    }
    if (Math.abs(area) > most) {
      most = Math.abs(area);
      best = [cx / (3 * area), cy / (3 * area)];
    }
  }
  return best;
}

const SHAPES = symbols.shapes as Record<string, { outline: string; half: string }>;
const FILLS = symbols.statuses as Record<string, string>;
const ACTS = symbols.acts as Record<string, string[]>;

/** The drawing of a shape and fill, as an address that an image takes. */
export function drawing(shape: string, fill: string, ink: string, ground: string): string {
  const s = SHAPES[shape] ?? SHAPES["star"];
  if (!s) throw new Error("no shapes");
  const inner =
    fill === "half"
      ? `<path d="${s.outline}" fill="${ground}"/><path d="${s.half}" fill="${ink}" stroke="none"/>`
      : fill === "full"
        ? `<path d="${s.outline}" fill="${ink}"/>`
        : fill === "crossed"
          ? `<path d="${s.outline}" fill="${ground}"/><path d="M4 20 20 4"/>`
          : fill === "dotted"
            ? `<path d="${s.outline}" fill="${ground}" stroke-dasharray=".1 3.4" stroke-width="2.6"/>`
            : `<path d="${s.outline}" fill="${ground}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24"><g fill="none" stroke="${ground}" stroke-width="4.500" stroke-linejoin="round"><path d="${s.outline}"/></g><g fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

async function image(url: string): Promise<ImageData> {
  const img = new Image(48, 48);
  img.src = url;
  await img.decode();
  const canvas = make("canvas", { width: "48", height: "48" });
  const c = canvas.getContext("2d", { willReadFrequently: true });
  if (!c) throw new Error("no canvas");
  c.drawImage(img, 0, 0, 48, 48);
  return c.getImageData(0, 0, 48, 48);
}

/** Slanted lines, for what nobody observed. */
function hatch(ink: string): ImageData {
  const canvas = make("canvas", { width: "12", height: "12" });
  const c = canvas.getContext("2d");
  if (!c) throw new Error("no canvas");
  c.strokeStyle = ink;
  c.lineWidth = 1.5;
  for (const o of [-12, 0, 12]) {
    c.beginPath();
    c.moveTo(o, 12);
    c.lineTo(o + 12, 0);
    c.stroke();
  }
  return c.getImageData(0, 0, 12, 12);
}

const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });
const of = (geometry: Geometry, properties: Record<string, unknown> = {}): Feature => ({ type: "Feature", geometry, properties });

async function topology(name: string, object: string): Promise<Feature[]> {
  const got = await fetch(beside(name), { credentials: "same-origin" });
  if (!got.ok) throw new Error(`${name}: ${got.status}`);
  const topo = (await got.json()) as Parameters<typeof feature>[0];
  const found = topo.objects[object];
  if (!found) throw new Error(`${name}: no ${object}`);
  const out = feature(topo, found) as unknown as FeatureCollection | Feature;
  return out.type === "FeatureCollection" ? out.features : [out];
}

/** What the page's JSON twin says. */
async function ask(source: string): Promise<unknown> {
  const got = await fetch(source, { credentials: "same-origin", headers: { accept: "application/json" } });
  if (!got.ok) throw new Error(`${source}: ${got.status}`);
  return got.json();
}

/** A country's name in the page's language, from its number. */
function country(id: unknown, language: string): string | undefined {
  try {
    const region = new Intl.Locale(`und-${String(id).padStart(3, "0")}`).region;
    if (!region || /^\d/.test(region)) return undefined;
    return new Intl.DisplayNames(language, { type: "region", fallback: "none" }).of(region);
  } catch {
    return undefined;
  }
}

export async function start(place: HTMLElement): Promise<void> {
  const source = place.dataset["source"];
  const d = (source ? await ask(source) : (data(place) ?? {})) as Data;
  const style = getComputedStyle(document.documentElement);
  const language = document.documentElement.lang || "en";
  const rtl = getComputedStyle(place).direction === "rtl";
  const ink = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const font = [rtl ? "Noto Sans Arabic" : "Noto Sans", rtl ? "Noto Sans" : "Noto Sans Arabic"];

  const canvas = place.querySelector<HTMLElement>(".map-canvas") ?? place.insertBefore(make("div", { class: "map-canvas" }), place.firstChild);
  const marks = make("div", { class: "map-marks" });
  if (!document.querySelector(`link[href="${beside("map.css")}"]`)) {
    await new Promise<void>((done) => {
      const link = make("link", { rel: "stylesheet", href: beside("map.css") });
      link.addEventListener("load", () => done());
      link.addEventListener("error", () => done());
      document.head.append(link);
    });
  }
  // Letters are drawn from these faces, so they must be there first.
  await Promise.all(font.map((f) => document.fonts.load(`400 16px "${f}"`, "Aا")));

  const wanted = new Set([...(d.countries ?? []), ...(d.areas ?? []).map((a) => a.country)].map((c) => c.toLowerCase()));
  const countries = await topology("countries.json", "countries");
  const areas: Feature[] = [];
  const byName = new Map<string, Feature>();
  const byBones = new Map<string, Feature | null>();
  for (const code of wanted) {
    if (!MADE[`areas-${code}.json`]) continue;
    for (const f of await topology(`areas-${code}.json`, "areas")) {
      areas.push(f);
      for (const s of spellings(String(f.properties?.["name"] ?? ""))) byName.set(`${code} ${s}`, f);
      const left = `${code} ${bones(String(f.properties?.["name"] ?? ""))}`;
      byBones.set(left, byBones.has(left) ? null : f);
    }
  }
  const shaded: Feature[] = [];
  const unseen: Feature[] = [];
  const missing: string[] = [];
  const labels: Feature[] = [];
  for (const a of d.areas ?? []) {
    const code = a.country.toLowerCase();
    const found = a.names.flatMap(spellings).map((s) => byName.get(`${code} ${s}`)).find(Boolean) ?? a.names.map((n) => byBones.get(`${code} ${bones(n)}`)).find(Boolean);
    if (!found) {
      if (a.count || a.unseen) missing.push(a.count ? `${a.label} (${number(a.count)})` : a.label);
      continue;
    }
    const properties = { id: a.id, label: a.label, count: a.count, url: a.url ?? "" };
    if (a.count) shaded.push(of(found.geometry, properties));
    if (a.unseen) unseen.push(of(found.geometry, properties));
    const at = labelPlace(found.geometry);
    if (at) labels.push(of({ type: "Point", coordinates: at }, { name: a.count ? `${a.label}\n${number(a.count)}` : a.label, rank: a.count ? 0 : 2 }));
  }
  for (const z of d.zones ?? []) {
    if (z.unseen) unseen.push(of(z.geometry, { id: z.id, label: z.name }));
    const at = labelPlace(z.geometry);
    if (at) labels.push(of({ type: "Point", coordinates: at }, { name: z.name, rank: 1 }));
  }
  for (const l of d.labels ?? []) labels.push(of({ type: "Point", coordinates: l.at }, { name: l.name, rank: 3 + (l.rank ?? 0) }));

  const points = d.points ?? [];
  const pointFeatures = (list: readonly Point[]): FeatureCollection =>
    collection(list.map((p) => of({ type: "Point", coordinates: p.at }, { id: p.id, title: p.title, url: p.url ?? "", icon: `${ACTS[p.act]?.[0] ?? "star"}-${FILLS[p.status] ?? "hollow"}` })));
  const halos = (list: readonly Point[]): FeatureCollection => collection(list.filter((p) => p.radius_m !== null && p.radius_m > 0).map((p) => of(circle(p.at, p.radius_m ?? 0), { id: p.id })));
  const countryNames = collection(
    countries.flatMap((c) => {
      const name = country(c.id, language);
      const at = labelPlace(c.geometry);
      return name && at ? [of({ type: "Point", coordinates: at }, { name })] : [];
    }),
  );

  const bounds = d.bounds ?? box([...points.map((p): Geometry => ({ type: "Point", coordinates: p.at })), ...shaded.map((f) => f.geometry)]) ?? box([...(d.zones ?? []).map((z) => z.geometry), ...unseen.map((f) => f.geometry)]) ?? box(areas.map((f) => f.geometry)) ?? [-160, -55, 170, 72];
  const wide: [number, number, number, number] = [bounds[0] - 0.15, bounds[1] - 0.15, bounds[2] + 0.15, bounds[3] + 0.15];

  gl.setWorkerUrl(beside("map-worker.js"));
  const text = (size: unknown, extra: Record<string, unknown> = {}): Record<string, unknown> => ({ "text-field": ["get", "name"], "text-font": font, "text-size": size, "text-max-width": 9, ...extra });
  const paint = { "text-color": ink("ink"), "text-halo-color": ink("land"), "text-halo-width": 1.6 };
  const spec = {
    version: 8,
    sources: {
      countries: { type: "geojson", data: collection(countries) },
      "country-names": { type: "geojson", data: countryNames },
      areas: { type: "geojson", data: collection(areas) },
      shaded: { type: "geojson", data: collection(shaded) },
      unseen: { type: "geojson", data: collection(unseen) },
      zones: { type: "geojson", data: collection((d.zones ?? []).map((z) => of(z.geometry, { name: z.name, status: z.status }))) },
      halos: { type: "geojson", data: halos(points) },
      points: { type: "geojson", data: pointFeatures(points), cluster: true, clusterRadius: 42, clusterMaxZoom: 12 },
      labels: { type: "geojson", data: collection(labels) },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink("sea") } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": ink("land") } },
      { id: "shaded", type: "fill", source: "shaded", paint: { "fill-color": ink("undecided"), "fill-opacity": ["interpolate", ["linear"], ["get", "count"], 1, 0.16, 10, 0.3, 100, 0.45] } },
      { id: "unseen", type: "fill", source: "unseen", paint: { "fill-pattern": "hatch" } },
      { id: "areas", type: "line", source: "areas", paint: { "line-color": ink("border"), "line-width": 0.6, "line-dasharray": [3, 2] } },
      { id: "borders", type: "line", source: "countries", paint: { "line-color": ink("border"), "line-width": 1.1 } },
      { id: "zones", type: "fill", source: "zones", filter: ["in", ["geometry-type"], ["literal", ["Polygon", "MultiPolygon"]]], paint: { "fill-color": ink("ink"), "fill-opacity": 0.07 } },
      { id: "zones-exact", type: "line", source: "zones", filter: ["==", ["get", "status"], "exact"], paint: { "line-color": ink("ink"), "line-width": 2 } },
      { id: "zones-indicative", type: "line", source: "zones", filter: ["!=", ["get", "status"], "exact"], paint: { "line-color": ink("ink"), "line-width": 2, "line-dasharray": [2, 2] } },
      { id: "halos", type: "fill", source: "halos", paint: { "fill-color": ink("undecided"), "fill-opacity": 0.12 } },
      { id: "halo-lines", type: "line", source: "halos", paint: { "line-color": ink("undecided"), "line-width": 1, "line-dasharray": [2, 2] } },
      { id: "country-names", type: "symbol", source: "country-names", maxzoom: 6.5, layout: text(12, { "text-letter-spacing": rtl ? 0 : 0.08 }), paint: { ...paint, "text-color": ink("ink-2") } },
      { id: "labels", type: "symbol", source: "labels", layout: text(["step", ["get", "rank"], 13, 1, 11.5], { "symbol-sort-key": ["get", "rank"], "text-padding": 4 }), paint },
      { id: "clusters", type: "circle", source: "points", filter: ["has", "point_count"], paint: { "circle-color": ink("surface"), "circle-radius": ["step", ["get", "point_count"], 14, 10, 18, 100, 24], "circle-stroke-color": ink("undecided"), "circle-stroke-width": 2 } },
      { id: "cluster-counts", type: "symbol", source: "points", filter: ["has", "point_count"], layout: { "text-field": ["to-string", ["get", "point_count"]], "text-font": font, "text-size": 13, "text-allow-overlap": true }, paint: { "text-color": ink("ink") } },
      { id: "points", type: "symbol", source: "points", filter: ["!", ["has", "point_count"]], layout: { "icon-image": ["get", "icon"], "icon-size": 1, "icon-allow-overlap": true } },
    ],
  };

  const kinds = new Set(points.map((p) => `${ACTS[p.act]?.[0] ?? "star"}-${FILLS[p.status] ?? "hollow"}`));
  const images = await Promise.all(
    [...kinds].map(async (k): Promise<[string, ImageData]> => {
      const [shape = "star", fill = "hollow"] = k.split("-");
      return [k, await image(drawing(shape, fill, ink("undecided"), ink("surface")))];
    }),
  );
  const map = new gl.Map({
    container: canvas,
    style: spec as unknown as gl.StyleSpecification,
    bounds: wide,
    fitBoundsOptions: { padding: 24 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    maxZoom: 15,
    fadeDuration: still() ? 0 : 150,
    localIdeographFontFamily: "sans-serif",
    locale: { "Map.Title": t("web-map-title") },
    // The last word on hosts: what is not ours is never asked for.
    transformRequest: (url: string) => ({ url: new URL(url, location.href).origin === location.origin || /^(blob|data):/.test(url) ? url : "about:blank" }),
  } as gl.MapOptions);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  (place as HTMLElement & { map?: gl.Map }).map = map;

  // A style that is set forgets the images of the one before.
  map.on("style.load", () => {
    if (!map.hasImage("hatch")) map.addImage("hatch", hatch(ink("ink-3")), { pixelRatio: 2 });
    for (const [name, data] of images) if (!map.hasImage(name)) map.addImage(name, data, { pixelRatio: 2 });
  });

  // Tools in the page's own words.
  const tools = make("div", { class: "map-tools" });
  const tool = (label: string, run: () => void): void => {
    const b = make("button", { type: "button" }, label);
    b.addEventListener("click", run);
    tools.append(b);
  };
  tool(t("web-map-zoom-in"), () => void map.zoomIn({ animate: !still() }));
  tool(t("web-map-zoom-out"), () => void map.zoomOut({ animate: !still() }));
  tool(t("web-map-reset"), () => void map.fitBounds(wide, { padding: 24, animate: !still() }));
  if (missing.length) tools.append(make("span", { class: "muted" }, t("web-map-not-drawn", { areas: missing.join(", ") })));
  canvas.after(tools);
  if (!place.querySelector(".map-note")) place.append(make("p", { class: "map-note" }, t("web-map-boundaries")));

  // Marks that the keyboard reaches: one over each that is drawn, or none where they are too many; the list beside has all of them.
  canvas.append(marks);
  const MOST = 80;
  let shown = points;
  // The mark that has the focus, until the reader takes it elsewhere. Drawings come and go below it, some of them empty for a moment: it keeps the
  // focus, and when it is gone (a heap was opened) the nearest one has it.
  let held: { id: string; at: Position } | undefined;
  const elsewhere = (e: Event): void => {
    if (!(e.target instanceof Node && marks.contains(e.target))) held = undefined;
  };
  // Not `focusout`: marks are hidden while the map moves, and what is hidden loses the focus without anybody's wish.
  document.addEventListener("focusin", elsewhere);
  document.addEventListener("pointerdown", elsewhere);
  function lay(): void {
    const seen = new Set<string>();
    const drawn = map.getLayer("points") ? map.queryRenderedFeatures({ layers: ["points", "clusters"] }).filter((f) => {
      const id = String(f.properties["cluster_id"] ?? f.properties["id"]);
      return seen.has(id) ? false : (seen.add(id), true);
    }) : [];
    const list = drawn.length > MOST ? [] : drawn;
    marks.replaceChildren(
      ...list.map((f) => {
        const at = (f.geometry as unknown as { coordinates: Position }).coordinates;
        const px = map.project(at);
        const cluster = f.properties["cluster"] === true;
        const id = cluster ? `cluster-${String(f.properties["cluster_id"])}` : String(f.properties["id"]);
        const label = cluster ? t("web-map-cluster", { count: number(Number(f.properties["point_count"])) }) : String(f.properties["title"]);
        const url = String(f.properties["url"] ?? "");
        const mark = cluster || !url ? make("button", { type: "button", class: "map-mark", "aria-label": label, title: label, "data-mark": id }) : make("a", { class: "map-mark", href: url, "aria-label": label, title: label, "data-mark": id });
        if (cluster) {
          mark.addEventListener("click", () => {
            const source = map.getSource("points") as gl.GeoJSONSource;
            const go = (zoom: number): void => void map.easeTo({ center: at, zoom, animate: !still() });
            // The heap may have been made anew since it was drawn; then one step nearer shows what it is now.
            source.getClusterExpansionZoom(Number(f.properties["cluster_id"])).then((zoom) => go(zoom + 0.2), () => go(map.getZoom() + 1));
          });
        }
        mark.addEventListener("focus", () => (held = { id, at }));
        mark.style.setProperty("transform", `translate(${px.x}px, ${px.y}px)`);
        return mark;
      }),
    );
    if (!held || list.length === 0) return;
    const { id, at } = held;
    const from = map.project(at);
    const far = (f: (typeof list)[number]): number => {
      const px = map.project((f.geometry as unknown as { coordinates: Position }).coordinates);
      return (px.x - from.x) ** 2 + (px.y - from.y) ** 2;
    };
    const nearest = list.map((f, i) => ({ i, d: far(f) })).sort((a, b) => a.d - b.d)[0];
    const mark = marks.querySelector<HTMLElement>(`[data-mark="${CSS.escape(id)}"]`) ?? (marks.children[nearest?.i ?? 0] as HTMLElement | undefined);
    mark?.focus({ preventScroll: true });
  }
  map.on("movestart", () => marks.classList.add("moving"));
  map.on("idle", () => {
    // Shown first: what is hidden takes no focus.
    marks.classList.remove("moving");
    lay();
    place.dataset["ready"] = "true";
  });
  map.on("error", (e) => console.error("map:", e.error?.message ?? e));

  map.on("click", "shaded", (e) => {
    const url = String(e.features?.[0]?.properties["url"] ?? "");
    const over = map.queryRenderedFeatures(e.point, { layers: ["points", "clusters"] });
    if (url && over.length === 0) location.assign(url);
  });
  for (const layer of ["shaded", "points", "clusters"]) {
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }

  const give = settled(60, () => {
    (map.getSource("points") as gl.GeoJSONSource | undefined)?.setData(pointFeatures(shown));
    (map.getSource("halos") as gl.GeoJSONSource | undefined)?.setData(halos(shown));
    say(t("web-map-shown", { count: number(shown.length) }));
  });
  // The brush of the timeline: what says no day stays.
  document.addEventListener("desk:range", (e) => {
    const range = (e as CustomEvent<{ from: string; to: string } | null>).detail;
    shown = range ? points.filter((p) => !(p.from || p.to) || !((p.to ?? p.from ?? "").slice(0, 10) < range.from || (p.from ?? p.to ?? "").slice(0, 10) > range.to)) : points;
    give();
  });
  document.addEventListener(
    "desk:theme",
    () => {
      map.remove();
      marks.remove();
      document.removeEventListener("focusin", elsewhere);
      document.removeEventListener("pointerdown", elsewhere);
      tools.remove();
      delete place.dataset["ready"];
      void start(place);
    },
    { once: true },
  );
}
