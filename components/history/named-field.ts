/** The fields whose changes are told by name in a history. An old event may hold another; it is shown as it is. */
export const NAMED_FIELDS = [
  "statement",
  "claimant",
  "saidOn",
  "saidWhere",
  "kinds",
  "priority",
  "assigneeId",
  "workState",
  "anchor",
  "rating",
  "summary",
  "rationale",
  "stance",
  "primary",
  "quote",
  "locator",
  "note",
] as const;

export const isNamedField = (field: string): field is (typeof NAMED_FIELDS)[number] =>
  (NAMED_FIELDS as readonly string[]).includes(field);
