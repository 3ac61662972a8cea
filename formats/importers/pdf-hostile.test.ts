import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";
import { beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_PAGES } from "#formats/samples/hostile-pdf.ts";
import { pdfFile } from "#formats/samples/pdf.ts";
import { readPages } from "./pdf/document.ts";
import { linesOfPage } from "./pdf/page-lines.ts";
import { articleOf } from "./pdf.ts";

describe("a page of many pieces costs as much a piece as one of few", () => {
  const FEW = 1000;
  const MANY = 4000;
  /** Of many it costs a little more: to put them in order, and to look at neighbours that few have not. Never the square. */
  const MORE = 2;
  const OURS = "/importers/pdf/";
  const engine = new Session();

  beforeAll(async () => {
    // What the engine has optimised it does not count.
    setFlagsFromString("--no-opt");
    engine.connect();
    await engine.post("Profiler.enable");
    await engine.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  });

  /**
   * How often the engine goes through the functions and blocks of our code while it reads such a page, for each of its
   * pieces: the same for the same page, however busy the machine is.
   */
  async function workEach(page: (typeof HOSTILE_PAGES)[number][1], pieces: number): Promise<number> {
    const content = await readPages(pdfFile({ pages: [page(pieces)] }));
    await engine.post("Profiler.takePreciseCoverage");
    articleOf(content);
    const { result } = await engine.post("Profiler.takePreciseCoverage");
    const blocks = result
      .filter(({ url }) => url.includes(OURS))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
    expect(blocks.length).toBeGreaterThan(0);
    return blocks.reduce((sum, { count }) => sum + count, 0) / pieces;
  }

  it.each(HOSTILE_PAGES)("%s", async (_name, page) => {
    expect(await workEach(page, MANY)).toBeLessThan((await workEach(page, FEW)) * MORE);
  });
});

it("a row may have more pieces than a call has arguments", () => {
  const segments = Array.from({ length: 150_000 }, (_, index) => {
    const run = { text: "a", x0: index * 30, x1: index * 30 + 5, y: 0, size: 10, font: "", top: 0 };
    return { ...run, runs: [{ ...run, hasSpaceBefore: false, order: index }], rubies: [] };
  });
  const { lines } = linesOfPage({ page: 1, height: 100, segments });
  expect(lines.map(({ x0, x1, runs }) => [x0, x1, runs.length])).toEqual([[0, 4_499_975, 150_000]]);
});
