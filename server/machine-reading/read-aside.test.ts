import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import type { ReadPage } from "#formats/machine-reading/page.ts";
import { readArticle } from "#formats/machine-reading/read-article.ts";
import { pagePicture, scannedPages } from "#server/test/page-picture.ts";
import { ENGINE } from "./engine.ts";
import { readAside } from "./read-aside.ts";
import type { ReadingJob, ReadingStep } from "./read-pages.ts";

const LINES = ["新しい橋の費用は120億円である。", "市長は3月に会見した。"];

async function stepsOf(job: Partial<ReadingJob>, options: Parameters<typeof readAside>[1] = {}) {
  const steps: ReadingStep[] = [];
  const whole: ReadingJob = { bytes: pagePicture(LINES), direction: "across", language: "ja", ...job };
  for await (const step of readAside(whole, options)) steps.push(step);
  return steps;
}
const pagesOf = (steps: readonly ReadingStep[]): ReadPage[] =>
  steps.flatMap((step) => (step.type === "page" ? [step.read] : []));
const textOf = (steps: readonly ReadingStep[], between = "") =>
  readArticle(pagesOf(steps), "across")
    .blocks.map(({ text }) => text)
    .join(between);

describe("a machine reads", () => {
  it("a picture of a page, and tells how far it is", async () => {
    const steps = await stepsOf({});
    expect(textOf(steps)).toBe(LINES.join(""));
    expect(steps[0]).toEqual({ type: "count", count: 1 });
    expect(steps.some((step) => step.type === "progress" && step.part > 0)).toBe(true);
    const page = steps.find((step) => step.type === "page");
    // WebP, as it is kept.
    expect(page?.type === "page" && new TextDecoder("latin1").decode(page.picture.subarray(8, 12))).toBe(
      "WEBP",
    );
  });

  it("every page of a scan", async () => {
    const steps = await stepsOf({ bytes: scannedPages([LINES, ["橋は2019年に開通した。"]]) });
    expect(steps[0]).toEqual({ type: "count", count: 2 });
    expect(textOf(steps)).toBe([...LINES, "橋は2019年に開通した。"].join(""));
  });

  it("English", async () => {
    const lines = ["The new bridge cost 120 million yen.", "It opened in March 2019."];
    const steps = await stepsOf({ bytes: pagePicture(lines), language: "en" });
    expect(textOf(steps, " ")).toBe(lines.join(" "));
  });

  it("nothing on an empty page", async () => {
    expect(pagesOf(await stepsOf({ bytes: pagePicture([" "]) }))).toMatchObject([{ regions: [] }]);
  });
});

describe("what can't be read is told, and ends nothing else", () => {
  const png = (...body: number[]) =>
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...body]);
  it.each<[string, Uint8Array, string]>([
    [
      "a picture that lies about itself",
      png(0, 0, 0, 13, 73, 72, 68, 82, 127, 255, 255, 255, 127, 255, 255, 255, 8, 6),
      "DAMAGED",
    ],
    ["a picture that is cut off", pagePicture(LINES).subarray(0, 200), "DAMAGED"],
    ["a PDF that is none", new TextEncoder().encode("%PDF-1.4\nnothing"), "DAMAGED"],
    ["a PDF of too many pages", scannedPages(Array.from({ length: 101 }, () => [])), "TOO_MANY_PAGES"],
  ])("%s", async (_name, bytes, reason) => {
    await expect(stepsOf({ bytes })).rejects.toMatchObject({ name: "ReadingFailed", reason });
  });

  it("a page that takes longer than it may", async () => {
    await expect(stepsOf({}, { limit: 1 })).rejects.toMatchObject({ reason: "TOO_HARD" });
  });

  it("a reading that nobody wants any more", async () => {
    const stop = new AbortController();
    const reading = stepsOf({}, { signal: stop.signal });
    stop.abort(new Error("stopped"));
    await expect(reading).rejects.toThrow("stopped");
  });
});

it("what is said of the program is what is installed", () => {
  const { name, version } = createRequire(import.meta.url)("tesseract.js/package.json");
  expect(ENGINE).toBe(`${name} ${version}`);
});
