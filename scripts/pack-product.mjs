import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname } from "node:path";
import { filesIn } from "./fingerprint.mjs";
import { distDir, inRoot } from "./places.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { FILES, FOLDERS, isLeftOut, isOfTests } from "./product-files.mjs";
import { productCode, productPackages } from "./product-packages.mjs";
import { PRODUCT } from "./product-place.mjs";

/**
 * Puts what the product runs on, and nothing else, into a folder that can be moved, copied into an image, and be closed to
 * writing. It is made beside its place and moved there when whole.
 *
 * @param {object} options
 * @param {boolean} options.hasPostgres whether the embedded database comes along
 * @returns {Promise<{ files: number, bytes: number, packages: number }>}
 */
export async function packProduct({ hasPostgres }) {
  const half = inRoot(`${PRODUCT}.half-made`);
  rmSync(half, { recursive: true, force: true });
  // Its links are made at the first start otherwise, which may not write where it lies.
  if (hasPostgres) postgresBinaries();
  const { files: code } = await productCode();
  const packages = await productPackages({ hasPostgres });
  const own = FOLDERS.flatMap(filesIn).filter((path) => !isOfTests(path));
  const build = filesIn(distDir()).filter((path) => isOfBuild(path.slice(distDir().length + 1)));
  const theirs = packages.flatMap(filesOfPackage);
  const all = new Set([...own, ...FILES, ...code, ...build, ...theirs]);
  let bytes = 0;
  for (const path of all) bytes += copy(path, `${half}/${path}`);
  rmSync(inRoot(PRODUCT), { recursive: true, force: true });
  renameSync(half, inRoot(PRODUCT));
  return { files: all.size, bytes, packages: packages.length };
}

/** @param {string} path of a file, relative to the build */
const isOfBuild = (path) =>
  !/^(?:cache|dev|diagnostics|types|trace)(?:\/|$|-)|\.map$|\.nft\.json$/.test(path);

/** @param {string} folder of a package, relative to the checkout */
function filesOfPackage(folder) {
  const name = folder.split("node_modules/").at(-1) ?? folder;
  return filesIn(folder).filter((path) => {
    const inside = path.slice(folder.length + 1);
    // Packages inside of it are packages of their own.
    return !inside.startsWith("node_modules/") && !isLeftOut(name, inside);
  });
}

/** @param {string} path relative to the checkout @param {string} to @returns {number} bytes */
function copy(path, to) {
  const from = inRoot(path);
  if (existsSync(to)) return 0;
  mkdirSync(dirname(to), { recursive: true });
  const found = lstatSync(from);
  if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else copyFileSync(from, to);
  return found.size;
}
