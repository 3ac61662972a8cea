import type { ReportFormat, ReportScope } from "#domain/report.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";

export interface RecordReportExportInput {
  articleId: string;
  format: ReportFormat;
  scope: ReportScope;
  fileName: string;
  bytes: number;
}

/** Writes down that a report left as a file, so that a desk knows what is out there and who took it. */
export async function recordReportExport(actor: Actor, input: RecordReportExportInput): Promise<void> {
  authorise(actor, "report.export");
  await transaction(async (tx) => {
    const { articleId, ...data } = input;
    await lockArticle(tx, articleId);
    await appendEvent(tx, {
      kind: "report.exported",
      actorId: actor.id,
      articleId,
      subjectId: articleId,
      data: { ...data },
    });
  });
}
