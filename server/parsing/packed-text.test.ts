import fc from "fast-check";
import { expect, it } from "vitest";
import { buildRevision } from "#editor/revision-document.ts";
import { packed, unpacked } from "./packed-text.ts";

it("comes back with every block's name, words and place", () => {
  const words = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (texts) => {
      const built = buildRevision(texts.map((text) => ({ kind: "paragraph", level: null, text })));
      const back = unpacked(structuredClone(packed(built)));
      expect(back.text).toBe(built.text);
      const known = built.blocks.map(({ id, text, start, end }) => ({ id, text, start, end }));
      expect(back.blocks.map(({ id, text, start, end }) => ({ id, text, start, end }))).toEqual(known);
    }),
  );
});
