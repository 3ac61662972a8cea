import { createHash } from "node:crypto";
import { type ErrorCode, Refusal } from "#domain/error.ts";
import {
  ADDRESS_PATIENCE,
  afterFailure,
  afterPardon,
  type Failures,
  LINK_PATIENCE,
  NETWORK_PATIENCE,
  type Patience,
  retryAfter,
} from "#domain/sign-in-throttle.ts";
import type { SignInThrottle } from "#prisma/generated/client.ts";
import { type Db, db, transaction } from "#server/db.ts";
import { apart } from "#server/deed.ts";

/** One thing failures are counted for. */
export interface Mark {
  /** Hashed: the table must not become a list of addresses somebody tried. */
  key: string;
  patience: Patience;
}

const mark = (kind: string, value: string, patience: Patience): Mark => ({
  key: createHash("sha256").update(`${kind}|${value}`).digest("hex"),
  patience,
});

/** @param email normalised */
export const addressMark = (email: string): Mark => mark("address", email, ADDRESS_PATIENCE);
export const networkMark = (network: string): Mark => mark("network", network, NETWORK_PATIENCE);
/** A browser that the address's member has signed in with: it answers for itself alone. */
export const deviceMark = (deviceId: string): Mark => mark("device", deviceId, ADDRESS_PATIENCE);
/** Somebody at an open screen who tries to guess its member's password. */
export const passwordMark = (memberId: string): Mark => mark("password", memberId, ADDRESS_PATIENCE);
/** Somebody who knows a member's password and tries to guess a second factor. */
export const factorMark = (memberId: string): Mark => mark("factor", memberId, ADDRESS_PATIENCE);
/** Personal tokens that are none. */
export const tokenMark = (network: string): Mark => mark("token", network, LINK_PATIENCE);
/** Links of invitations and of the set-up that are none. */
export const linkMark = (network: string): Mark => mark("link", network, LINK_PATIENCE);

/** Older rows say nothing any more. In milliseconds; longer than any patience's memory and wait. */
const SWEEP_AFTER = 24 * 60 * 60 * 1000;

/**
 * Runs `attempt`, which throws a Refusal with one of `failures` where somebody guessed wrong. Each guess is counted
 * *before* it is made and pardoned when it was none, so that a hundred guesses at the same moment count as a hundred.
 *
 * @throws Refusal TOO_MANY_REQUESTS with `retryAfter` in seconds, without running `attempt`
 */
export async function throttled<Result>(
  marks: Mark[],
  failures: ErrorCode[],
  attempt: () => Promise<Result>,
): Promise<Result> {
  await countGuess(marks);
  try {
    const result = await attempt();
    await pardon(marks);
    return result;
  } catch (error) {
    if (!(error instanceof Refusal && failures.includes(error.code))) await pardon(marks);
    throw error;
  }
}

/** Counts in a transaction of its own: under one `Idempotency-Key` a hundred guesses are a hundred, too. */
const counting = <Result>(work: (tx: Db) => Promise<Result>): Promise<Result> =>
  apart(() => transaction(work));

async function countGuess(marks: Mark[]): Promise<void> {
  const now = new Date();
  await sweep(now);
  const wait = await counting(async (tx) => {
    const rows = await lockRows(tx, marks, now);
    // Read when it is our turn: whoever was served before us wrote a later moment than the one we came at.
    const turn = new Date();
    const longest = Math.max(0, ...[...rows.values()].map((row) => retryAfter(row, turn)));
    if (longest === 0)
      for (const { key, patience } of marks)
        await write(tx, key, afterFailure(rows.get(key) ?? null, turn, patience));
    return longest;
  });
  if (wait > 0) throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: wait });
}

async function pardon(marks: Mark[]): Promise<void> {
  const now = new Date();
  await counting(async (tx) => {
    for (const [key, row] of await lockRows(tx, marks, now)) await write(tx, key, afterPardon(row, now));
  });
}

/** Right after a success an address starts over: whoever knows the password need not guess it. */
export async function forgive({ key }: Mark): Promise<void> {
  await counting((tx) => tx.signInThrottle.deleteMany({ where: { key } }));
}

/** The marks' rows, made where missing and locked in one order for all. */
async function lockRows(tx: Db, marks: Mark[], now: Date): Promise<Map<string, Failures>> {
  const keys = marks.map(({ key }) => key).sort();
  await tx.signInThrottle.createMany({
    data: keys.map((key) => ({ key, failures: 0, lastFailedAt: now, blockedUntil: now })),
    skipDuplicates: true,
  });
  const rows = await tx.$queryRaw<SignInThrottle[]>`
    SELECT * FROM "SignInThrottle" WHERE key = ANY(${keys}) ORDER BY key FOR UPDATE`;
  return new Map(rows.map(({ key, failures, ...moments }) => [key, { count: failures, ...moments }]));
}

/** The row may be gone by now: somebody else's success forgives all at once while we wait for its lock. */
async function write(tx: Db, key: string, { count, ...moments }: Failures): Promise<void> {
  const counted = { failures: count, ...moments };
  await tx.signInThrottle.upsert({ where: { key }, create: { key, ...counted }, update: counted });
}

async function sweep(now: Date): Promise<void> {
  const old = { lt: new Date(now.getTime() - SWEEP_AFTER) };
  await db().signInThrottle.deleteMany({ where: { lastFailedAt: old } });
}
