/** What is known of failures with one address, or from one network address. */
export interface Failures {
  count: number;
  lastFailedAt: Date;
  /** No try before this moment. */
  blockedUntil: Date;
}

/** How much is put up with. Waits and memory in seconds. */
export interface Patience {
  /** Failures before the first wait. */
  free: number;
  firstWait: number;
  longestWait: number;
  /** Failures older than this are forgotten all at once. */
  memory: number;
}

/** One member's address: people mistype a few times; nobody is locked out for longer than five minutes. */
export const ADDRESS_PATIENCE: Patience = { free: 5, firstWait: 5, longestWait: 300, memory: 3600 };

/** One network address, behind which a whole newsroom may sit. */
export const NETWORK_PATIENCE: Patience = { free: 30, firstWait: 5, longestWait: 900, memory: 3600 };

/** Links and tokens have 256 random bits: nobody mistypes them, they are only ever copied badly. */
export const LINK_PATIENCE: Patience = { free: 10, firstWait: 5, longestWait: 900, memory: 3600 };

/** The failures after one more at `now`. Each wait is twice the last one. */
export function afterFailure(before: Failures | null, now: Date, patience: Patience): Failures {
  const count = (before && !isForgotten(before, now, patience) ? before.count : 0) + 1;
  return { count, lastFailedAt: now, blockedUntil: later(now, waitAfter(count, patience)) };
}

/** The failures after one of them turned out to be none: the wait it brought is lifted. */
export function afterPardon(before: Failures, now: Date): Failures {
  return { ...before, count: Math.max(0, before.count - 1), blockedUntil: now };
}

/** Seconds to wait from `now` on, rounded up; 0 where a try is welcome. */
export function retryAfter(failures: Failures | null, now: Date): number {
  const milliseconds = failures ? failures.blockedUntil.getTime() - now.getTime() : 0;
  return Math.max(0, Math.ceil(milliseconds / 1000));
}

/** Seconds to wait after the `count`-th failure in a row. */
export function waitAfter(count: number, patience: Patience): number {
  const beyond = count - patience.free;
  return beyond < 0 ? 0 : Math.min(patience.longestWait, patience.firstWait * 2 ** beyond);
}

const isForgotten = (failures: Failures, now: Date, { memory }: Patience): boolean =>
  now >= later(failures.lastFailedAt, memory);

const later = (moment: Date, seconds: number): Date => new Date(moment.getTime() + seconds * 1000);
