import { expect, test } from "vitest";
import type { Block, BlockKind } from "./block.ts";
import { blockRuns } from "./block-runs.ts";
import { codePoints } from "./offset.ts";

const block = (kind: BlockKind, table?: number): Block => ({
  id: "b",
  kind,
  level: null,
  text: "a",
  start: codePoints(0),
  end: codePoints(1),
  ...(table !== undefined && {
    details: { cell: { table, row: 1, column: 1, isHeader: false, columnSpan: 1, rowSpan: 1 } },
  }),
});

test.each([
  ["nothing", [], []],
  ["paragraphs", [block("paragraph"), block("paragraph")], [1, 1]],
  ["lists and footnotes", [block("bullet"), block("bullet"), block("footnote"), block("footnote")], [2, 2]],
  ["two tables side by side", [block("cell", 1), block("cell", 1), block("cell", 2)], [2, 1]],
  ["figures", [block("figure"), block("figure"), block("bullet")], [1, 1, 1]],
])("%s", (_name, blocks, lengths) => {
  expect(blockRuns(blocks).map((run) => run.length)).toEqual(lengths);
});
