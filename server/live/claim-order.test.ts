import fc from "fast-check";
import { expect, test } from "vitest";
import { ClaimOrder } from "./claim-order.ts";

test("claims are numbered by where they begin, then where they end, then by id", () => {
  const order = new ClaimOrder([
    ["d", { start: 5, end: 9 }],
    ["b", { start: 5, end: 9 }],
    ["c", { start: 5, end: 7 }],
    ["a", { start: 8, end: 9 }],
  ]);
  expect(["c", "b", "d", "a"].map((id) => order.numberOf(id))).toEqual([1, 2, 3, 4]);
  order.remove("c");
  order.put("a", { start: 0, end: 2 });
  expect(["a", "b", "d"].map((id) => order.numberOf(id))).toEqual([1, 2, 3]);
});

test("however it came about, an order numbers as one made anew", () => {
  const place = fc.record({ start: fc.nat(5), end: fc.nat(9) });
  const step = fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e"), place: fc.option(place) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const order = new ClaimOrder([]);
      const places = new Map<string, { start: number; end: number }>();
      for (const { id, place } of steps) {
        if (place) {
          order.put(id, place);
          places.set(id, place);
        } else {
          order.remove(id);
          places.delete(id);
        }
        order.numberOf(id);
      }
      const anew = new ClaimOrder(places);
      const ids = [...places.keys()];
      expect(ids.map((id) => order.numberOf(id))).toEqual(ids.map((id) => anew.numberOf(id)));
      expect(ids.map((id) => order.numberOf(id)).sort()).toEqual(ids.map((_, index) => index + 1));
    }),
  );
});
