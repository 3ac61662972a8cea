import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

test("lets a burst through, then what comes in at the allowed pace", () => {
  const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
  const at = (now: number) => bucket.take(1, now);
  expect([at(0), at(0), at(0), at(0)]).toEqual([true, true, true, false]);
  expect([at(499), at(500), at(500)]).toEqual([false, true, false]);
  expect([at(60_000), at(60_000), at(60_000), at(60_000)]).toEqual([true, true, true, false]);
});

test("what does not fit is not taken", () => {
  const bucket = new TokenBucket({ burst: 10, perSecond: 1 }, 0);
  expect(bucket.take(11, 0)).toBe(false);
  expect(bucket.take(10, 0)).toBe(true);
});

test("knows when it is empty, and when it is as good as new", () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 1 }, 0);
  expect([bucket.isEmpty(0), bucket.isFull(0)]).toEqual([false, true]);
  bucket.take(2, 0);
  expect([bucket.isEmpty(0), bucket.isFull(0)]).toEqual([true, false]);
  expect([bucket.isEmpty(1_000), bucket.isFull(1_999), bucket.isFull(2_000)]).toEqual([false, false, true]);
});
