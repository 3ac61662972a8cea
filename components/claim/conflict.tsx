"use client";

import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { FieldName, FieldValues } from "./claim-field.ts";
import { ConflictAuthor } from "./conflict-author.tsx";
import classes from "./panel.module.css";
import { useField } from "./use-field.ts";
import { useFieldText } from "./use-field-text.ts";

interface ConflictProps<Name extends FieldName> {
  claimId: string;
  name: Name;
  label: string;
}

/** Both texts of a field that two people wrote, side by side, and the three ways out. Nothing is lost by waiting. */
export function Conflict<Name extends FieldName>({ claimId, name, label }: ConflictProps<Name>) {
  const t = useTranslations("claim");
  const { autosave } = useWorkbench();
  const { state } = useField(claimId, name);
  const textOf = useFieldText();
  const [merging, setMerging] = useState<string | null>(null);
  if (state.phase.name !== "conflict") return null;
  const { theirs, writer } = state.phase;
  const decide = (decision: Parameters<typeof autosave.decide<Name>>[2]) =>
    autosave.decide(claimId, name, decision);
  const merge = () => setMerging(`${textOf(name, state.value)}\n${textOf(name, theirs)}`);
  const isProse = typeof theirs === "string";
  return (
    <section className={classes.conflict} aria-label={t("conflict.title", { field: label })}>
      <ConflictAuthor writer={writer} />
      <div className={classes.sides}>
        <div>
          <h4>{t("conflict.mine")}</h4>
          <p>{textOf(name, state.value)}</p>
        </div>
        <div>
          <h4>{t("conflict.theirs")}</h4>
          <p>{textOf(name, theirs)}</p>
        </div>
      </div>
      {merging === null ? (
        <div className={classes.ways}>
          <Button size="compact-sm" onClick={() => decide({ type: "keepMine" })}>
            {t("conflict.keepMine")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => decide({ type: "takeTheirs" })}>
            {t("conflict.takeTheirs")}
          </Button>
          {isProse && (
            <Button size="compact-sm" variant="default" onClick={merge}>
              {t("conflict.merge")}
            </Button>
          )}
        </div>
      ) : (
        <>
          <Textarea
            autosize
            aria-label={t("conflict.mergedText", { field: label })}
            value={merging}
            onChange={(event) => setMerging(event.currentTarget.value)}
          />
          <div className={classes.ways}>
            <Button
              size="compact-sm"
              onClick={() => decide({ type: "merge", value: merging as FieldValues[Name] })}
            >
              {t("conflict.useMerged")}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setMerging(null)}>
              {t("conflict.back")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
