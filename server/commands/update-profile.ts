import type { Locale } from "#domain/localized.ts";
import type { Member } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { memberInclude, memberView } from "#server/views/member.ts";

interface Change {
  name?: string | undefined;
  locale?: Locale | undefined;
}

/** Changes the actor's own name or language. What is so already is no change and no event. */
export async function updateProfile(actor: Actor, change: Change): Promise<Member> {
  authorise(actor, "profile.update", { memberId: actor.id });
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const before = await tx.member.findUniqueOrThrow({ where: { id: actor.id }, include: memberInclude });
    const { name = before.name, locale = before.locale } = change;
    if (name === before.name && locale === before.locale) return memberView(before);
    const after = await tx.member.update({
      where: { id: actor.id },
      data: { name, locale },
      include: memberInclude,
    });
    const changes = (["name", "locale"] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, from: before[field], to: after[field] }));
    await appendEvent(tx, {
      kind: "member.profile_changed",
      actorId: actor.id,
      subjectId: actor.id,
      data: { changes },
    });
    return memberView(after);
  });
}
