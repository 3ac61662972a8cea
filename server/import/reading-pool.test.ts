import { afterAll, expect, it, vi } from "vitest";
import { type IncomingArticle, readArticle } from "#formats/importers/registry.ts";
import { closeReadingPool, readArticleAside } from "./reading-pool.ts";

afterAll(closeReadingPool);

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
  ["a long file that is no text", { content: new Uint8Array(200_000) }],
])(
  "reads %s as it would without a thread",
  async (_name, incoming) => {
    expect(await readArticleAside(incoming)).toEqual(await readArticle(incoming));
  },
  60_000,
);

it("lets others be answered meanwhile", async () => {
  const turns = vi.fn();
  const timer = setInterval(turns, 1);
  const content = "**市**は[費用](https://example.jp)を*公表*していない。\n\n".repeat(20_000);
  const before = performance.now();
  const read = await readArticleAside({ content, format: "markdown" });
  const milliseconds = performance.now() - before;
  clearInterval(timer);
  expect(read.ok && read.article.blocks.length).toBe(20_000);
  // In one piece there would be no turn at all. A busy machine gives few.
  expect(turns.mock.calls.length).toBeGreaterThan(milliseconds / 100);
}, 60_000);

it("tells whoever comes when too many wait, and reads the rest", async () => {
  const content = paragraphs("市は費用を公表していない。𠮷田市長は会見した。", 5000);
  const asked = Array.from({ length: 13 }, () => readArticleAside({ content }));
  const answers = await Promise.allSettled(asked);
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "TOO_MANY_REQUESTS" });
  const read = answers.filter((answer) => answer.status === "fulfilled").map(({ value }) => value);
  expect(read.length).toBeGreaterThanOrEqual(10);
  for (const answer of read) expect(answer.ok).toBe(true);
}, 60_000);
