import { Loader } from "@mantine/core";
import classes from "./busy.module.css";

/** Work that is going on, in words: a screen reader hears it, and no one is left with three dots. */
export function Busy({ label }: { label: string }) {
  return (
    <div className={classes.busy} role="status">
      <Loader size="sm" aria-hidden />
      <span>{label}</span>
    </div>
  );
}
