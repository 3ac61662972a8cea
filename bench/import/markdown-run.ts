import { createRequire } from "node:module";
import { micromark } from "micromark";
import { markdownImporter } from "#formats/importers/markdown.ts";
import type { BenchRow } from "../bench.ts";
import { samplesOf } from "./files.ts";
import { OURS, rowOf } from "./rows.ts";
import { shownLines } from "./shown-lines.ts";

const spec = createRequire(import.meta.url)("commonmark-spec") as {
  tests: { markdown: string; html: string; number: number }[];
};
/** The specification prints a tab as an arrow. */
const tests = spec.tests.map(({ number, markdown, html }) => ({
  number,
  markdown: markdown.replaceAll("→", "\t"),
  html: html.replaceAll("→", "\t"),
}));
const PEER = "micromark";

/** Emphasis beside Japanese, and what a reader sees of it. */
const EMPHASIS: readonly [markdown: string, shown: string][] = [
  ["市長は**「責任は私にある」**と述べた。", "市長は「責任は私にある」と述べた。"],
  ["予算は**三億円（税込）**で、残る。", "予算は三億円（税込）で、残る。"],
  ["**注意。**次に進む。", "注意。次に進む。"],
  ["これは**重要**だ。", "これは重要だ。"],
  ["*『海』*と**『山』**を読む。", "『海』と『山』を読む。"],
  ["割合は**50%**である。", "割合は50%である。"],
  ["約**「百」**人、***「二百」***人。", "約「百」人、「二百」人。"],
  ["他说**“不行。”**然后走了。", "他说“不行。”然后走了。"],
  ["**스크립트(script)**를 쓴다.", "스크립트(script)를 쓴다."],
  ["式は 2 * 3 * 4 である。", "式は 2 * 3 * 4 である。"],
];

/** The specification's own examples: the words and lines our importer yields, against those that the example's HTML shows. */
export function markdownRows(folder: string | null): BenchRow[] {
  // Script and style are no words, so that such examples show nothing to be held against.
  const seen = tests.filter(({ html }) => !/<(?:script|style|textarea)\b/i.test(html));
  const failed = seen.filter(({ markdown, html }) => !isSame(ours(markdown), shownLines(html)));
  const peerFailed = seen.filter(({ markdown, html }) => !isSame(peer(markdown), shownLines(html)));
  if (failed.length > 0)
    console.log(`  CommonMark, other words: ${failed.map(({ number }) => number).join(", ")}`);
  const name = "CommonMark 0.31.2";
  const unit = `of ${seen.length}`;
  return [
    rowOf(name, OURS, "examples passed", seen.length - failed.length, unit, { least: seen.length }),
    rowOf(name, PEER, "examples passed", seen.length - peerFailed.length, unit),
    ...emphasisRows("emphasis beside Japanese", EMPHASIS),
    ...(folder ? fileRows(folder) : []),
  ];
}

function emphasisRows(name: string, cases: typeof EMPHASIS): BenchRow[] {
  const right = (read: (text: string) => string[]) =>
    cases.filter(([markdown, shown]) => isSame(read(markdown), [shown])).length;
  const unit = `of ${cases.length}`;
  return [
    rowOf(name, OURS, "right", right(ours), unit, { least: cases.length }),
    rowOf(name, PEER, "right", right(peer), unit),
  ];
}

function fileRows(folder: string): BenchRow[] {
  const samples = samplesOf(`${folder}/md`, ".md", ".txt");
  if (samples.length === 0) return [];
  const right = (read: (text: string) => string[]) =>
    samples.filter(({ bytes, expected }) =>
      isSame(read(new TextDecoder().decode(bytes)), expected.split("\n")),
    ).length;
  return [
    rowOf("Markdown files", OURS, "right", right(ours), `of ${samples.length}`),
    rowOf("Markdown files", PEER, "right", right(peer), `of ${samples.length}`),
  ];
}

/** A picture's words stand for it in a block of its own; the page shows the picture. */
const ours = (markdown: string): string[] =>
  markdownImporter
    .read(markdown)
    .blocks.flatMap(({ kind, text }) => (kind === "figure" ? [] : text.split("\n")));

const peer = (markdown: string): string[] => shownLines(micromark(markdown, { allowDangerousHtml: true }));

const collapsed = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  collapsed(one) === collapsed(other);
