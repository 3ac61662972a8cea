import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const WORKER = path.join("server", "report", "pdf-worker.mjs");

/**
 * Where the worker's file lies. Asked of no working directory, and not as `new URL(…, import.meta.url)`, which a
 * bundler would turn into an asset: upwards from here, whether this runs from its source or from a build's chunks.
 * Throws where it is nowhere above, which means an incomplete installation.
 */
export function pdfWorkerPath(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, WORKER);
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) throw new Error(`${WORKER} is not above ${here}`);
  }
}
