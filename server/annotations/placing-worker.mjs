/**
 * Finds the places of many annotations in a thread of its own. Plain JavaScript, as the other threads' files are; the
 * readers themselves are TypeScript and are loaded as the server's own start loads them.
 */
import "../quiet-thread.mjs";
import { tsImport } from "tsx/esm/api";

/** @type {Promise<typeof import("../../formats/annotations/place-annotations.ts")> | undefined} */
let readers;

/** @param {import("../../formats/annotations/place-annotations.ts").PlacingJob} job */
export async function place(job) {
  readers ??= tsImport("../../formats/annotations/place-annotations.ts", import.meta.url);
  return (await readers).placeAnnotations(job);
}
