import { afterAll, describe, expect, it, vi } from "vitest";
import { type IncomingArticle, readArticle } from "#formats/importers/registry.ts";
import { docxFile, p } from "#formats/samples/docx.ts";
import { at, pdfFile } from "#formats/samples/pdf.ts";
import { closeParsing } from "#server/parsing/close-parsing.ts";
import { readArticleAside } from "./reading-pool.ts";

afterAll(closeParsing);

const paragraphs = (text: string, times = 3000) => `${text}\n\n`.repeat(times);

it.each<[string, IncomingArticle]>([
  ["a short text", { content: "題\n\n• 一\n• 二" }],
  ["a long text", { content: paragraphs("• 市は費用を公表していない。𠮷田市長は会見した。", 5000) }],
  [
    "a long Markdown",
    { content: paragraphs("# 題\n\n**市**は[費用](https://example.jp)を公表していない。") },
  ],
  ["a long page", { content: `<article>${paragraphs("<p>市は費用を公表していない。</p>")}</article>` }],
  ["a long file", { content: new TextEncoder().encode(paragraphs("市は費用を。")), fileName: "a.txt" }],
  ["too long a text", { content: "長".repeat(2_000_000) }],
  ["a Word file", { content: docxFile({ body: p("市は費用を公表した。") }) }],
  ["a PDF", { content: pdfFile({ pages: [at(60, 700, 10, "市は費用を公表した。", "J")] }) }],
  ["a scan", { content: pdfFile({ pages: [""] }) }],
  ["a long file that is no text", { content: new Uint8Array(200_000) }],
])(
  "reads %s as it would without a thread",
  async (_name, incoming) => {
    expect(await readArticleAside(incoming, "a")).toEqual(await readArticle(incoming));
  },
  60_000,
);

it("lets others be answered meanwhile", async () => {
  const turns = vi.fn();
  const timer = setInterval(turns, 1);
  const content = "**市**は[費用](https://example.jp)を*公表*していない。\n\n".repeat(20_000);
  const before = performance.now();
  const read = await readArticleAside({ content, format: "markdown" }, "a");
  const milliseconds = performance.now() - before;
  clearInterval(timer);
  expect(read.ok && read.article.blocks.length).toBe(20_000);
  // In one piece there would be no turn at all. A busy machine gives few.
  expect(turns.mock.calls.length).toBeGreaterThan(milliseconds / 100);
}, 60_000);

it("tells whoever comes when too many wait, and reads the rest", async () => {
  const content = paragraphs("市は費用を公表していない。𠮷田市長は会見した。", 5000);
  const asked = Array.from({ length: 13 }, (_, person) => readArticleAside({ content }, `p${person}`));
  const answers = await Promise.allSettled(asked);
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "BUSY", data: { retryAfter: 30 } });
  const read = answers.filter((answer) => answer.status === "fulfilled").map(({ value }) => value);
  expect(read.length).toBeGreaterThanOrEqual(10);
  for (const answer of read) expect(answer.ok).toBe(true);
}, 60_000);

describe("what would take for ever, or all memory,", () => {
  const endless = "**市**は[費用](https://example.jp)を*公表*していない。\n\n".repeat(40_000);

  it("is ended, told, and keeps nobody else from being read", async () => {
    const asked = [
      readArticleAside({ content: endless, format: "markdown" }, "a", { limit: 50 }),
      readArticleAside({ content: pdfFile({ pages: [at(60, 700, 10, "Words.")] }) }, "b"),
    ];
    expect(await asked[0]).toEqual({ ok: false, reason: "TOO_HARD" });
    expect(await asked[1]).toMatchObject({ ok: true, format: "pdf" });
  }, 60_000);

  it("does not count the time it waited", async () => {
    const content = paragraphs("市は費用を公表していない。𠮷田市長は会見した。", 5000);
    const asked = Array.from({ length: 6 }, (_, person) =>
      readArticleAside({ content }, `p${person}`, { limit: 20_000 }),
    );
    expect((await Promise.all(asked)).every((answer) => answer.ok)).toBe(true);
  }, 60_000);
});
