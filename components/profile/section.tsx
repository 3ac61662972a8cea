import type { ReactNode } from "react";
import classes from "./profile.module.css";

interface SectionProps {
  id: string;
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One matter of the profile, with its own way to save. */
export function Section({ id, title, hint, children }: SectionProps) {
  const headingId = `${id}-heading`;
  return (
    <section id={id} className={classes.section} aria-labelledby={headingId}>
      <div>
        <h2 id={headingId} className={classes.heading}>
          {title}
        </h2>
        {hint ? <p className={classes.hint}>{hint}</p> : null}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
