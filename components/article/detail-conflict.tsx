"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import panel from "#components/claim/panel.module.css";
import { changesIn } from "#components/history/event-changes.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { useLanguageName } from "./detail-fields.tsx";
import type { DetailField } from "./detail-values.ts";

interface DetailConflictProps {
  field: DetailField;
  /** As the form shows them. */
  mine: string;
  theirs: string;
  onDecide: (choice: "mine" | "theirs") => void;
}

/** Both texts of one of the article's details that two people changed, and the ways out. Nothing is lost by waiting. */
export function DetailConflict({ field, mine, theirs, onDecide }: DetailConflictProps) {
  const t = useTranslations("claim");
  const fields = useTranslations("import.details.fields");
  const languageName = useLanguageName();
  const textOf = (value: string) => (field === "language" ? languageName(value) : value.trim()) || t("empty");
  return (
    <section
      className={panel.conflict}
      aria-label={t("conflict.title", { field: fields(field) })}
      data-conflict={field}
    >
      <Author field={field} />
      <div className={panel.sides}>
        <div>
          <h4>{t("conflict.mine")}</h4>
          <p>{textOf(mine)}</p>
        </div>
        <div>
          <h4>{t("conflict.theirs")}</h4>
          <p>{textOf(theirs)}</p>
        </div>
      </div>
      <div className={panel.ways}>
        <Button size="compact-sm" onClick={() => onDecide("mine")}>
          {t("conflict.keepMine")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onDecide("theirs")}>
          {t("conflict.takeTheirs")}
        </Button>
      </div>
    </section>
  );
}

/** Who wrote the other text, and when: the newest change of this detail by somebody else. */
function Author({ field }: { field: DetailField }) {
  const t = useTranslations("claim.conflict");
  const { article } = useWorkbench();
  const { member } = useDesk();
  const events = useQuery(
    orpc.event.list.queryOptions({ input: { articleId: article.id, limit: 50 }, staleTime: 0 }),
  );
  const change = events.data?.items.find(
    (event) =>
      event.kind === "article.updated" &&
      event.actor?.id !== member.id &&
      changesIn(event).some((one) => one.field === field),
  );
  if (!change?.actor) return <p className={panel.conflictAuthor}>{t("somebody")}</p>;
  return (
    <p className={panel.conflictAuthor}>
      {t("by", { name: change.actor.name })} <RelativeTime at={change.at} />
    </p>
  );
}
