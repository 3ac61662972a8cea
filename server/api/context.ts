import type { Locale } from "#domain/localized.ts";
import type { Resolved } from "#server/auth/resolve-actor.ts";

/** What every call knows before it is matched to a procedure. */
export interface ApiContext {
  request: Request;
  /** Null for somebody who is not signed in. */
  caller: Resolved | null;
  /** The language of messages: the member's own, else what the request asks for. */
  locale: Locale;
  /** What was sent with the request, parsed; undefined where nothing was. */
  body: () => Promise<unknown>;
  /** Headers to send with the answer. */
  resHeaders?: Headers;
}
