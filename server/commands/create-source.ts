import type { Actor } from "#domain/rights/predicate.ts";
import type { Source, SourceDraft } from "#domain/source.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { findOrCreateSource } from "#server/library.ts";
import { loadSource } from "#server/reads/source.ts";

/** Adds a source to the library. One whose address is there already is answered as it stands, without an event. */
export async function createSource(actor: Actor, input: SourceDraft): Promise<Source> {
  authorise(actor, "source.write");
  return await transaction(async (tx) => {
    const { source, isNew } = await findOrCreateSource(tx, actor, input);
    if (isNew) {
      await appendEvent(tx, {
        kind: "source.created",
        actorId: actor.id,
        subjectId: source.id,
        data: { title: source.title },
      });
    }
    return await loadSource(tx, source.id);
  });
}
