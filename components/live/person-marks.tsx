import { personColourValue } from "#components/theme/person-colour.ts";
import classes from "./people.module.css";
import type { Person } from "./people-store.ts";

/** More dots than these tell nobody more. */
const MOST_MARKS = 3;

interface PersonMarksProps {
  people: readonly Person[];
  /**
   * In a line of words, at the corner of a stamp, or on the edge of a row: the latter two take no room, so that nothing
   * moves when somebody comes. What they stand on is positioned.
   */
  place: "line" | "corner" | "edge";
}

/** A dot for each person who has something open. Decoration: whoever shows it says the names. */
export function PersonMarks({ people, place }: PersonMarksProps) {
  if (people.length === 0) return null;
  return (
    <span className={classes.marks} data-place={place} aria-hidden>
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
