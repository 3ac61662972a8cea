import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { revisionDraftInputSchema } from "#contract/revision-draft.ts";
import { Refusal } from "#domain/error.ts";
import { countEdits } from "#domain/import-edit.ts";
import type { RevisionDraft } from "#domain/revision-draft.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { buildRevision } from "#editor/revision-document.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { carryAhead } from "#server/carry-ahead.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { bringIn } from "#server/import/bring-in.ts";
import { insertPictures } from "#server/insert-pictures.ts";
import { machineReadColumns, revisionHash } from "#server/insert-revision.ts";
import { lockArticle } from "#server/lock.ts";
import { loadNewestRevision } from "#server/reads/revision.ts";
import { findDraft, loadRevisionDraft } from "#server/reads/revision-draft.ts";
import { memberSummaryView } from "#server/views/member.ts";
import { draftInclude } from "#server/views/revision-draft.ts";

export type PutRevisionDraftInput = { articleId: string } & z.output<typeof revisionDraftInputSchema>;

/**
 * Brings a new version of an article in, to be looked at before it is saved. One an article: another one is taken the
 * place of only where `replaces` names it. The text of the newest revision is refused, and no draft is touched.
 */
export async function putRevisionDraft(actor: Actor, input: PutRevisionDraftInput): Promise<RevisionDraft> {
  authorise(actor, "article.update");
  const { articleId, replaces } = input;
  const { imported, edits, source, machineRead } = await bringIn(actor, input);
  const content = buildRevision(imported.article.blocks);
  const sha256 = revisionHash(content.text);
  const from = { format: imported.format, ...source };
  const id = uuidv7();
  await carryAhead(articleId, id, content, actor.id);
  return await transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const base = await loadNewestRevision(tx, articleId);
    if (sha256 === base.sha256) throw new Refusal("REVISION_UNCHANGED", { number: base.number });
    await makeRoom(tx, articleId, replaces);
    await insertPictures(tx, imported.pictures);
    const row = await tx.revisionDraft.create({
      data: {
        id,
        articleId,
        baseRevisionId: base.id,
        // A plain tree of objects, arrays and texts: JSON, though its type says it more narrowly.
        document: content.document as unknown as Prisma.InputJsonObject,
        text: content.text,
        sha256,
        ...from,
        notes: imported.article.notes,
        ...(edits && { edits }),
        ...machineReadColumns(machineRead),
        createdById: actor.id,
      },
      include: draftInclude,
    });
    await appendEvent(tx, {
      kind: "revision.drafted",
      actorId: actor.id,
      articleId,
      subjectId: row.id,
      data: {
        ...from,
        sha256,
        base: base.number,
        ...(replaces && { replaces }),
        ...(edits && { editedByHand: countEdits(edits.edits) }),
        ...(machineRead && { machineRead }),
      },
    });
    return await loadRevisionDraft(tx, actor, row);
  });
}

/** Takes the draft away that is to be replaced; any other that waits is DRAFT_EXISTS, with who brought it and when. */
async function makeRoom(tx: Db, articleId: string, replaces: string | undefined): Promise<void> {
  const waiting = await findDraft(tx, articleId);
  if (!waiting) return;
  const { id, createdBy, createdAt } = waiting;
  if (id !== replaces) {
    const draft = { id, createdBy: memberSummaryView(createdBy), createdAt: createdAt.toISOString() };
    throw new Refusal("DRAFT_EXISTS", { draft });
  }
  await tx.revisionDraft.delete({ where: { id } });
}
