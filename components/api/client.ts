import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { API_PREFIX, api } from "#contract/api.ts";
import { DEED_HEADER, MEMBER_HEADER } from "#contract/procedure.ts";

/** Whom this page was made for; null before anybody is signed in. */
let speaker: string | null = null;

/** From now on every call says that it is made for this member, and is done for nobody else. */
export function speakFor(memberId: string): void {
  speaker = memberId;
}

/** `deedId`: by which a write is known that is sent until it is answered (`DEED_HEADER`). */
interface CallContext {
  deedId?: string;
}

const link = new OpenAPILink<CallContext>(api, {
  headers: ({ context: { deedId } }) => ({
    ...(speaker !== null && { [MEMBER_HEADER]: speaker }),
    ...(deedId !== undefined && { [DEED_HEADER]: deedId }),
  }),
  url: () => new URL(API_PREFIX, window.location.origin),
  fetch: (request, init) => globalThis.fetch(request, { ...init, credentials: "same-origin" }),
});

/** The documented REST API, typed by the contract: the same door a script uses, with the session's cookie. */
export const client: JsonifiedClient<ContractRouterClient<typeof api, CallContext>> = createORPCClient(link);

/** Query keys, query options and mutation options for every call, for TanStack Query. */
export const orpc = createTanstackQueryUtils(client);
