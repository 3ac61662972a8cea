"use client";

import { useTranslations } from "next-intl";
import { usePeopleAt } from "./live-article.tsx";
import classes from "./people.module.css";
import { PersonMarks } from "./person-marks.tsx";
import { useFieldName } from "./use-field-name.ts";

/** Who else has the claim on the desk open, and what of it they are writing. */
export function PeopleHere({ claimId }: { claimId: string }) {
  const t = useTranslations("live");
  const fieldName = useFieldName();
  const people = usePeopleAt(claimId);
  const [first] = people;
  if (!first) return null;
  const writer = people.find(
    (person) => person.claimId === claimId && !person.idle && fieldName(person.field),
  );
  const field = writer && fieldName(writer.field);
  const sentence =
    writer && field
      ? t("writing", { name: writer.member.name, field })
      : t("alsoHere", { name: first.member.name, count: people.length - 1 });
  return (
    <p className={classes.here} title={people.map(({ member }) => member.name).join(t("listSeparator"))}>
      <PersonMarks people={people} place="line" />
      <span>{sentence}</span>
    </p>
  );
}
