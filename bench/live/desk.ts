import { proseRoom } from "#domain/prose.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { sealSession } from "#server/auth/session.ts";
import { cookieName } from "#server/auth/session-cookie.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { createArticle } from "#server/commands/create-article.ts";
import { createClaim } from "#server/commands/create-claim.ts";
import { db } from "#server/db.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import type { Job } from "./subject.ts";

let made = 0;

/** `members` editors with a session each, an article with `bullets` bullets, and the prose room of a claim in it. */
export async function prepareDesk(
  origin: string,
  members: number,
  bullets: number,
): Promise<NonNullable<Job["ours"]>> {
  await ensureScales(db());
  const cookies: string[] = [];
  let actor: Actor | null = null;
  for (let index = 0; index < members; index += 1) {
    made += 1;
    const member = await db().member.create({
      data: { email: `bench-${made}@uratori.example`, name: `記者 ${made}`, role: "editor" },
    });
    actor ??= { id: member.id, role: member.role };
    cookies.push(
      `${cookieName("session")}=${await sealSession(await beginSession({ member, userAgent: null, replaces: null }))}`,
    );
  }
  if (!actor) throw new Error("A desk needs somebody");
  const article = await createArticle(actor, { format: "text", content: articleText(bullets) });
  const blockIds = article.revision.blocks.filter(({ kind }) => kind === "bullet").map(({ id }) => id);
  const claim = await createClaim(actor, { articleId: article.id, target: { blockId: blockIds[0] ?? "" } });
  return { origin, cookies, articleId: article.id, blockIds, room: proseRoom(claim.id) };
}

/** Bullets of some 60 characters each, all different. */
function articleText(bullets: number): string {
  const lines = Array.from(
    { length: bullets },
    (_, index) =>
      `• ${index + 1}番目の資料によると、市の昨年度の支出は${(index * 37) % 900}億円で、前の年より${(index * 7) % 40}パーセント増えたと担当者は説明している。`,
  );
  return `湾岸の新橋\n\n${lines.join("\n")}\n`;
}
