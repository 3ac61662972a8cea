/**
 * Parses what people send in a thread of its own. Plain JavaScript, because threads run the file as it lies here,
 * outside the build; the parsers themselves are TypeScript and are loaded as the server's own start loads them. A failure of
 * that is the first job's: a thread that dies at its start fails no job by name.
 */
import "../quiet-thread.mjs";
import { tsImport } from "tsx/esm/api";
import { collectIfLarge } from "../garbage.mjs";
import { yieldToOthers } from "../thread-priority.mjs";

yieldToOthers();

/**
 * pdfjs gives up damaged objects in promises that nobody waits for, besides the one that says how the whole went. Unheard
 * they would end the thread, and with it the article that is being read.
 */
process.on("unhandledRejection", () => undefined);

/** Loaded at once, so that the first job waits for less of it. @type {Promise<typeof import("./parsers.ts")>} */
const parsers = tsImport("./parsers.ts", import.meta.url);

/**
 * A job's time begins when what it needs is there.
 *
 * @template {keyof typeof import("./parsers.ts")} Name
 * @param {Name} name
 */
const task =
  (name) =>
  /** @param {{ job: never, begun: Int32Array }} timed */
  async ({ job, begun }) => {
    const { [name]: parse } = await parsers;
    Atomics.store(begun, 0, 1);
    try {
      return await parse(job);
    } finally {
      // Once the answer is on its way: a thread that rests collects nothing by itself.
      setImmediate(collectIfLarge);
    }
  };

export const body = task("body");
export const read = task("read");
export const rationale = task("rationale");
export const annotations = task("annotations");
export const passage = task("passage");
export const carry = task("carry");
export const prose = task("prose");
export const rewriting = task("rewriting");
export const update = task("update");
export const report = task("report");
