import fc from "fast-check";
import { expect, test } from "vitest";
import { inPieces } from "./peer-message.ts";

const id = fc.uuid();
const person = fc.record({
  articleId: id,
  connectionId: id,
  member: fc.record({ id, name: fc.string({ unit: "grapheme", maxLength: 80 }) }),
  claimId: fc.option(id),
  field: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
  idle: fc.boolean(),
});
const left = fc.record({ articleId: id, connectionId: id });

test("all is said, in order, and no piece is above the limit", () => {
  fc.assert(
    fc.property(fc.array(person), fc.array(left), (here, gone) => {
      const pieces = inPieces(here, gone, 2_000);
      expect(pieces.flatMap((piece) => piece.here)).toEqual(here);
      expect(pieces.flatMap((piece) => piece.left)).toEqual(gone);
      for (const piece of pieces)
        expect(Buffer.byteLength(JSON.stringify(piece))).toBeLessThanOrEqual(2_000 + 30);
    }),
  );
});

test("who has nothing to say says so in one piece", () => {
  expect(inPieces([], [], 2_000)).toEqual([{ here: [], left: [] }]);
});
