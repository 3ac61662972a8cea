import { personColourValue } from "#components/theme/person-colour.ts";
import classes from "./face.module.css";

interface FaceProps {
  member: { id: string; name: string };
  size?: "small" | "medium";
}

/** A person as a disc with the first letter of their name. Decoration: whoever shows it says the name. */
export function Face({ member, size = "medium" }: FaceProps) {
  return (
    <span
      className={classes.face}
      data-size={size}
      style={{ background: personColourValue(member.id) }}
      aria-hidden
    >
      {[...member.name][0]}
    </span>
  );
}
