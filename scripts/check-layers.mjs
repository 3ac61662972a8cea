import { pathToFileURL } from "node:url";
import { importsOf, insideTarget } from "./imports.mjs";
import { EMPTY_NAMES, STRATA, TOP_FILES } from "./layer-table.mjs";
import { conclude, sourceFiles } from "./source-files.mjs";

const CODE = /\.(?:[cm]?[jt]sx?|css)$/;
const TEST = /\.test\.\w+$|-samples\.ts$|(^|\/)test\/|^scripts\/|^bench\//;

/**
 * @param {Map<string, string>} files text by path
 * @returns {string[]} complaints, each saying what to do
 */
export function layerComplaints(files) {
  if (files.size === 0) return ["no files were found: the check itself is broken"];
  const complaints = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const [path, text] of files) {
    const stratum = stratumOf(path);
    if (stratum === undefined) {
      complaints.push(`${path} stands outside the house: put it into ${Object.keys(STRATA).join("/, ")}/`);
      continue;
    }
    if (EMPTY_NAMES.test(path))
      complaints.push(`${path} has a name that says nothing: name it after what it holds`);
    const imports = importsOf(path, text);
    graph.set(path, runtimeTargets(path, imports));
    if (stratum === null) continue;
    for (const { target } of imports) complaints.push(...importComplaint(path, stratum, target));
  }
  return [...complaints, ...cycles(graph)];
}

/** @param {string} path @returns {string | null | undefined} undefined: nowhere; null: a tool's configuration */
function stratumOf(path) {
  if (!path.includes("/")) return path in TOP_FILES ? TOP_FILES[path] : undefined;
  const folder = path.slice(0, path.indexOf("/"));
  return folder in STRATA ? folder : undefined;
}

/** @param {string} path @param {string} stratum @param {string} target @returns {string[]} */
function importComplaint(path, stratum, target) {
  const rules = STRATA[stratum];
  if (!rules) return [];
  const inside = insideTarget(path, target);
  if (inside === null) {
    if (TEST.test(path) || rules.packages.test(target)) return [];
    return [`${path} imports ${target}, which ${stratum}/ does not know: it holds ${rules.holds}`];
  }
  const other = stratumOf(inside);
  // Folders without code (docs, public) hold files that are read, not imported.
  if (other === null || other === undefined || other === stratum || rules.strata.includes(other)) return [];
  const may =
    rules.strata.length > 0 ? `may use ${rules.strata.join(", ")} only` : "imports no other stratum";
  const moves = `move what it needs down, or the file to ${other}/ (${STRATA[other]?.holds})`;
  return [`${path} imports ${target}, but ${stratum}/ ${may}: ${moves}`];
}

/** @param {string} path @param {import("./imports.mjs").Import[]} imports */
function runtimeTargets(path, imports) {
  const lasting = imports.filter(({ typeOnly }) => !typeOnly);
  return lasting.flatMap(({ target }) => insideTarget(path, target) ?? []);
}

/** @param {Map<string, string[]>} graph @returns {string[]} one complaint per cycle found */
function cycles(graph) {
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const complaints = [];
  /** @param {string} path @param {string[]} trail */
  const walk = (path, trail) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      complaints.push(
        `a circle of imports: ${[...trail.slice(at), path].join(" → ")}: take out what both need`,
      );
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return complaints;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const files = sourceFiles(CODE);
  conclude(layerComplaints(files), `layers: ${files.size} files keep to their strata`);
}
