import { FIELD_NAMES } from "#components/claim/claim-field.ts";

/** The fields whose changes are told by name in a history. An old event may hold another; it is shown as it is. */
const NAMED_FIELDS = [...FIELD_NAMES, "anchor", "stance", "primary", "quote", "locator", "note"] as const;

export const isNamedField = (field: string): field is (typeof NAMED_FIELDS)[number] =>
  (NAMED_FIELDS as readonly string[]).includes(field);
