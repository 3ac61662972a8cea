import { ROLES, type Role } from "#domain/member.ts";
import { env } from "#server/env.ts";

/** What `npm start` prints as well; the demo's seed makes these members and no others. */
const DEMO_PASSWORD = "uratori-demo";

/** Who can sign in to a demo desk, password included: everybody may know. Empty on any other desk. */
export function demoAccounts(): { role: Role; email: string; password: string }[] {
  if (!env().URATORI_DEMO) return [];
  return ROLES.map((role) => ({ role, email: `${role}@uratori.example`, password: DEMO_PASSWORD }));
}
