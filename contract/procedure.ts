import { oc } from "@orpc/contract";
import { errors } from "./error.ts";

/** What the server has to know of a call besides its shape. */
export interface CallMeta {
  /** It changes nothing, although its method is not GET: what it looks at is too large for an address. */
  readsOnly?: true;
  /** Its answer holds a secret, in its body or in a cookie: given once, never stored and never given again. */
  answersSecret?: true;
  /** It asks by itself whose the session is: one that waits for its second factor may make it. */
  judgesSession?: true;
  /** It is written down in the member's name, although its method is GET: another site's page may not cause it. */
  isTold?: true;
}

/** What any call can answer, signed in or not. */
export const openCall = oc
  .$meta<CallMeta>({})
  .errors(
    errors("INVALID_INPUT", "BODY_TOO_LARGE", "ORIGIN_REFUSED", "TOO_MANY_REQUESTS", "BUSY", "INTERNAL"),
  );

/** Whether a call changes nothing: those are all that a token for reading may call, and they are no deeds. */
export const readsOnly = (call: { route: { method?: string }; meta: CallMeta }): boolean =>
  call.route.method === "GET" || call.meta.readsOnly === true;

/**
 * A page says with each call whom it was made for. Another person may have signed in on the same browser since, and then
 * the session's cookie is theirs: such a call is UNAUTHENTICATED instead of being done in the wrong name.
 */
export const MEMBER_HEADER = "x-uratori-member";

/**
 * A write may carry an id of its own, a UUID made by the sender, by which it is known when it comes again because no
 * answer was heard: it is then answered as the first time and not done again, whatever others did since. The same id with
 * another call or another input is IDEMPOTENCY_KEY_REUSED; what answers a secret answers it once, and then
 * SECRET_SHOWN_ONCE. The name is the one of draft-ietf-httpapi-idempotency-key-header.
 */
export const DEED_HEADER = "idempotency-key";

/**
 * The number (`seq`) of its article's last event that an answer knows of: on every write to an article, done or refused,
 * and on a claim that is read. Events have an order without gaps, so whoever holds two answers about one thing, or an
 * answer and the live news, knows which is the older. An answer to a deed that came again has the number of the first.
 */
export const SEQ_HEADER = "x-uratori-seq";

/** A call for members: by session cookie or by `Authorization: Bearer` with a personal token. */
export const memberCall = openCall.errors(
  errors("UNAUTHENTICATED", "FORBIDDEN", "TOKEN_READ_ONLY", "IDEMPOTENCY_KEY_REUSED"),
);
