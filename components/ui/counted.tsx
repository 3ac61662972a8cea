import type { ReactNode } from "react";
import classes from "./counted.module.css";

interface CountedProps {
  count: number;
  /** In the proof-reader's red: somebody waits for the person who looks. */
  isUrgent?: boolean;
  children: ReactNode;
}

/** A control with a number at its corner, none for nothing. For the eye only: the control's name says the number. */
export function Counted({ count, isUrgent = false, children }: CountedProps) {
  return (
    <span className={classes.counted}>
      {children}
      {count > 0 && (
        <span className={classes.count} data-urgent={isUrgent || undefined} aria-hidden>
          {count > 99 ? "99+" : count}
        </span>
      )}
    </span>
  );
}
