import { personColour } from "#domain/presence.ts";

/** Colours that tell people apart, in the order of `domain/presence.ts`: each can be read on every surface. */
const PERSON_COLOUR_VALUES = [
  "var(--person-a)",
  "var(--person-b)",
  "var(--person-c)",
  "var(--person-d)",
  "var(--person-e)",
  "var(--person-f)",
  "var(--person-g)",
  "var(--person-h)",
] as const;

/** The CSS colour of a member, the same on every screen. `var(--paper)` can be read on it. */
export const personColourValue = (memberId: string): string =>
  PERSON_COLOUR_VALUES[personColour(memberId)] ?? PERSON_COLOUR_VALUES[0];
