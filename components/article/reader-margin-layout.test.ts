import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marginRows } from "./reader-margin-layout.ts";

const mark = (id: string, top: number) => ({ id, top });
const room = { slots: 2, rowHeight: 34, focusedId: null };
const ids = (marks: { id: string }[]) => marks.map(({ id }) => id).join("");

describe("stamps beside their lines", () => {
  test("each stands at its own line", () => {
    const rows = marginRows([mark("a", 0), mark("b", 46)], room);
    expect(rows.map(({ top, shown }) => [top, ids(shown)])).toEqual([
      [0, "a"],
      [46, "b"],
    ]);
  });

  test("two on a line stand side by side, and tops that differ by a pixel are one line", () => {
    const rows = marginRows([mark("a", 10), mark("b", 11)], room);
    expect(rows).toHaveLength(1);
    expect(ids(rows[0]?.shown ?? [])).toBe("ab");
  });

  test("where there is no room, the rest waits behind one button", () => {
    const [row] = marginRows([mark("a", 0), mark("b", 0), mark("c", 0)], room);
    expect(ids(row?.shown ?? [])).toBe("a");
    expect(ids(row?.hidden ?? [])).toBe("bc");
  });

  test("the focused one is never among the hidden", () => {
    const [row] = marginRows([mark("a", 0), mark("b", 0), mark("c", 0)], { ...room, focusedId: "c" });
    expect(ids(row?.shown ?? [])).toBe("c");
    expect(ids(row?.hidden ?? [])).toBe("ab");
  });

  test("one slot, as on a phone, still shows one", () => {
    const [row] = marginRows([mark("a", 0), mark("b", 0)], { ...room, slots: 1 });
    expect([ids(row?.shown ?? []), ids(row?.hidden ?? [])]).toEqual(["a", "b"]);
  });
});

test("law: no row overlaps another, and no mark is lost", () => {
  const marks = fc
    .array(fc.nat(2000), { maxLength: 80 })
    .map((tops) => tops.map((top, index) => mark(String(index), top)));
  fc.assert(
    fc.property(marks, fc.integer({ min: 1, max: 3 }), (all, slots) => {
      const rows = marginRows(all, { ...room, slots });
      for (const [index, row] of rows.entries()) {
        const above = rows[index - 1];
        if (above) expect(row.top).toBeGreaterThanOrEqual(above.top + room.rowHeight);
      }
      expect(rows.flatMap(({ shown, hidden }) => [...shown, ...hidden])).toHaveLength(all.length);
    }),
  );
});
