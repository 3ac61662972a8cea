import { expect, test } from "vitest";
import { groupRole, parseGroupRoles } from "./group-role.ts";

test.each<[string, string, [string, string][] | null]>([
  [
    "pairs",
    "desk-admins=admin, desk=editor",
    [
      ["desk-admins", "admin"],
      ["desk", "editor"],
    ],
  ],
  ["one pair", "desk=viewer", [["desk", "viewer"]]],
  ["a path", "/desk/editors=editor", [["/desk/editors", "editor"]]],
  ["names with commas and equals signs", "cn=desk,dc=example=editor;", [["cn=desk,dc=example", "editor"]]],
  ["Japanese names", "校閲部=reviewer", [["校閲部", "reviewer"]]],
  ["a name with commas and no semicolon", "cn=desk,dc=example=editor", null],
  ["no such role", "desk=chief", null],
  ["no role", "desk", null],
  ["no group", "=editor", null],
  ["one group twice", "desk=editor,desk=admin", null],
  ["nothing", " , ", null],
])("a list of groups and roles: %s", (_name, list, expected) => {
  const read = parseGroupRoles(list);
  expect(read && [...read]).toEqual(expected);
});

test.each<[string, string[], string | null]>([
  ["the one", ["desk"], "editor"],
  ["the highest of several, in any order", ["chiefs", "desk", "other"], "admin"],
  ["the highest of several, the other way round", ["desk", "chiefs"], "admin"],
  ["none of the list", ["other"], null],
  ["no group at all", [], null],
  ["another spelling", ["Desk"], null],
])("the role of a person in groups: %s", (_name, groups, role) => {
  expect(
    groupRole(
      groups,
      new Map([
        ["desk", "editor"],
        ["chiefs", "admin"],
      ]),
    ),
  ).toBe(role);
});
