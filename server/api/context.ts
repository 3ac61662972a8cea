import type { Locale } from "#domain/localized.ts";
import type { Actor } from "#domain/rights/predicate.ts";

/** Who makes a call, and by which way in: a browser's session cookie, or a script's personal token. */
export interface Caller {
  actor: Actor;
  via: "session" | "token";
  locale: Locale;
  name: string;
}

/** What every call knows before it is matched to a procedure. */
export interface ApiContext {
  request: Request;
  /** Null for somebody who is not signed in. */
  caller: Caller | null;
  /** The language of messages: the member's own, else what the request asks for. */
  locale: Locale;
  /** Headers to send with the answer. */
  resHeaders?: Headers;
}
