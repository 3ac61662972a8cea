import type { Actor } from "#domain/rights/predicate.ts";
import type { Source, SourceDraft } from "#domain/source.ts";
import { createSource } from "#server/commands/create-source.ts";
import { makeActor } from "./actor.ts";

let made = 0;

/** A source with an address of its own; `wanted` overrides any field, `by` who adds it. */
export async function makeSource(wanted: Partial<SourceDraft> & { by?: Actor } = {}): Promise<Source> {
  made += 1;
  const { by = await makeActor(), ...fields } = wanted;
  return await createSource(by, {
    title: `Source ${made}`,
    url: `https://example.org/source-${made}`,
    publisher: "Example",
    ...fields,
  });
}
