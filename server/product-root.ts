import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const MARK = path.join("server", "product-root.ts");

/**
 * The folder the product lies in, for files that are read as they lie there: worker threads and their templates. Asked
 * of no working directory, and not as `new URL(…, import.meta.url)`, which a bundler would turn into an asset: upwards
 * from here, whether this runs from its source or from a build's chunks.
 * Throws where it is nowhere above, which means an incomplete installation.
 */
export function productRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, MARK))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`${MARK} is not above ${here}`);
  }
}
