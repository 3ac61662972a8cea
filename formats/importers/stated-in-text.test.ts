import { expect, it } from "vitest";
import { importerFor } from "./registry.ts";

const BODY = "市は新しい橋の費用を公表した。橋は来年に開通する。";

/** What a text says of itself in lines of its own, whichever way it comes in. */
it.each<[string, string, { byline: string | null; publishedAt: string | null }]>([
  ["nothing", `新橋の費用\n\n${BODY}\n`, { byline: null, publishedAt: null }],
  [
    "the date in a press release's head",
    `2025年9月3日\n\n新橋の費用\n\n${BODY}\n`,
    { byline: null, publishedAt: "2025-09-03" },
  ],
  [
    "who wrote it, under its title",
    `新橋の費用\n\n文＝鈴木花子\n\n${BODY}\n`,
    { byline: "鈴木花子", publishedAt: null },
  ],
  ["who signed it", `新橋の費用\n\n${BODY}【鈴木花子】\n`, { byline: "鈴木花子", publishedAt: null }],
  [
    "a date within a sentence is none of its own",
    `新橋の費用\n\n2025年9月3日に市が公表した。\n`,
    { byline: null, publishedAt: null },
  ],
])("%s", (_name, text, said) => {
  expect(importerFor({ format: "text" }).read(text)).toMatchObject(said);
  const markdown = text.replace("新橋の費用", "# 新橋の費用");
  expect(importerFor({ format: "markdown" }).read(markdown)).toMatchObject(said);
});

it("front matter counts more than what stands in the text", () => {
  const text = `---\ntitle: 新橋\nauthor: 佐藤\ndate: 2025-09-01\n---\n\n2025年9月3日\n\n文＝鈴木花子\n\n${BODY}\n`;
  expect(importerFor({ format: "markdown" }).read(text)).toMatchObject({
    byline: "佐藤",
    publishedAt: "2025-09-01",
  });
});
