/**
 * Reads long articles in a thread of its own. Plain JavaScript, because threads run the file as it lies here, outside
 * the build; the importers themselves are TypeScript and are loaded as the server's own start loads it.
 */
import "../quiet-thread.mjs";
import { tsImport } from "tsx/esm/api";

/**
 * pdfjs gives up damaged objects in promises that nobody waits for, besides the one that says how the whole went. Unheard
 * they would end the thread, and with it the article that is being read.
 */
process.on("unhandledRejection", () => undefined);

/** @type {Promise<typeof import("../../formats/importers/registry.ts")> | undefined} */
let importers;

/**
 * Loaded with the first article and not with the thread: a thread that dies at its start fails no article by name.
 *
 * @param {import("../../formats/importers/registry.ts").IncomingArticle} incoming
 */
export async function read(incoming) {
  importers ??= tsImport("../../formats/importers/registry.ts", import.meta.url);
  return (await importers).readArticle(incoming);
}
