import { expect, test } from "vitest";
import type { Block } from "#domain/block.ts";
import { codePoints } from "#domain/offset.ts";
import { peopleBySection, sectionOfBlocks } from "./people-by-section.ts";
import type { Person } from "./people-store.ts";

const block = (id: string, kind: Block["kind"]): Block =>
  ({
    id,
    kind,
    text: id,
    start: codePoints(0),
    end: codePoints(1),
    level: kind === "heading" ? 2 : null,
  }) as Block;

const person = (name: string): Person => ({
  member: { id: name, name },
  claimId: null,
  field: null,
  idle: false,
});

test("a person stands in each section where they have a claim open, once", () => {
  const sections = sectionOfBlocks([
    block("lead", "paragraph"),
    block("h1", "heading"),
    block("p1", "paragraph"),
    block("h2", "heading"),
    block("p2", "bullet"),
    block("p3", "bullet"),
  ]);
  const claimIn = (blockId: string) => ({ anchor: { blockId } }) as never;
  const [sato, lee] = [person("sato"), person("lee")];
  const found = peopleBySection(
    sections,
    new Map([
      ["a", [sato]],
      ["b", [lee, sato]],
      ["c", [sato]],
      ["unknown", [lee]],
    ]),
    new Map([
      ["a", claimIn("lead")],
      ["b", claimIn("p2")],
      ["c", claimIn("p3")],
    ]),
  );
  expect([...found]).toEqual([
    ["lead", [sato]],
    ["h2", [lee, sato]],
  ]);
});
