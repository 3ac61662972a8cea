import { describe, expect, it } from "vitest";
import { REPORT_ACTIONS, REPORT_KEYS, reportActionOf } from "./report-keys.ts";

describe("the report's keys", () => {
  it("are each about one thing", () => {
    const keys = REPORT_ACTIONS.map((action) => REPORT_KEYS[action].key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const action of REPORT_ACTIONS) expect(reportActionOf(REPORT_KEYS[action].key)).toBe(action);
  });

  it.each([
    ["1", 0],
    ["9", 8],
    ["0", null],
    ["arrowdown", "next"],
    ["arrowup", "previous"],
    ["q", null],
  ])("%s", (key, expected) => {
    expect(reportActionOf(key)).toBe(expected);
  });
});
