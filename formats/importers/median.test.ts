import fc from "fast-check";
import { expect, test } from "vitest";
import { median } from "./median.ts";

test.each([
  { of: [], is: 0 },
  { of: [7], is: 7 },
  { of: [9, 7], is: 7 },
  { of: [9, 1, 7], is: 7 },
  { of: [9, 1, 7, 3], is: 3 },
])("of $of it is $is", ({ of, is }) => expect(median(of)).toBe(is));

test("it is one of what was measured, and at most half is below it and half above", () =>
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), (values) => {
      const middle = median(values);
      expect(values).toContain(middle);
      expect(values.filter((one) => one < middle).length * 2).toBeLessThanOrEqual(values.length);
      expect(values.filter((one) => one > middle).length * 2).toBeLessThanOrEqual(values.length);
    }),
  ));
