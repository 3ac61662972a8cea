import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonShape, type ShapeExcess, type ShapeLimits } from "./json-shape.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const limits: ShapeLimits = { values: 10, depth: 3, keys: 4 };

describe("JsonShape", () => {
  it.each<[string, string, ShapeExcess | null]>([
    ["nothing", "", null],
    ["a text", '"[[[[[[[[[[[["', null],
    ["commas in a text", '",,,,,,,,,,,,,,,"', null],
    ["an escaped quote in a text", String.raw`"\",,,,,,,,,,,,,,,"`, null],
    ["an escaped backslash at a text's end", String.raw`["\\",1,2,3,4,5,6,7,8]`, null],
    ["and what comes behind it", String.raw`["\\",1,2,3,4,5,6,7,8,9]`, "values"],
    ["three levels", "[[[1]]]", null],
    ["four levels", "[[[[1]]]]", "depth"],
    ["records in lists", '[{"a":[{}]}]', "depth"],
    ["levels side by side", "[[],[],[]]", null],
    ["many short lists", "[[],[],[],[],[],[]]", "values"],
    ["as many keys as a record may have", '{"a":1,"b":2,"c":3,"d":4}', null],
    ["more", '{"a":1,"b":2,"c":3,"d":4,"e":5}', "keys"],
    ["keys of a record behind another", '[{"a":1,"b":2,"c":3},{"d":4,"e":5}]', null],
    ["keys around a record", '{"a":1,"b":{"c":1,"d":1},"e":2,"f":3,"g":4}', "keys"],
    ["as many items of a list", "[1,2,3,4,5,6]", null],
    ["brackets that never close", "[[[[", "depth"],
    ["closing brackets alone", "]]]]]]]]]]]]", null],
  ])("%s", (_name, text, excess) => {
    expect(new JsonShape(limits).take(bytesOf(text))).toBe(excess);
  });

  it("counts at least every value there is, and no more than twice as many and one", () => {
    const count = (value: unknown): number =>
      typeof value === "object" && value !== null
        ? 1 + Object.values(value).reduce((sum: number, inner) => sum + count(inner), 0)
        : 1;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shape = new JsonShape({ values: Number.POSITIVE_INFINITY, depth: 100, keys: 1000 });
        expect(shape.take(bytesOf(JSON.stringify(value)))).toBeNull();
        expect(shape.values).toBeGreaterThanOrEqual(count(value));
        expect(shape.values).toBeLessThanOrEqual(2 * count(value) + 1);
      }),
    );
  });

  it("comes to the same wherever the bytes are cut", () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 1, max: 7 }), (text, size) => {
        const bytes = bytesOf(text);
        const [whole, pieces] = [new JsonShape(limits), new JsonShape(limits)];
        const excess = whole.take(bytes);
        let found: ShapeExcess | null = null;
        for (let at = 0; at < bytes.length && !found; at += size)
          found = pieces.take(bytes.subarray(at, at + size));
        expect(found).toBe(excess);
        expect(pieces.values).toBe(whole.values);
      }),
    );
  });
});
