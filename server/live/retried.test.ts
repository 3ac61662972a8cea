import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "#server/log.ts";
import { Retried } from "./retried.ts";

vi.mock("#server/log.ts", () => {
  const error = vi.fn();
  return { log: () => ({ error }) };
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(log().error).mockClear();
});

/** Work that ends when told to. */
function work() {
  const ends: (() => void)[] = [];
  const run = vi.fn(() => new Promise<void>((done) => ends.push(done)));
  return { run, end: () => ends.shift()?.() };
}

test("asked any number of times while under way, it is done once more", async () => {
  const { run, end } = work();
  const retried = new Retried("work", run);
  const done = retried.ask();
  retried.ask();
  retried.ask();
  expect(run).toHaveBeenCalledTimes(1);
  end();
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2), { timeout: 30_000 });
  end();
  await done;
  expect(run).toHaveBeenCalledTimes(2);
  retried.ask();
  expect(run).toHaveBeenCalledTimes(3);
});

test("it is tried until it succeeds, and operators read of every failure", async () => {
  const run = vi.fn().mockRejectedValueOnce(new Error("1")).mockRejectedValueOnce(new Error("2"));
  const done = new Retried("work", run).ask();
  await vi.advanceTimersByTimeAsync(60_000);
  await done;
  expect(run).toHaveBeenCalledTimes(3);
  expect(log().error).toHaveBeenCalledTimes(2);
  expect(log().error).toHaveBeenLastCalledWith({ err: new Error("2"), failures: 2 }, "cannot work");
});

test("closing gives up between two attempts, and nothing begins afterwards", async () => {
  const run = vi.fn().mockRejectedValue(new Error("never"));
  const retried = new Retried("work", run);
  const done = retried.ask();
  await vi.advanceTimersByTimeAsync(0);
  await retried.close();
  await done;
  await retried.ask();
  expect(run).toHaveBeenCalledTimes(1);
});
