import type { ReactNode } from "react";
import classes from "./callout.module.css";

interface CalloutProps {
  title?: ReactNode;
  /** What it is about: something to know, something that waits for a person, or something that went wrong. */
  look?: "plain" | "waiting" | "wrong";
  /** Said at once by a screen reader, for what came while the page was open. */
  alert?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Something to be known before one goes on, among the rest of a page. */
export const Callout = ({ title, look = "plain", alert = false, className, children }: CalloutProps) => (
  <div
    className={[classes.callout, className].filter(Boolean).join(" ")}
    data-look={look}
    role={alert ? "alert" : undefined}
  >
    {title && <p className={classes.title}>{title}</p>}
    {children}
  </div>
);
