import fc from "fast-check";
import { expect, it } from "vitest";
import { WorkAccounts } from "./work-account.ts";

it.each([
  ["nothing", 0, 0, 0],
  ["a minute, which anybody may use at once", 60_000, 0, 0],
  ["a second more, of which a quarter is given back each second", 61_000, 0, 4],
  ["that second, four seconds later", 61_000, 4_000, 0],
  ["two minutes", 120_000, 0, 240],
  ["two minutes, half a minute later", 120_000, 30_000, 210],
])("after %s", (_name, took, later, wait) => {
  const accounts = new WorkAccounts();
  accounts.note("a", took, 0);
  expect(accounts.wait("a", later)).toBe(wait);
  expect(accounts.wait("b", later)).toBe(0);
});

it("lets whoever is never turned away use no more than a minute and a quarter of all time", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30_000), fc.nat(20_000))), (jobs) => {
      const accounts = new WorkAccounts();
      let [now, used, longest] = [0, 0, 0];
      for (const [pause, took] of jobs) {
        now += pause;
        if (accounts.wait("a", now) > 0) continue;
        now += took;
        used += took;
        longest = Math.max(longest, took);
        accounts.note("a", took, now);
      }
      expect(used).toBeLessThanOrEqual(60_000 + longest + now / 4 + 1);
    }),
  );
});
