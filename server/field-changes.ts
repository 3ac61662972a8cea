import { isDeepStrictEqual } from "node:util";
import type { FieldChange } from "#domain/event.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Fields of which any may be absent, as a parsed PATCH has them. */
export type Given<Fields> = { [Field in keyof Fields]?: Fields[Field] | undefined };

/** A row that knows at which of its versions each field was last changed; a field not named there is as it was made. */
export interface VersionedRow {
  version: number;
  fieldVersions: Prisma.JsonValue;
}

/** What `wanted` would change in `current`, field by field. A field that is absent, or equal, changes nothing. */
export function changesBetween<Field extends string>(
  current: Readonly<Record<Field, unknown>>,
  wanted: Readonly<Partial<Record<Field, unknown>>>,
): FieldChange[] {
  return Object.entries(wanted)
    .filter(([field, to]) => to !== undefined && !isDeepStrictEqual(current[field as Field], to))
    .map(([field, to]) => ({ field, from: current[field as Field], to }));
}

/**
 * The fields among `changes` that somebody else changed after the writer looked. Without `seen` there are none: the
 * writer asked for the last word. Two people who changed the same field to the same value do not conflict, because
 * that is no change.
 */
export function conflictingFields(
  row: VersionedRow,
  changes: readonly FieldChange[],
  seen: number | undefined,
): string[] {
  if (seen === undefined) return [];
  const versions = versionsOf(row);
  return changes.map(({ field }) => field).filter((field) => (versions[field] ?? 0) > seen);
}

/** The columns that count `fields` as changed now. */
export function raisedVersion(row: VersionedRow, fields: readonly string[]) {
  const version = row.version + 1;
  return { version, fieldVersions: { ...versionsOf(row), ...versionsAt(version, fields) } };
}

/** `fieldVersions` of a row that starts at `version` with `fields` written. */
export const versionsAt = (version: number, fields: readonly string[]): Record<string, number> =>
  Object.fromEntries(fields.map((field) => [field, version]));

/** Written only by this file, so its shape is known. */
const versionsOf = (row: VersionedRow): Record<string, number> => row.fieldVersions as Record<string, number>;

/** Changes as an event keeps them. */
export const changesData = (changes: readonly FieldChange[]): Prisma.InputJsonObject => ({
  // What was parsed from JSON or read from a column is JSON.
  changes: changes.map((change) => ({ ...change })) as unknown as Prisma.InputJsonArray,
});
