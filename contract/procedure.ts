import { oc } from "@orpc/contract";
import { errors } from "./error.ts";

/** What any call can answer, signed in or not. */
export const openCall = oc.errors(
  errors("INVALID_INPUT", "BODY_TOO_LARGE", "ORIGIN_REFUSED", "TOO_MANY_REQUESTS", "BUSY", "INTERNAL"),
);

/**
 * A page says with each call whom it was made for. Another person may have signed in on the same browser since, and then
 * the session's cookie is theirs: such a call is UNAUTHENTICATED instead of being done in the wrong name.
 */
export const MEMBER_HEADER = "x-uratori-member";

/**
 * A write may carry an id of its own, a UUID made by the sender, by which it is known when it comes again because no
 * answer was heard: it is then answered as the first time and not done again, whatever others did since. The name is the
 * one of draft-ietf-httpapi-idempotency-key-header.
 */
export const DEED_HEADER = "idempotency-key";

/**
 * The number (`seq`) of its article's last event that an answer knows of: on every write to an article, done or refused,
 * and on a claim that is read. Events have an order without gaps, so whoever holds two answers about one thing, or an
 * answer and the live news, knows which is the older. An answer to a deed that came again has the number of the first.
 */
export const SEQ_HEADER = "x-uratori-seq";

/** A call for members: by session cookie or by `Authorization: Bearer` with a personal token. */
export const memberCall = openCall.errors(errors("UNAUTHENTICATED", "FORBIDDEN"));
