// Bundles what the desk needs in the browser into assets/desk: scripts, styles, faces, the drawings of the map, and a manifest that says
// under which name (with its digest) each is served. The program embeds that folder.
// Must not: fetch anything (npm ci has), or write outside assets/desk.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { base } from "./base.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const final = join(here, "../assets/desk");
// Made beside, then put in place: a build that fails leaves the last good one.
const out = `${final}.new`;

const MEDIA = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Logical name of each file: the name without its digest. */
const logical = (file) => file.replace(/-[A-Z0-9]{8}(?=\.[a-z0-9]+$)/, "");
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase();

/** Writes a file under a name that carries its digest, and gives that name. */
function put(name, bytes) {
  const ext = extname(name);
  const file = `${name.slice(0, -ext.length)}-${digest(bytes)}${ext}`;
  writeFileSync(join(out, file), bytes);
  return file;
}

const common = {
  bundle: true,
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  minify: true,
  legalComments: "none",
  loader: { ".woff2": "file", ".svg": "file" },
  logLevel: "warning",
  metafile: true,
  absWorkingDir: here,
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// What scripts ask for by name is made first, so that its name can be written into them.
const made = {};
made["icons.svg"] = put("icons.svg", icons());
put("licences.txt", Buffer.from(licences()));
put("icon.svg", readFileSync(join(here, "style/icon.svg")));
for (const [name, value] of Object.entries(base(here))) made[name] = put(name, Buffer.from(JSON.stringify(value)));
const worker = await build({ ...common, entryPoints: { "map-worker": "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs" } });
made["map-worker.js"] = basename(Object.keys(worker.metafile.outputs).find((o) => o.endsWith(".js")));
await build({ ...common, entryPoints: ["style/map.css"] }).then((r) => {
  made["map.css"] = basename(Object.keys(r.metafile.outputs).find((o) => o.endsWith(".css")));
});

const desk = await build({
  ...common,
  entryPoints: ["src/desk.ts", "style/desk.css", "style/public.css"],
  splitting: true,
  define: { MADE: JSON.stringify(made) },
});

/** The licences of everything in the bundle that is not ours, as its packages state them. */
function licences() {
  const packages = ["@fontsource/noto-sans", "@fontsource/noto-sans-arabic", "datamaps", "maplibre-gl", "topojson-client", "world-atlas"];
  return packages.map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
    if (!file) throw new Error(`${name}: no licence in the package`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  }).join(`\n${"-".repeat(78)}\n\n`);
}

/**
 * One sprite: style/icons/NAME.svg becomes the symbol NAME; each act of symbols.json gets `act-ACT`; each shape and status gets
 * `symbol-SHAPE-STATUS`, and the circle of each status is `status-STATUS`. Underscores become hyphens.
 */
function icons() {
  const kebab = (word) => word.replaceAll("_", "-");
  const folder = join(here, "style/icons");
  const drawn = new Map();
  for (const f of readdirSync(folder).filter((f) => f.endsWith(".svg")).sort()) {
    const text = readFileSync(join(folder, f), "utf8");
    const inner = /<svg[^>]*viewBox="0 0 24 24"[^>]*>([\s\S]*)<\/svg>/.exec(text);
    if (!inner) throw new Error(`style/icons/${f}: not a drawing on the grid of 24`);
    drawn.set(basename(f, ".svg"), inner[1].replace(/\s*\n\s*/g, ""));
  }
  const { shapes, statuses, acts } = JSON.parse(readFileSync(join(here, "symbols.json"), "utf8"));
  for (const [act, [, icon]] of Object.entries(acts)) {
    const inner = drawn.get(`act-${icon}`) ?? drawn.get(icon);
    if (!inner) throw new Error(`symbols.json: ${act} has no drawing ${icon}`);
    drawn.set(`act-${kebab(act)}`, inner);
  }
  for (const [shape, { outline, half }] of Object.entries(shapes)) {
    for (const [status, fill] of Object.entries(statuses)) {
      const inner = {
        hollow: `<path d="${outline}"/>`,
        half: `<path d="${outline}"/><path d="${half}" fill="currentColor" stroke="none"/>`,
        full: `<path d="${outline}" fill="currentColor"/>`,
        crossed: `<path d="${outline}"/><path d="M4 20 20 4"/>`,
        dotted: `<path d="${outline}" stroke-dasharray=".1 3.4" stroke-width="2.400"/>`,
      }[fill];
      drawn.set(`symbol-${shape}-${kebab(status)}`, inner);
      if (shape === "circle") drawn.set(`status-${kebab(status)}`, inner);
    }
  }
  const symbols = [...drawn].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, inner]) => `<symbol id="${id}" viewBox="0 0 24 24">${inner}</symbol>`);
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

const files = {};
for (const file of readdirSync(out).sort()) {
  const bytes = readFileSync(join(out, file));
  const media = MEDIA[extname(file)];
  if (!media) throw new Error(`${file}: no media type for this kind of file`);
  const entry = { file, media, bytes: bytes.length };
  const packed = gzipSync(bytes, { level: 9 });
  // It pays where a tenth or more is saved; a face is packed already.
  if (packed.length < bytes.length * 0.9) {
    writeFileSync(join(out, `${file}.gz`), packed);
    entry.gzip = packed.length;
  }
  const name = logical(file);
  // Chunks that several scripts share have no name of their own; they are found by file name.
  files[name.startsWith("chunk") ? file : name] = entry;
}

// What every page loads at once: the script and what it imports without being asked. It has a budget.
const output = (file) => desk.metafile.outputs[Object.keys(desk.metafile.outputs).find((o) => basename(o) === file)];
const core = new Set([files["desk.js"].file]);
for (const file of core) {
  for (const i of output(file)?.imports ?? []) if (i.kind === "import-statement") core.add(basename(i.path));
}
const weight = [...core].map((f) => Object.values(files).find((e) => e.file === f)).reduce((n, e) => n + (e.gzip ?? e.bytes), 0);
if (weight > 25_000) throw new Error(`what every page loads weighs ${weight} bytes packed; 25000 are granted`);
files["desk.js"].preload = [...core].slice(1).sort();
// Messages that scripts ask for, with the names of what they put in, so that the page can give them all.
const words = {};
for (const f of readdirSync(join(here, "src")).filter((f) => f.endsWith(".ts"))) {
  const text = readFileSync(join(here, "src", f), "utf8");
  for (const m of text.matchAll(/\bt\("([a-z-]+)"(?:, \{([^\n]*?)\}\))?/g)) {
    words[m[1]] = [...(m[2] ?? "").matchAll(/(?:^|, )\s*([a-z]+)(?=:)/g)].map((a) => a[1]);
  }
  for (const m of text.matchAll(/^ {2}\["[^"]+", "(web-keys-[a-z-]+)"\],$/gm)) words[m[1]] = [];
}
writeFileSync(join(out, "manifest.json"), `${JSON.stringify({ version: 1, words: Object.fromEntries(Object.entries(words).sort()), files }, null, 1)}\n`);

rmSync(final, { recursive: true, force: true });
renameSync(out, final);
if (process.argv.includes("--sizes")) {
  console.log(`${weight} bytes packed are loaded by every page`);
  for (const [name, f] of Object.entries(files)) console.log(`${String(f.bytes).padStart(9)} ${String(f.gzip ?? "").padStart(8)}  ${name}`);
}
statSync(join(final, "manifest.json"));
