import { describe, expect, it } from "vitest";
import {
  ADDRESS_PATIENCE,
  afterFailure,
  afterPardon,
  type Failures,
  type Patience,
  retryAfter,
  waitAfter,
} from "./sign-in-throttle.ts";

const patience: Patience = { free: 3, firstWait: 5, longestWait: 60, memory: 600 };
const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);

/** One failure at each of these moments, in seconds, each as soon as it is welcome. */
const failAt = (...moments: number[]): Failures | null =>
  moments.reduce<Failures | null>((before, moment) => afterFailure(before, at(moment), patience), null);

describe("the wait after a failure", () => {
  it.each([
    ["none yet", 0, 0],
    ["a first mistake is free", 1, 0],
    ["so is every one before the limit", 2, 0],
    ["the limit brings the first wait", 3, 5],
    ["each wait is twice the last", 4, 10],
    ["and again", 5, 20],
    ["up to the longest", 7, 60],
    ["which stays", 1000, 60],
  ])("%s", (_name, count, seconds) => {
    expect(waitAfter(count, patience)).toBe(seconds);
  });
});

describe("failures", () => {
  it("add up and block", () => {
    expect(failAt(0, 1, 2)).toEqual({ count: 3, lastFailedAt: at(2), blockedUntil: at(7) });
  });

  it("are forgotten together after a while without any", () => {
    expect(failAt(0, 1, 2, 601)?.count).toBe(4);
    expect(failAt(0, 1, 2, 602)?.count).toBe(1);
  });

  it("can be pardoned, with the wait they brought", () => {
    const failures = failAt(0, 1, 2) ?? expect.unreachable();
    expect(afterPardon(failures, at(3))).toEqual({ count: 2, lastFailedAt: at(2), blockedUntil: at(3) });
  });

  it("never count below nothing", () => {
    expect(afterPardon({ count: 0, lastFailedAt: at(0), blockedUntil: at(0) }, at(1)).count).toBe(0);
  });
});

describe("the seconds to wait", () => {
  it.each([
    ["nothing known", null, 0, 0],
    ["not blocked", failAt(0), 0, 0],
    ["just blocked", failAt(0, 0, 0), 0, 5],
    ["a part of a second counts as one", failAt(0, 0, 0), 4.001, 1],
    ["over", failAt(0, 0, 0), 5, 0],
    ["long over", failAt(0, 0, 0), 500, 0],
  ])("%s", (_name, failures, moment, seconds) => {
    expect(retryAfter(failures, at(moment))).toBe(seconds);
  });
});

it("leaves a guesser of one address fewer than 400 guesses a day", () => {
  let failures: Failures | null = null;
  let guesses = 0;
  for (let second = 0; second < 86_400; second += 1) {
    if (retryAfter(failures, at(second)) > 0) continue;
    failures = afterFailure(failures, at(second), ADDRESS_PATIENCE);
    guesses += 1;
  }
  expect(guesses).toBeLessThan(400);
});
