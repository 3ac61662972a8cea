import { codePoints } from "#domain/offset.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { hashPassword } from "#server/auth/password.ts";
import { addEvidence } from "#server/commands/add-evidence.ts";
import { createArticle } from "#server/commands/create-article.ts";
import { createClaim } from "#server/commands/create-claim.ts";
import { dismissBlock } from "#server/commands/dismiss-block.ts";
import { putVerdict } from "#server/commands/put-verdict.ts";
import { readNotifications } from "#server/commands/read-notifications.ts";
import { updateClaim } from "#server/commands/update-claim.ts";
import { db } from "#server/db.ts";
import { japaneseDiscussions } from "./demo/discussion.ts";
import { englishDemo } from "./demo/english.ts";
import type { DemoArticle, DemoFinding } from "./demo/finding.ts";
import { japaneseDemo } from "./demo/japanese.ts";
import { type DemoRole, demoMembers } from "./demo/members.ts";
import { seedDiscussion } from "./demo/seed-discussion.ts";

/**
 * Fills an empty database with the demo desk, through the same commands a member's click runs, so that its history
 * is as true as any other. Does nothing where a member exists.
 */
async function seedDemo(): Promise<void> {
  if ((await db().member.count()) > 0) return;
  const actors = await seedMembers();
  await seedArticle(actors, englishDemo);
  const articleId = await seedArticle(actors, japaneseDemo);
  // What the findings themselves brought into inboxes was read long ago.
  const all = { all: true, upTo: new Date().toISOString() } as const;
  for (const actor of Object.values(actors)) await readNotifications(actor, all);
  for (const discussion of japaneseDiscussions) await seedDiscussion(actors, articleId, discussion);
}

type Actors = Record<DemoRole, Actor>;

async function seedMembers(): Promise<Actors> {
  const actors: Partial<Actors> = {};
  for (const { role, name, email, locale, password } of demoMembers) {
    const member = await db().member.create({
      data: { email, name, role, locale, passwordHash: await hashPassword(password) },
    });
    actors[role] = { id: member.id, role };
  }
  return actors as Actors;
}

/** Answers the article's id. */
async function seedArticle(actors: Actors, demo: DemoArticle): Promise<string> {
  const { content, language, byline, publisher, publishedAt, scale } = demo;
  const article = await createArticle(actors.editor, {
    format: "text",
    content,
    language,
    byline,
    publisher,
    publishedAt,
    scale,
  });
  for (const finding of demo.findings)
    await seedFinding(actors, article.id, article.revision.text, demo, finding);
  for (const { bullet, reason } of demo.dismissals) {
    const block = article.revision.blocks.find((candidate) => candidate.text === bullet);
    if (!block) throw new Error(`The demo article has no bullet ${bullet}`);
    await dismissBlock(actors.editor, { articleId: article.id, blockId: block.id, reason });
  }
  return article.id;
}

async function seedFinding(
  actors: Actors,
  articleId: string,
  text: string,
  demo: DemoArticle,
  finding: DemoFinding,
): Promise<void> {
  const { statement, claimant, kinds, priority } = finding;
  const claim = await createClaim(actors.editor, {
    articleId,
    target: targetOf(text, finding.quote),
    statement,
    kinds,
    ...(claimant === undefined ? {} : { claimant }),
    ...(priority === undefined ? {} : { priority }),
  });
  const cited = new Map<string, string>();
  for (const { source, ...detail } of finding.evidence ?? []) {
    const described = demo.sources[source];
    if (!described) throw new Error(`The demo has no source ${source}`);
    const evidence = await addEvidence(actors.editor, { claimId: claim.id, source: described, ...detail });
    cited.set(source, evidence.id);
  }
  if (finding.verdict) {
    const { rating, summary, rationale } = finding.verdict;
    const withIds = rationale.replace(
      /\[@(\w+)\]/g,
      (_, source: string) => `[@${cited.get(source) ?? source}]`,
    );
    await putVerdict(actors.editor, { claimId: claim.id, rating, summary, rationale: withIds });
  }
  const { version } = await db().claim.findUniqueOrThrow({ where: { id: claim.id } });
  await updateClaim(actors.editor, {
    claimId: claim.id,
    version,
    workState: finding.workState,
    ...(finding.assignee ? { assigneeId: actors[finding.assignee].id } : {}),
  });
}

/** The first place of `quote`: a number such as 6852 may stand in prose as well. */
function targetOf(text: string, quote: string) {
  const at = text.indexOf(quote);
  if (at < 0) throw new Error(`The demo article does not say ${quote}`);
  const start = [...text.slice(0, at)].length;
  return { exact: quote, start: codePoints(start), end: codePoints(start + [...quote].length) };
}

await seedDemo();
await db().$disconnect();
