import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LeftOut } from "#domain/article-import.ts";
import type { BlockMark, ParsedBlock } from "#domain/block.ts";
import { type ImportEdit, importEditSchema } from "#domain/import-edit.ts";
import { applyImportEdits, type EditableArticle, editedBlocks } from "#domain/import-edits.ts";
import { codePointLength, codePoints, sliceCodePoints } from "#domain/offset.ts";
import { isBlockText } from "./block-text.ts";
import { buildRevision } from "./revision-document.ts";

const characters = fc.constantFrom(
  ..."市は費用を公表した１２０120abc Ａ。、 　()",
  "𠮷",
  "👩‍👧",
  "か\u3099",
  "\u0301",
  "🇯🇵",
  "⁶",
  "\n",
);
const text = fc
  .array(characters, { minLength: 1, maxLength: 20 })
  .map((all) =>
    all
      .join("")
      .replace(/\s*\n\s*/gu, "\n")
      .trim(),
  )
  .filter((made) => isBlockText(made));

/** Unsure marks over some characters, of which each says which character it is about. */
const block = fc
  .tuple(
    text,
    fc.constantFrom<Pick<ParsedBlock, "kind" | "level">>(
      { kind: "paragraph", level: null },
      { kind: "heading", level: 1 },
      { kind: "heading", level: 2 },
      { kind: "bullet", level: 1 },
      { kind: "quotation", level: null },
      { kind: "footnote", level: null },
      { kind: "figure", level: null },
    ),
    fc.boolean(),
  )
  .map(([words, kind, isSigned]): ParsedBlock => {
    const sign = isSigned && kind.kind === "bullet" ? { sign: "ア" } : {};
    const marks = digitsOf(words);
    return { ...kind, text: words, details: { ...sign, ...(marks.length > 0 && { marks }) } };
  });
const cells = fc.array(text, { minLength: 2, maxLength: 4 }).map((all) =>
  all.map(
    (words, at): ParsedBlock => ({
      kind: "cell",
      level: null,
      text: words,
      details: {
        cell: { table: 1, row: 1, column: at + 1, isHeader: false, columnSpan: 1, rowSpan: 1 },
        marks: digitsOf(words),
      },
    }),
  ),
);
const article: fc.Arbitrary<EditableArticle> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), cells, fc.array(block, { maxLength: 3 }), text)
  .map(([first, table, last, furniture]) => ({
    blocks: [...first, ...table, ...last],
    leftOut: [
      { why: "share", before: 1, blocks: [{ kind: "paragraph", level: null, text: furniture }] },
    ] as LeftOut[],
    notes: [{ what: "machine_read", count: 1 }],
  }));

const key = fc.oneof(
  fc.nat({ max: 12 }).map((at) => `p${at}`),
  fc.nat({ max: 20 }).map((at) => `s${at}`),
  fc.constant("o0.0"),
);
const at = fc.nat({ max: 25 });
const edit: fc.Arbitrary<ImportEdit> = fc.oneof(
  fc.record(
    {
      op: fc.constant("setKind" as const),
      block: key,
      kind: fc.constantFrom(
        "title" as const,
        "heading" as const,
        "paragraph" as const,
        "bullet" as const,
        "quotation" as const,
      ),
      level: fc.integer({ min: 1, max: 6 }),
    },
    { requiredKeys: ["op", "block", "kind"] },
  ),
  fc.record({ op: fc.constant("join" as const), block: key, keepsEdge: fc.boolean() }),
  fc.record({ op: fc.constant("split" as const), block: key, at }),
  fc.record({ op: fc.constant("leaveOut" as const), block: key }),
  fc.record({ op: fc.constant("takeBack" as const), block: key }),
  fc.record({ op: fc.constant("compared" as const), block: key, start: at, end: at }),
);
const edits = fc.array(edit, { maxLength: 20 });

/** Those of `wanted` that can be done, one after the other, as a person would find them. */
function doable(on: EditableArticle, wanted: readonly ImportEdit[]): ImportEdit[] {
  const done: ImportEdit[] = [];
  for (const one of wanted) if (applyImportEdits(on, [...done, one]).unfit === null) done.push(one);
  return done;
}

function digitsOf(words: string): BlockMark[] {
  return [...words].flatMap((character, start): BlockMark[] =>
    /\d/.test(character) ? [{ type: "unsure", start, end: start + 1, what: "digit" }] : [],
  );
}

const wordsOf = (blocks: readonly ParsedBlock[]) =>
  blocks
    .map((one) => one.text)
    .join("")
    .replace(/\s/gu, "");

describe("hand edits of a preview, whatever they are", () => {
  const law = fc.property;

  it("are what the border lets in", () => {
    fc.assert(law(edit, (one) => importEditSchema.safeParse(one).success));
  });

  it("give a revision", () => {
    fc.assert(
      law(article, edits, (on, wanted) => {
        const blocks = editedBlocks(applyImportEdits(on, wanted));
        for (const one of blocks) expect(isBlockText(one.text)).toBe(true);
        expect(buildRevision(blocks).blocks).toHaveLength(blocks.length);
      }),
    );
  });

  it("lose no word but what is left out, and none of it where it stands", () => {
    fc.assert(
      law(article, edits, (on, wanted) => {
        const all = applyImportEdits(on, doable(on, wanted)).pieces.map(({ block: one }) => one);
        const before = [...wordsOf(applyImportEdits(on, []).pieces.map((piece) => piece.block))];
        // Labels that were written into the text come besides.
        const now = [...wordsOf(all)].filter((character) => character !== "ア");
        // Two blocks that are joined leave what was folded between them behind.
        const isStraight = (on.leftOut ?? []).length === 0;
        const [found, wantedWords] = isStraight ? [now, before] : [now.toSorted(), before.toSorted()];
        expect(found.join("")).toBe(wantedWords.join(""));
      }),
    );
  });

  it("never make neighbours of two digits that were in two blocks", () => {
    fc.assert(
      law(article, edits, (on, wanted) => {
        const joins = wanted.filter(({ op }) => op === "join" || op === "leaveOut");
        const most = (blocks: readonly ParsedBlock[]) =>
          Math.max(
            0,
            ...blocks.flatMap((one) => (one.text.match(/\p{Nd}+/gu) ?? []).map((run) => run.length)),
          );
        const done = applyImportEdits(on, doable(on, joins));
        const before = applyImportEdits(on, []).pieces.map((piece) => piece.block);
        expect(most(done.pieces.map((piece) => piece.block))).toBeLessThanOrEqual(most(before));
      }),
    );
  });

  it("keep each mark over the characters it was over", () => {
    fc.assert(
      law(article, edits, (on, wanted) => {
        for (const one of editedBlocks(applyImportEdits(on, doable(on, wanted))))
          for (const { start, end } of one.details?.marks ?? []) {
            expect(end).toBeLessThanOrEqual(codePointLength(one.text));
            expect(sliceCodePoints(one.text, codePoints(start), codePoints(end))).toMatch(/^\d+$/);
          }
      }),
    );
  });

  it("are taken back by taking them off the list", () => {
    fc.assert(
      law(article, edits, edit, (on, wanted, next) => {
        const before = doable(on, wanted);
        const done = [...before, next];
        applyImportEdits(on, done);
        expect(applyImportEdits(on, done.slice(0, -1))).toEqual(applyImportEdits(on, before));
      }),
    );
  });

  it("name the first that can't be done, and do those before it", () => {
    fc.assert(
      law(article, edits, (on, wanted) => {
        const { pieces, unfit } = applyImportEdits(on, wanted);
        const upTo = unfit ? wanted.slice(0, unfit.index) : wanted;
        expect(applyImportEdits(on, upTo)).toEqual({ pieces, unfit: null });
      }),
    );
  });
});
