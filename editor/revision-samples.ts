import fc from "fast-check";
import { BLOCK_KINDS, type BlockDetails, type ParsedBlock } from "#domain/block.ts";
import { isBlockText } from "./block-text.ts";

/** What importers might answer, allowed or not, for the laws of revisions. */

const text = fc
  .string({
    unit: fc.oneof(
      { weight: 9, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }) },
      fc.constant("\n"),
    ),
    minLength: 1,
    maxLength: 30,
  })
  .filter(isBlockText);
const small = fc.integer({ min: -1, max: 12 });
const label = fc.constantFrom("1", "2", "*", "", "a b");

const marks = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant("link" as const),
      start: small,
      end: small,
      href: fc.constantFrom("https://a.example/", "http://b.example", "javascript:alert(1)", "/c"),
    }),
    fc.record({
      type: fc.constant("ruby" as const),
      start: small,
      end: small,
      reading: fc.constantFrom("よみ", "ひ", "", " a  b ", "ひ".repeat(150)),
    }),
    fc.record({ type: fc.constant("note" as const), start: small, end: small, label }),
    fc.record({
      type: fc.constantFrom("raised" as const, "lowered" as const, "inserted" as const),
      start: small,
      end: small,
    }),
    fc.record({
      type: fc.constant("struck" as const),
      start: small,
      end: small,
      words: fc.constantFrom("120", "", " 三 億\n円 ", "消".repeat(501)),
      side: fc.constantFrom("before" as const, "after" as const),
    }),
    fc.record({
      type: fc.constant("unsure" as const),
      start: small,
      end: small,
      what: fc.constantFrom("digit" as const, "word" as const),
    }),
  ),
  { maxLength: 6 },
);

/** Anything an importer might say of a block, allowed or not. */
const details: fc.Arbitrary<BlockDetails> = fc.record(
  {
    marks,
    ordinal: fc.integer({ min: -1, max: 1_000_001 }),
    sign: fc.constantFrom("ア", "(a)", "", " iii) ", "長".repeat(21)),
    cell: fc.record({
      table: fc.integer({ min: 1, max: 2 }),
      row: fc.integer({ min: 1, max: 4 }),
      column: fc.integer({ min: 1, max: 4 }),
      isHeader: fc.boolean(),
      columnSpan: fc.integer({ min: 1, max: 3 }),
      rowSpan: fc.integer({ min: 1, max: 3 }),
    }),
    picture: fc.record({
      sha256: fc.constantFrom(null, "a".repeat(64), "A"),
      address: fc.constantFrom(
        null,
        "https://a.example/p.png",
        "data:image/png;base64,AA",
        "mailto:a@b.example",
      ),
      alt: fc.constantFrom("", "橋", " a\nb\ud83d"),
    }),
    label,
  },
  { requiredKeys: [] },
);

export const parsedBlocks = fc.array(
  fc.record(
    {
      kind: fc.constantFrom(...BLOCK_KINDS),
      level: fc.option(fc.integer({ min: 1, max: 6 })),
      text,
      details,
    },
    { requiredKeys: ["kind", "level", "text"] },
  ),
  { minLength: 1, maxLength: 14 },
);

/** Rows of cells with spans and holes, as tables of the web have them. */
export const tables = fc
  .array(
    fc.array(
      fc.option(
        fc.record({ text, span: fc.integer({ min: 1, max: 3 }), down: fc.integer({ min: 1, max: 3 }) }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((rows) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column): ParsedBlock[] =>
        cell === null
          ? []
          : [
              {
                kind: "cell",
                level: null,
                text: cell.text,
                details: {
                  cell: {
                    table: 1,
                    row: row * 2 + 1,
                    column: column + 2,
                    isHeader: row === 0,
                    columnSpan: cell.span,
                    rowSpan: cell.down,
                  },
                },
              },
            ],
      ),
    ),
  )
  .filter((cells) => cells.length > 0);
