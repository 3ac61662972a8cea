import { personColourValue } from "#components/theme/person-colour.ts";
import classes from "./people.module.css";
import type { Person } from "./people-store.ts";

/** More dots than these tell nobody more. */
const MOST_MARKS = 3;

/** A dot for each person who has something open. Decoration: whoever shows it says the names. */
export function PersonMarks({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <span className={classes.marks} aria-hidden>
      {people.slice(0, MOST_MARKS).map(({ member, idle }) => (
        <i
          key={member.id}
          data-idle={idle || undefined}
          style={{ background: personColourValue(member.id) }}
        />
      ))}
    </span>
  );
}
