import { afterEach, expect, it } from "vitest";
import { type JobOptions, JobTooHard, workerPool } from "./worker-pool.ts";

const pool = workerPool<unknown, unknown>({
  name: "patient",
  file: "server/test/patient-worker.mjs",
  idle: 60_000,
  places: { atWork: 2, atWorkOfEach: 1, waiting: 3, waitingOfEach: 2 },
});
const options: JobOptions = { task: "echo", timeout: 100_000, by: "a" };
/** A job that works until the pool is closed, as which it then fails. */
const hang = (by: string) => pool.run(null, { ...options, task: "hang", by }).catch(() => "ended");
const echo = (by: string, limit?: number) =>
  pool.run(by, { ...options, by, ...(limit !== undefined && { limit }) });

afterEach(pool.close);

it("answers, with a limit and without", async () => {
  expect(await echo("a")).toBe("a");
  expect(await echo("a", 60_000)).toBe("a");
});

it("ends what works above its limit, and works on", async () => {
  const hard = pool.run(null, { ...options, task: "hang", limit: 1 });
  await expect(hard).rejects.toBeInstanceOf(JobTooHard);
  expect(await echo("a")).toBe("a");
});

it("answers others while one person's work never ends, and more of it waits", async () => {
  const own = [hang("a"), hang("a"), hang("a")];
  expect(await echo("b")).toBe("b");
  expect(await echo("c")).toBe("c");
  await pool.close();
  expect(await own[0]).toBe("ended");
});

it("tells a person that enough of theirs waits, and when to come back", async () => {
  for (let count = 0; count < 3; count += 1) void hang("a");
  await expect(echo("a")).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS", data: { retryAfter: 30 } });
  expect(await echo("b")).toBe("b");
});

it("tells everybody where enough of all waits", async () => {
  for (const person of ["a", "b", "a", "b", "c"]) void hang(person);
  await expect(echo("d")).rejects.toMatchObject({ code: "BUSY", data: { retryAfter: 30 } });
});

it("tells whoever waited until no time was left", async () => {
  void hang("a");
  const late = pool.run("a", { ...options, timeout: 1 });
  await expect(late).rejects.toMatchObject({ code: "BUSY", data: { retryAfter: 30 } });
});
