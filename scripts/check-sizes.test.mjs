import { expect, test } from "vitest";
import { sizeComplaints, sizeSummary } from "./check-sizes.mjs";

const lines = (/** @type {number} */ count) => "x\n".repeat(count);

test("400 lines are the most", () => {
  const files = new Map([
    ["a.ts", lines(400)],
    ["b.css", lines(401)],
  ]);
  expect(sizeComplaints(files)).toEqual([expect.stringMatching(/^b\.css has 401 lines/)]);
  expect(sizeSummary(files)).toContain("longest 401");
});

test("finding nothing to check is a fault of the check", () => {
  expect(sizeComplaints(new Map())).toHaveLength(1);
});
