"use client";

import { usePeopleAt } from "./live-article.tsx";
import classes from "./people.module.css";
import type { Person } from "./people-store.ts";
import { PersonMarks } from "./person-marks.tsx";
import { useOpenAt } from "./use-open-at.ts";

/** Dots for who else has a claim open, with their names for those who don't see them. */
export function ClaimPeople({ claimId }: { claimId: string }) {
  return <OpenAt people={usePeopleAt(claimId)} />;
}

/** Dots for people, with their names for those who don't see them. */
export function OpenAt({ people }: { people: readonly Person[] }) {
  const words = useOpenAt(people);
  if (words === undefined) return null;
  return (
    <span className={classes.openAt} title={words}>
      <PersonMarks people={people} />
      <span className={classes.spoken}>{words}</span>
    </span>
  );
}
