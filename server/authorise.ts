import { Refusal } from "#domain/error.ts";
import type { Actor, Subject } from "#domain/rights/predicate.ts";
import { may, type Right } from "#domain/rights/table.ts";

/** The first line of every command and read: refuses an actor who does not hold `right` over `subject`. */
export function authorise(actor: Actor, right: Right, subject?: Subject): void {
  if (!may(actor, right, subject)) throw new Refusal("FORBIDDEN");
}
