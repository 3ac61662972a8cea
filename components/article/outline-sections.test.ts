import { expect, test } from "vitest";
import type { Block } from "#domain/block.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import { codePoints } from "#domain/offset.ts";
import { outlineOf } from "./outline-sections.ts";

const block = (id: string, kind: Block["kind"], level: number | null = null): Block => ({
  id,
  kind,
  level,
  text: id,
  start: codePoints(0),
  end: codePoints(1),
});
const blocks = [
  block("title", "heading", 1),
  block("lead", "paragraph"),
  block("h", "heading", 2),
  block("x", "bullet", 1),
  block("y", "bullet", 1),
  block("z", "bullet", 1),
  block("w", "bullet", 1),
  block("empty", "heading", 3),
];
const claim = (blockId: string, workState: ClaimSummary["workState"]) =>
  ({ anchor: { blockId }, workState }) as ClaimSummary;

test("each section shows its bullets' progress, and one without bullets its claims", () => {
  const claims = [
    claim("lead", "checking"),
    claim("x", "settled"),
    claim("y", "settled"),
    claim("y", "checking"),
  ];
  const dismissal = {
    blockId: "z",
    reason: "opinion" as const,
    by: { id: "m", name: "m", disabled: false },
    at: "",
  };
  const outline = outlineOf(blocks, { claims, dismissals: new Map([["z", dismissal]]) });
  expect(outline).toEqual([
    { blockId: "lead", title: null, level: 2, bullets: [], claims: 1, settled: 0 },
    {
      blockId: "h",
      title: "h",
      level: 2,
      bullets: [
        { blockId: "x", progress: "settled" },
        { blockId: "y", progress: "claimed" },
        { blockId: "z", progress: "dismissed" },
        { blockId: "w", progress: "unmarked" },
      ],
      claims: 3,
      settled: 2,
    },
    { blockId: "empty", title: "empty", level: 3, bullets: [], claims: 0, settled: 0 },
  ]);
});
