import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { API_PREFIX, api } from "#contract/api.ts";

const link = new OpenAPILink(api, {
  url: () => new URL(API_PREFIX, window.location.origin),
  fetch: (request, init) => globalThis.fetch(request, { ...init, credentials: "same-origin" }),
});

/** The documented REST API, typed by the contract: the same door a script uses, with the session's cookie. */
export const client: JsonifiedClient<ContractRouterClient<typeof api>> = createORPCClient(link);

/** Query keys, query options and mutation options for every call, for TanStack Query. */
export const orpc = createTanstackQueryUtils(client);
