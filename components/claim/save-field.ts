import { client } from "#components/api/client.ts";
import { failureOf, isPassing } from "#components/api/failure.ts";
import type { Claim } from "#domain/claim.ts";
import type { SaveAnswer, SaveField } from "./autosave-store.ts";
import { type FieldName, isVerdictField } from "./claim-field.ts";
import { fromWire } from "./from-wire.ts";

/** Sends one field, and nothing else, so that two people on two fields of a claim never meet. */
export const saveField: SaveField = async (claimId, field, value, version) => {
  try {
    return { kind: "saved", claim: await send(claimId, field, value, version) };
  } catch (error) {
    return answerTo(error);
  }
};

async function send(claimId: string, field: FieldName, value: unknown, version: number): Promise<Claim> {
  const change = { claimId, version, [field]: value };
  return fromWire(
    await (isVerdictField(field) ? client.claim.putVerdict(change) : client.claim.update(change)),
  );
}

/** A server that is up and says no will say no again; everything else is worth another try. */
function answerTo(error: unknown): SaveAnswer {
  const failure = failureOf(error);
  if (failure.kind !== "refused" || isPassing(error)) return { kind: "unreachable" };
  if (failure.code === "CONFLICT") {
    return { kind: "conflict", current: (failure.data as { current: Claim }).current };
  }
  return { kind: "refused", code: failure.code };
}
