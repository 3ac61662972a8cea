"use client";

import { VisuallyHidden } from "@mantine/core";
import { usePeopleAt } from "./live-article.tsx";
import type { Person } from "./people-store.ts";
import { PersonMarks } from "./person-marks.tsx";
import { useOpenAt } from "./use-open-at.ts";

/** Dots on the edge of a row for who else has its claim open, with their names for those who don't see them. */
export function ClaimPeople({ claimId }: { claimId: string }) {
  return <OpenAt people={usePeopleAt(claimId)} />;
}

/** Dots on the edge of a row for people, with their names for those who don't see them. */
export function OpenAt({ people }: { people: readonly Person[] }) {
  const words = useOpenAt(people);
  if (words === undefined) return null;
  return (
    <>
      <PersonMarks people={people} place="edge" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  );
}
