"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { openRooms } from "#components/prose/open-rooms.ts";
import { useProseSnapshot } from "#components/prose/use-prose.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { partProps } from "#components/workbench/panel-parts.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Claim, WorkState as State } from "#domain/claim.ts";
import { Conflict } from "./conflict.tsx";
import { FieldStatus } from "./field-status.tsx";
import classes from "./panel.module.css";
import { useField } from "./use-field.ts";

const OPEN_STATES = ["to_check", "checking", "waiting"] as const satisfies readonly State[];

/** How far the work is: apart from the verdict. A claim is settled when its verdict says what it has to say. */
export function WorkState({ claim }: { claim: Claim }) {
  const t = useTranslations("claim");
  const announce = useAnnounce();
  const { autosave } = useWorkbench();
  const field = useField(claim.id, "workState");
  const rating = useField(claim.id, "rating");
  const prose = useProseSnapshot(claim.id);
  const summary = prose?.isReady ? prose.summary : (claim.verdict?.summary ?? "");
  const hintId = useId();
  const missing = rating.value === null ? "rating" : summary.trim() === "" ? "summary" : null;
  const isSettled = field.value === "settled";
  if (!claim.abilities.settle) {
    return <p className={classes.workState}>{t("workStateIs", { state: t(`workStates.${field.value}`) })}</p>;
  }
  const settle = async () => {
    if (missing) return announce(t(`missing.${missing}`));
    await autosave.flush(claim.id);
    // What is settled is what is stored: with a line that is away it would not be what stands here.
    const isStored = (await openRooms.get(claim.id)?.whenStored()) ?? true;
    if (isStored) field.edit("settled", "now");
    else announce(t("proseNotStored"), { urgent: true });
  };
  return (
    <section className={classes.workState} aria-label={t("fields.workState")}>
      {isSettled ? (
        <>
          <span>{t("workStateIs", { state: t("workStates.settled") })}</span>
          <Button
            variant="default"
            onClick={() => field.edit("checking", "now")}
            rightSection={<Shortcut keys="S" />}
            aria-keyshortcuts="s"
            data-opens
            {...partProps("settle")}
          >
            {t("reopen")}
          </Button>
        </>
      ) : (
        <>
          <SegmentedControl
            size="xs"
            className={classes.segments}
            aria-label={t("fields.workState")}
            value={field.value}
            onChange={(value) => field.edit(value as State, "now")}
            data={OPEN_STATES.map((value) => ({ value, label: t(`workStates.${value}`) }))}
          />
          <Button
            onClick={() => void settle()}
            data-disabled={missing !== null}
            aria-disabled={missing !== null}
            {...(missing && { "aria-describedby": hintId })}
            rightSection={<Shortcut keys="S" />}
            aria-keyshortcuts="s"
            data-opens
            {...partProps("settle")}
          >
            {t("settle")}
          </Button>
        </>
      )}
      {missing && !isSettled && (
        <p className={classes.hint} id={hintId}>
          {t(`missing.${missing}`)}
        </p>
      )}
      <FieldStatus phase={field.state.phase} />
      {field.state.phase.name === "conflict" && (
        <Conflict claimId={claim.id} name="workState" label={t("fields.workState")} />
      )}
    </section>
  );
}
