import type { TokenScope } from "#domain/access-token.ts";
import { ROLES, type Role } from "#domain/member.ts";

/** Who asks. Disabled members never get this far: a session of theirs is no session. */
export interface Actor {
  id: string;
  role: Role;
  /** What the personal token may do by which they ask; absent where they ask by a session. */
  scope?: TokenScope;
}

/** What a right may depend on besides the actor. */
export interface Subject {
  /** The member a right is about: the owner of a profile or token, the member an admin acts on. */
  memberId?: string;
}

/** One named question. Two lines at most, or it is two predicates. */
export type Predicate = (actor: Actor, subject: Subject) => boolean;

const atLeast =
  (role: Role): Predicate =>
  (actor) =>
    ROLES.indexOf(actor.role) >= ROLES.indexOf(role);

export const isMember: Predicate = atLeast("viewer");
export const isEditor: Predicate = atLeast("editor");
export const isAdmin: Predicate = atLeast("admin");
export const isSelf: Predicate = (actor, subject) => actor.id === subject.memberId;
export const isOther: Predicate = (actor, subject) => actor.id !== subject.memberId;
