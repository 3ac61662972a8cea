"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { changesIn } from "#components/history/event-changes.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { FieldName } from "./claim-field.ts";
import classes from "./panel.module.css";

/** Who wrote the other text, and when: the newest change of this field by somebody else. */
export function ConflictAuthor({ claimId, name }: { claimId: string; name: FieldName }) {
  const t = useTranslations("claim");
  const { article } = useWorkbench();
  const { member } = useDesk();
  const events = useQuery(
    orpc.event.list.queryOptions({ input: { articleId: article.id, claimId, limit: 50 }, staleTime: 0 }),
  );
  const change = events.data?.items.find(
    (event) => event.actor?.id !== member.id && changesIn(event).some(({ field }) => field === name),
  );
  if (!change?.actor) return <p className={classes.conflictAuthor}>{t("conflict.somebody")}</p>;
  return (
    <p className={classes.conflictAuthor}>
      {t("conflict.by", { name: change.actor.name })} <RelativeTime at={change.at} />
    </p>
  );
}
