import type { ReactNode } from "react";
import classes from "./notice.module.css";

interface NoticeProps {
  title: string;
  /** The heading's place in the page: 1 where the notice is all there is. */
  order?: 1 | 2;
  icon?: ReactNode;
  children?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  /** Said at once by a screen reader, for a failure that came while the page was open. */
  alert?: boolean;
}

/** What stands where content would: nothing yet, nothing found, or what went wrong, and the way on. */
export function Notice({ title, order = 2, icon, children, action, alert = false }: NoticeProps) {
  const Heading = order === 1 ? "h1" : "h2";
  return (
    <div className={classes.notice} role={alert ? "alert" : undefined}>
      {icon ? (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      ) : null}
      <Heading className={classes.title}>{title}</Heading>
      {children ? <div className={classes.body}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
