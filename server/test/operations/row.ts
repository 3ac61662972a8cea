import type { ErrorCode } from "#domain/error.ts";
import { ROLES, type Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";

/** What a call is asked with. Names of the path (`{claimId}`) are filled from `params`. */
export interface Asked {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: FormData | Record<string, unknown>;
}

/** One operation of the contract: who may call it, and a call that can be carried out. */
export interface Row {
  /** Members of which roles may; the table of `domain/rights` is asked by the product and not here. */
  roles: readonly Role[] | "anybody, signed in or not";
  /** What those who may ask are answered where what they ask for is not to be had; absent: it is done. */
  answers?: ErrorCode;
  /** What the same call is answered when it comes again: what it proves by is good once, and so it takes no key. */
  again?: ErrorCode;
  /** What is asked for is the asker's own: nothing of it can be shared by two askers. */
  isOwn?: true;
  /** Makes what the call needs. A member who may not asks for it all the same. */
  ask: (asker: Actor) => Promise<Asked>;
  /** Takes back what would stand in the way of whoever calls next. */
  undo?: () => Promise<void>;
}

/** By the operation's name in the contract; a case of it has words behind a space. */
export type Rows = Record<string, Row>;

export const operationOf = (name: string): string => name.split(" ")[0] ?? name;

export const EDITORS: readonly Role[] = ["editor", "reviewer", "admin"];
export const ADMINS: readonly Role[] = ["admin"];
export const MEMBERS: readonly Role[] = ROLES;
