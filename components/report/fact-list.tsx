import type { ReactNode } from "react";
import classes from "./report.module.css";

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Labelled lines; what has no value is not shown. */
export function FactList({ facts }: { facts: Fact[] }) {
  const given = facts.filter(({ value }) => value !== null && value !== undefined && value !== "");
  if (given.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {given.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
