import { setTimeout as pause } from "node:timers/promises";
import { API_PREFIX } from "#contract/api.ts";
import { DEED_HEADER, SEQ_HEADER } from "#contract/procedure.ts";
import type { Act } from "./act.ts";
import type { Chance } from "./chance.ts";

/** What the server said in the end: as many tries as it took, none of them answered before. */
export interface Answer {
  status: number;
  /** Of a refusal. */
  code?: string;
  json: unknown;
  /** As of which event of the article it stands. */
  seq: number;
  tries: number;
}

/** Where acts go to, and under whose name. */
export interface Post {
  /** An instance that may be up; another one at each call. */
  address: () => string;
  origin: string;
  cookie: string;
  draw: Chance;
  say: (what: string) => void;
}

/** What can happen to one request on its way. */
type Way = "well" | "twice" | "cut" | "held";
const WAYS: readonly Way[] = ["well", "well", "well", "well", "twice", "cut", "held"];
const PATIENCE_MS = 15_000;
const GIVE_UP_AFTER = 60;

/**
 * Sends an act until it is answered, as a page does that keeps what was not answered: over lines that break before or
 * after the server has heard, that double a request, or hold its answer back.
 */
export async function deliver(act: Act, post: Post): Promise<Answer> {
  for (let tries = 1; tries <= GIVE_UP_AFTER; tries += 1) {
    const way = post.draw.one(WAYS) ?? "well";
    const answer = await attempt(act, post, way).catch((error: unknown) => {
      post.say(`no answer (${way}): ${reasonOf(error)}`);
      return null;
    });
    if (answer && answer.status < 500) return { ...answer, tries };
    if (answer?.code === "INTERNAL") throw new Error(`A defect: ${act.method} ${act.path} answered INTERNAL`);
    await pause(post.draw.is(0.3) ? post.draw.whole(200, 800) : post.draw.whole(20, 120));
  }
  throw new Error(`${act.method} ${act.path} was not answered in ${GIVE_UP_AFTER} tries`);
}

type Attempt = Omit<Answer, "tries">;

async function attempt(act: Act, post: Post, way: Way): Promise<Attempt | null> {
  switch (way) {
    case "well":
      return await send(act, post, AbortSignal.timeout(PATIENCE_MS));
    case "held": {
      // Most are late, some so late that others had time to act on the same thing and everybody was told.
      const held = post.draw.is(0.2) ? post.draw.whole(200, 900) : post.draw.whole(5, 80);
      const answer = await send(act, post, AbortSignal.timeout(PATIENCE_MS));
      await pause(held);
      return answer;
    }
    case "cut":
      return await send(act, post, AbortSignal.timeout(post.draw.whole(1, 25)));
    case "twice": {
      // One of the two answers is lost on its way; the other is the one that counts.
      const heard = post.draw.is(0.5) ? 0 : 1;
      const both = await Promise.allSettled([
        send(act, post, AbortSignal.timeout(PATIENCE_MS)),
        send(act, post, AbortSignal.timeout(PATIENCE_MS)),
      ]);
      const one = both[heard];
      if (one?.status === "fulfilled") return one.value;
      throw one?.reason;
    }
  }
}

async function send(act: Act, post: Post, signal: AbortSignal): Promise<Attempt> {
  const response = await fetch(`${post.address()}${API_PREFIX}${act.path}`, {
    method: act.method,
    headers: {
      cookie: post.cookie,
      origin: post.origin,
      [DEED_HEADER]: act.id,
      ...(act.body && { "content-type": "application/json" }),
    },
    body: act.body ? JSON.stringify(act.body) : null,
    signal,
  });
  const text = await response.text();
  const json: unknown = text === "" ? null : JSON.parse(text);
  const code = response.ok ? undefined : (json as { code?: string } | null)?.code;
  const seq = Number(response.headers.get(SEQ_HEADER) ?? 0);
  return { status: response.status, ...(code !== undefined && { code }), json, seq };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name} ${String((error.cause as Error | undefined)?.message ?? error.message)}`
    : String(error);
