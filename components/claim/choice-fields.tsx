"use client";

import { Chip, SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useId } from "react";
import { orpc } from "#components/api/client.ts";
import { Shortcut } from "#components/ui/shortcut.tsx";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { partProps } from "#components/workbench/panel-parts.ts";
import { useClaims } from "#components/workbench/workbench-context.tsx";
import { CLAIM_KINDS, type ClaimKind, PRIORITIES, type Priority } from "#domain/claim.ts";
import { FieldRow } from "./field-row.tsx";
import classes from "./panel.module.css";
import { useField } from "./use-field.ts";

interface ChoiceProps {
  claimId: string;
  isReadOnly: boolean;
}

/** What can be wrong in the statement: any number of kinds, in one order. */
export function KindsField({ claimId, isReadOnly }: ChoiceProps) {
  const t = useTranslations("claim");
  const labelId = useId();
  const field = useField(claimId, "kinds");
  if (isReadOnly) {
    const words = field.value.map((kind) => t(`kinds.${kind}`)).join(t("listSeparator"));
    return (
      <FieldRow claimId={claimId} name="kinds" label={t("fields.kinds")} state={field.state}>
        <p className={classes.plain}>{words || "—"}</p>
      </FieldRow>
    );
  }
  const choose = (chosen: string[]) =>
    field.edit(
      CLAIM_KINDS.filter((kind) => chosen.includes(kind)),
      "now",
    );
  return (
    <FieldRow claimId={claimId} name="kinds" label={t("fields.kinds")} labelId={labelId} state={field.state}>
      <Chip.Group multiple value={field.value} onChange={choose}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be named by the label that stands beside it. */}
        <div role="group" aria-labelledby={labelId} className={classes.chips}>
          {CLAIM_KINDS.map((kind: ClaimKind) => (
            <Chip
              key={kind}
              value={kind}
              size="xs"
              radius="sm"
              variant="outline"
              classNames={{ label: classes.chip, iconWrapper: classes.chipIcon }}
            >
              {t(`kinds.${kind}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </FieldRow>
  );
}

export function PriorityField({ claimId, isReadOnly }: ChoiceProps) {
  const t = useTranslations("claim");
  const labelId = useId();
  const field = useField(claimId, "priority");
  return (
    <FieldRow
      claimId={claimId}
      name="priority"
      label={t("fields.priority")}
      labelId={labelId}
      state={field.state}
    >
      {isReadOnly ? (
        <p className={classes.plain}>{t(`priorities.${field.value}`)}</p>
      ) : (
        <SegmentedControl
          size="xs"
          className={classes.segments}
          aria-labelledby={labelId}
          value={field.value}
          onChange={(value) => field.edit(value as Priority, "now")}
          data={PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) }))}
        />
      )}
    </FieldRow>
  );
}

/** Who works on the claim. Who could is asked for once and kept. */
export function AssigneeField({ claimId, isReadOnly }: ChoiceProps) {
  const t = useTranslations("claim");
  const id = useId();
  const field = useField(claimId, "assigneeId");
  const assignee = useClaims(
    useCallback((state: WorkbenchState) => state.byId.get(claimId)?.assignee ?? null, [claimId]),
  );
  const members = useQuery({
    ...orpc.member.assignable.queryOptions(),
    enabled: !isReadOnly,
    staleTime: 300_000,
  });
  const known = members.data?.items ?? [];
  const people =
    assignee && !known.some(({ id: other }) => other === assignee.id) ? [assignee, ...known] : known;
  return (
    <FieldRow
      claimId={claimId}
      name="assigneeId"
      label={t("fields.assigneeId")}
      htmlFor={id}
      state={field.state}
      aside={isReadOnly ? null : <Shortcut keys="A" />}
    >
      {isReadOnly ? (
        <p className={classes.plain}>{assignee?.name ?? t("nobody")}</p>
      ) : (
        <Select
          id={id}
          autoComplete="off"
          size="sm"
          searchable
          clearable
          placeholder={t("nobody")}
          nothingFoundMessage={t("nobodyFound")}
          clearButtonProps={{ "aria-label": t("clearAssignee") }}
          value={field.value}
          data={people.map(({ id: value, name }) => ({ value, label: name }))}
          classNames={{ input: classes.quiet }}
          onChange={(value) => field.edit(value, "now")}
          {...partProps("assignee")}
        />
      )}
    </FieldRow>
  );
}
