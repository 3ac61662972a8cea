import type { Claim } from "#domain/claim.ts";
import { isSettled } from "#domain/claim.ts";
import type { EditCounts } from "#domain/import-edit.ts";
import type { MachineRead } from "#domain/machine-reading.ts";
import type { ReportScope } from "#domain/report.ts";
import { REPORT_FORMAT_VERSION, type Report } from "#domain/report.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Scale } from "#domain/scale.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { countsView, machineReadView } from "#server/views/revision-summary.ts";
import { loadArticle } from "./article.ts";
import { loadClaims } from "./claim.ts";
import { loadScale } from "./scale.ts";

/** Whose report it is, where the installation has no name of its own. */
const DESK = "Uratori";

/**
 * All that a report of an article needs. Claims are numbered from 1 within the scope; progress and coverage count the
 * whole article, so that a report of settled claims still says how much is open. NOT_FOUND without such an article.
 * One snapshot of the database: what it says of one claim and of all of them belongs together.
 */
export async function readReport(actor: Actor, articleId: string, scope: ReportScope): Promise<Report> {
  authorise(actor, "article.read");
  return await db().$transaction((tx) => loadReport(tx, actor, articleId, scope), {
    isolationLevel: "RepeatableRead",
    maxWait: 10_000,
    timeout: 20_000,
  });
}

async function loadReport(tx: Db, actor: Actor, articleId: string, scope: ReportScope): Promise<Report> {
  const {
    revision,
    dismissals,
    abilities: _,
    openThreads: _threads,
    seq: _seq,
    progress,
    coverage,
    version: __,
    draft: _draft,
    ...article
  } = await loadArticle(tx, actor, articleId);
  const { edits, machineRead } = await loadWhatWasDone(tx, revision.id);
  const all = await loadClaims(tx, actor, articleId);
  const claims = scope === "settled" ? all.filter(isSettled) : all;
  return {
    formatVersion: REPORT_FORMAT_VERSION,
    generatedAt: new Date().toISOString(),
    baseUrl: env().URATORI_URL,
    desk: DESK,
    scope,
    article,
    revision: {
      ...revision,
      ...(edits && { editedByHand: edits }),
      ...(machineRead && { machineRead: withoutReadingId(machineRead) }),
    },
    dismissals,
    progress,
    coverage,
    claims: claims.map(({ abilities: _claimAbilities, openThreads: _claimThreads, ...claim }, index) => ({
      ...claim,
      number: index + 1,
    })),
    scales: await loadScales(tx, article.scale, claims),
  };
}

/** What became of a text before it was saved: which hand edits were made, and that a machine read it. */
async function loadWhatWasDone(
  tx: Db,
  revisionId: string,
): Promise<{ edits: EditCounts | null; machineRead: MachineRead | null }> {
  const row = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { edits: true, machineRead: true },
  });
  return { edits: countsView(row.edits), machineRead: machineReadView(row.machineRead) };
}

/** Pages are for members; what is published names no place to ask for them. */
const withoutReadingId = ({ readingId: _, ...said }: MachineRead): Omit<MachineRead, "readingId"> => said;

/** Every scale version that a verdict names, the article's own first. */
async function loadScales(tx: Db, own: { id: string; version: number }, claims: Claim[]): Promise<Scale[]> {
  const named = claims.flatMap(({ verdict }) =>
    verdict ? [{ id: verdict.scaleId, version: verdict.scaleVersion }] : [],
  );
  const wanted = new Map([own, ...named].map((scale) => [`${scale.id} ${scale.version}`, scale]));
  const scales: Scale[] = [];
  for (const { id, version } of wanted.values()) {
    const scale = await loadScale(tx, id, version);
    if (scale) scales.push(scale);
  }
  return scales;
}
