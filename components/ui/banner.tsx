import type { ReactNode } from "react";
import classes from "./banner.module.css";

interface BannerProps {
  look: "lost" | "unsaved" | "back" | "build" | "ended";
  icon: ReactNode;
  text: ReactNode;
  /** `alert` is said at once by a screen reader, `status` when it is quiet; without one, it is not said. */
  role?: "alert" | "status";
  /** What can be done about it. */
  children?: ReactNode;
}

/** What is to be said over the top of a page, in a line as wide as the page. */
export const Banner = ({ look, icon, text, role, children }: BannerProps) => (
  <div className={classes.banner} data-look={look} role={role}>
    {icon}
    <span>{text}</span>
    {children}
  </div>
);
