import { oc } from "@orpc/contract";
import { errors } from "./error.ts";

/** What any call can answer, signed in or not. */
export const openCall = oc.errors(
  errors("INVALID_INPUT", "BODY_TOO_LARGE", "ORIGIN_REFUSED", "TOO_MANY_REQUESTS", "INTERNAL"),
);

/** A call for members: by session cookie or by `Authorization: Bearer` with a personal token. */
export const memberCall = openCall.errors(errors("UNAUTHENTICATED", "FORBIDDEN"));
