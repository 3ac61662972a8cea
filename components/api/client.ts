import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { API_PREFIX, api } from "#contract/api.ts";
import { DEED_HEADER, MEMBER_HEADER, SEQ_HEADER } from "#contract/procedure.ts";

/** Whom this page was made for; null before anybody is signed in. */
let speaker: string | null = null;

/** From now on every call says that it is made for this member, and is done for nobody else. */
export function speakFor(memberId: string): void {
  speaker = memberId;
}

/** As of which event of its article the last answer stands (`SEQ_HEADER`); null while none has said so. */
export interface AsOf {
  seq: number | null;
}

/** `deedId`: by which a write is known that is sent until it is answered (`DEED_HEADER`). `asOf`: filled by the answer. */
interface CallContext {
  deedId?: string;
  asOf?: AsOf;
}

const link = new OpenAPILink<CallContext>(api, {
  headers: ({ context: { deedId } }) => ({
    ...(speaker !== null && { [MEMBER_HEADER]: speaker }),
    ...(deedId !== undefined && { [DEED_HEADER]: deedId }),
  }),
  url: () => new URL(API_PREFIX, window.location.origin),
  fetch: async (request, init, { context: { asOf } }) => {
    const response = await globalThis.fetch(request, { ...init, credentials: "same-origin" });
    const seq = response.headers.get(SEQ_HEADER);
    if (asOf && seq !== null) asOf.seq = Number(seq);
    return response;
  },
});

/** The documented REST API, typed by the contract: the same door a script uses, with the session's cookie. */
export const client: JsonifiedClient<ContractRouterClient<typeof api, CallContext>> = createORPCClient(link);

/** Query keys, query options and mutation options for every call, for TanStack Query. */
export const orpc = createTanstackQueryUtils(client);
