"use client";

import { useTranslations } from "next-intl";
import { useFieldText } from "#components/claim/use-field-text.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Event, FieldChange } from "#domain/event.ts";
import { changesIn } from "./event-changes.ts";
import classes from "./history.module.css";
import { isNamedField } from "./named-field.ts";
import { useEventSentence } from "./use-event-sentence.ts";

/** One thing that happened: who did what, when, and from what to what. */
export function EventLine({ event }: { event: Event }) {
  const sentence = useEventSentence();
  return (
    <li className={classes.event}>
      <p>
        {sentence(event)} <RelativeTime at={event.at} />
      </p>
      {changesIn(event).map((change) => (
        <Change key={change.field} change={change} />
      ))}
    </li>
  );
}

function Change({ change: { field, from, to } }: { change: FieldChange }) {
  const t = useTranslations("history");
  const textOf = useFieldText();
  const name = isNamedField(field) ? t(`fields.${field}`) : field;
  return (
    <p className={classes.change}>
      {name}: <del>{textOf(field, from)}</del> <span aria-hidden="true">→</span>{" "}
      <ins>{textOf(field, to)}</ins>
    </p>
  );
}
