import type { Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { sealSession } from "#server/auth/session.ts";
import { cookieName } from "#server/auth/session-cookie.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { createArticle } from "#server/commands/create-article.ts";
import { createClaim } from "#server/commands/create-claim.ts";
import { createSource } from "#server/commands/create-source.ts";
import { db } from "#server/db.ts";
import { readArticle } from "#server/reads/article.ts";
import { readClaim } from "#server/reads/claim.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import type { Desk } from "./person.ts";

export interface Hired {
  name: string;
  actor: Actor;
  cookie: string;
}

let hired = 0;

/** New members with a session each, named A, B, C, …: the first a reviewer, whose rights are the widest used. */
export async function hire(count: number): Promise<Hired[]> {
  const people: Hired[] = [];
  for (let index = 0; index < count; index += 1) {
    hired += 1;
    const role: Role = index === 0 ? "reviewer" : "editor";
    const name = String.fromCodePoint(65 + index);
    const member = await db().member.create({
      data: { email: `history-${hired}-${process.pid}@uratori.example`, name, role },
    });
    const cookie = `${cookieName("session")}=${await sealSession(await beginSession({ member, userAgent: null, replaces: null }))}`;
    people.push({ name, actor: { id: member.id, role }, cookie });
  }
  return people;
}

const BULLETS = 8;

/** An article of a few bullets, sources, and two claims that stay: few things, so that people meet. */
export async function layOutDesk(actor: Actor, origin: string): Promise<Desk> {
  await ensureScales(db());
  const lines = Array.from(
    { length: BULLETS },
    (_, index) => `• ${index + 1}番目の資料によると、支出は${index * 37 + 11}億円で、前の年より増えた。`,
  );
  const made = await createArticle(actor, { format: "text", content: `湾岸の新橋\n\n${lines.join("\n")}\n` });
  const sourceIds: string[] = [];
  for (let index = 0; index < 3; index += 1)
    sourceIds.push(
      (await createSource(actor, { title: `資料 ${index}`, url: `https://example.org/${made.id}/${index}` }))
        .id,
    );
  const bullets = made.revision.blocks.filter(({ kind }) => kind === "bullet");
  const keptIds: string[] = [];
  for (const { id } of bullets.slice(0, 2)) {
    const claim = await createClaim(actor, { articleId: made.id, target: { blockId: id } });
    keptIds.push(claim.id);
  }
  const article = await readArticle(actor, made.id);
  const claims = await Promise.all(keptIds.map((id) => readClaim(actor, id)));
  const ratings = await db().rating.findMany({
    where: { scaleId: article.scale.id, version: article.scale.version, retiredAt: null },
  });
  return { article, sourceIds, ratings: ratings.map(({ key }) => key), keptIds, claims, origin };
}
