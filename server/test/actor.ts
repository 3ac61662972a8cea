import type { Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { makeMember } from "./member.ts";

/** A new member of `role` as the one who asks. */
export async function makeActor(role: Role = "editor"): Promise<Actor> {
  const { id } = await makeMember(role);
  return { id, role };
}
