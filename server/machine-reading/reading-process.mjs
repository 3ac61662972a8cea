/**
 * Reads one file by machine in a process of its own, which the server forks and ends. Plain JavaScript, because it is run
 * as it lies here, outside the build; what it loads is TypeScript.
 */
import { tsImport } from "tsx/esm/api";

/** pdfjs gives up damaged objects in promises that nobody waits for, besides the one that says how the whole went. */
process.on("unhandledRejection", () => undefined);
// Whoever asked is gone.
process.on("disconnect", () => process.exit(0));

process.once("message", (/** @type {import("./read-pages.ts").ReadingJob} */ job) => void read(job));

/** @param {import("./read-pages.ts").ReadingJob} job */
async function read(job) {
  try {
    /** @type {typeof import("./read-pages.ts")} */
    const { readPages } = await tsImport("./read-pages.ts", import.meta.url);
    await readPages(job, (step) => process.send?.(step));
    process.send?.({ type: "end" }, () => process.exit(0));
  } catch (error) {
    const reason = error instanceof Error && error.name === "ReadingFailed" ? error.message : null;
    process.send?.({ type: "failed", reason, said: String(error) }, () => process.exit(1));
  }
}
