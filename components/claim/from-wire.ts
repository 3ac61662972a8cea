import type { client } from "#components/api/client.ts";
import type { Claim } from "#domain/claim.ts";

type WireClaim = Awaited<ReturnType<typeof client.claim.get>>;

/** A claim as the API answers it. JSON drops nothing of it but the brand that says its offsets are code points. */
export const fromWire = (claim: WireClaim): Claim => claim as Claim;
