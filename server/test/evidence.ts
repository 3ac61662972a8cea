import type { Evidence } from "#domain/evidence.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { type AddEvidenceInput, addEvidence } from "#server/commands/add-evidence.ts";
import { makeActor } from "./actor.ts";
import { makeClaim } from "./claim.ts";
import { makeSource } from "./source.ts";

/** Evidence on a claim and from a source of its own; `wanted` overrides any field, `by` who adds it. */
export async function makeEvidence(
  wanted: Partial<AddEvidenceInput> & { by?: Actor } = {},
): Promise<Evidence> {
  const { by = await makeActor(), ...fields } = wanted;
  return await addEvidence(by, {
    claimId: fields.claimId ?? (await makeClaim({ by })).id,
    source: fields.source ?? { id: (await makeSource({ by })).id },
    stance: "supports",
    primary: true,
    ...fields,
  });
}
