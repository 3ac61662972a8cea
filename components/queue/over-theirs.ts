import { fieldVersionOf } from "#components/claim/claim-field.ts";
import type { Claim } from "#domain/claim.ts";
import type { Writer } from "#domain/writer.ts";
import type { Deed } from "./deed.ts";
import type { RefusalNote } from "./entry.ts";

interface ConflictData {
  current: Claim & { version: number };
  writers?: Writer[];
}

/** What another person wrote where `deed` met a CONFLICT; null for any other refusal. */
export function conflictOf(refusal: RefusalNote): ConflictData | null {
  return refusal.code === "CONFLICT" ? (refusal.data as ConflictData) : null;
}

/** The deed once more, over the other person's text: the person who saw both decided so. */
export function overTheirs(deed: Deed, { current }: ConflictData): Deed {
  if (deed.kind === "setField") return { ...deed, version: fieldVersionOf(current, deed.field) };
  return "version" in deed ? { ...deed, version: current.version } : deed;
}
