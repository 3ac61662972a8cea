import { ROLES, type Role } from "./member.ts";

/** Which group of the identity provider makes its people what, by the group's exact name. */
export type GroupRoles = ReadonlyMap<string, Role>;

/** The highest role that any of `groups` gives; null where none gives one. */
export function groupRole(groups: readonly string[], roles: GroupRoles): Role | null {
  const given = new Set(groups.map((group) => roles.get(group)));
  return ROLES.findLast((role) => given.has(role)) ?? null;
}

/**
 * Reads `desk-admins=admin, desk=editor`. Where a group's name holds commas, pairs are separated by semicolons, of which
 * one at the end is enough: `cn=desk,dc=example=editor;`. The role stands behind the last equals sign.
 *
 * @returns null where it is no such list, or gives one group two roles
 */
export function parseGroupRoles(list: string): GroupRoles | null {
  const pairs = list
    .split(list.includes(";") ? ";" : ",")
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "");
  const roles = new Map<string, Role>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf("=");
    const group = pair.slice(0, Math.max(at, 0)).trim();
    const role = ROLES.find((one) => one === pair.slice(at + 1).trim());
    if (group === "" || role === undefined || roles.has(group)) return null;
    roles.set(group, role);
  }
  return roles.size > 0 ? roles : null;
}
