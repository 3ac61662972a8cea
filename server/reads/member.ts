import { z } from "zod";
import type { Invitation, Member } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";
import { decodeCursor, type PageQuery, pageFrom } from "#server/reads/cursor.ts";
import { invitationInclude, invitationView } from "#server/views/invitation.ts";
import { memberInclude, memberView } from "#server/views/member.ts";

/** An invitation that can still be used at `now`. */
export const waiting = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } });

/** All members, oldest first. */
export async function listMembers(
  actor: Actor,
  page: PageQuery,
): Promise<{ items: Member[]; nextCursor: string | null }> {
  authorise(actor, "member.list");
  const after = decodeCursor(page.cursor, z.tuple([z.uuid()]));
  const found = await db().member.findMany({
    where: after ? { id: { gt: after[0] } } : {},
    include: memberInclude,
    orderBy: { id: "asc" },
    take: page.limit + 1,
  });
  const { rows, nextCursor } = pageFrom(found, page.limit, (row) => [row.id]);
  return { items: rows.map(memberView), nextCursor };
}

/** Invitations that wait, newest first. */
export async function listInvitations(actor: Actor): Promise<Invitation[]> {
  authorise(actor, "member.list");
  const rows = await db().invitation.findMany({
    where: waiting(new Date()),
    include: invitationInclude,
    orderBy: { id: "desc" },
  });
  return rows.map(invitationView);
}

/** False for an installation that nobody has set up yet. Asked before anybody is signed in. */
export async function hasMembers(): Promise<boolean> {
  return (await db().member.findFirst({ select: { id: true } })) !== null;
}
