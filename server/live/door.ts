import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "#domain/error.ts";
import type { SessionEnd } from "#domain/session.ts";
import { networkAddress } from "#server/auth/network-address.ts";
import { judgeSession, type Resolved } from "#server/auth/resolve-actor.ts";
import { isSocketFromHere } from "#server/auth/same-origin.ts";
import { sessionFromCookieHeader } from "#server/auth/session-cookie.ts";
import { env } from "#server/env.ts";
import { settleForwarded } from "#server/http/forwarded.ts";
import { refuseLine } from "#server/http/refusal.ts";
import { requestHeaders } from "#server/http/request-headers.ts";
import { TokenBucket } from "#server/token-bucket.ts";
import type { Connections } from "./connections.ts";

/** How many pages a member may have open at the same time, on one instance. */
const MAX_PAGES = 50;
/** How often one network address may fail to come in. Whoever comes in is not counted: a newsroom has one address. */
const FAILURES = { burst: 120, perSecond: 2 };
/** Addresses are forgotten when there are more than this and their bucket is full again. */
const MAX_ADDRESSES = 10_000;

/** Who asks for a socket: one who may have it, one whose session ended (a page can be told), or none of ours. */
type Visitor =
  | { kind: "member"; member: Resolved; session: string }
  | { kind: "ended"; why: SessionEnd | null }
  | { kind: "refused"; status: 401 | 403 | 429 };

/** Decides who comes in. */
export class Door {
  readonly #connections: Connections;
  readonly #failures = new Map<string, TokenBucket>();

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  async visitor(request: IncomingMessage): Promise<Visitor> {
    settleForwarded(request, env().TRUST_PROXY);
    const headers = requestHeaders(request);
    const address = networkAddress(headers);
    if (this.#hasFailedTooOften(address)) return { kind: "refused", status: 429 };
    const visitor = await this.#judge(headers);
    if (visitor.kind !== "member") this.#noteFailure(address);
    return visitor;
  }

  async #judge(headers: Headers): Promise<Visitor> {
    if (!isSocketFromHere(headers)) return { kind: "refused", status: 403 };
    const session = sessionFromCookieHeader(headers.get("cookie"));
    if (!session) return { kind: "refused", status: 401 };
    // A line that comes back by itself is nobody's doing.
    const judged = await judgeSession(session, { isUse: false });
    if (!judged.good) return { kind: "ended", why: judged.why };
    const { member } = judged;
    const pages = this.#connections.of(member.actor.id).length;
    return pages >= MAX_PAGES ? { kind: "refused", status: 429 } : { kind: "member", member, session };
  }

  #hasFailedTooOften(address: string): boolean {
    return this.#failures.get(address)?.isEmpty(Date.now()) ?? false;
  }

  #noteFailure(address: string): void {
    const now = Date.now();
    const bucket = this.#failures.get(address) ?? new TokenBucket(FAILURES, now);
    this.#failures.set(address, bucket);
    bucket.take(1, now);
    if (this.#failures.size > MAX_ADDRESSES)
      for (const [known, other] of this.#failures) if (other.isFull(now)) this.#failures.delete(known);
  }
}

const CODES = {
  401: "UNAUTHENTICATED",
  403: "ORIGIN_REFUSED",
  404: "NOT_FOUND",
  429: "TOO_MANY_REQUESTS",
  503: "UNAVAILABLE",
} as const satisfies Record<number, ErrorCode>;

/** Answers somebody who is not let in, in HTTP. */
export function refuse(request: IncomingMessage, socket: Duplex, status: keyof typeof CODES): void {
  refuseLine(socket, CODES[status], request.headers);
}
