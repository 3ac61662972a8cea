import type { ReactNode } from "react";
import classes from "./shell.module.css";

interface PageTitleProps {
  children: ReactNode;
  /** What can be done with the page as a whole, at the title's right. */
  actions?: ReactNode;
}

/** An ordinary page's heading. */
export function PageTitle({ children, actions }: PageTitleProps) {
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{children}</h1>
      {actions}
    </header>
  );
}
