import { useTranslations } from "next-intl";
import { Callout } from "#components/ui/callout.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { WaitingDraft } from "#domain/article.ts";
import classes from "./versions.module.css";

/** Says that a new version waits, whose it is, and leads to it. */
export function DraftNotice({ articleId, draft }: { articleId: string; draft: WaitingDraft }) {
  const t = useTranslations("versions.waiting");
  return (
    <Callout look="waiting" title={t("title")} className={classes.alert}>
      <p>
        {t.rich("body", { name: draft.createdBy.name, time: () => <RelativeTime at={draft.createdAt} /> })}
      </p>
      <LinkButton href={`/articles/${articleId}/versions/new`} size="compact-md" variant="default">
        {t("open")}
      </LinkButton>
    </Callout>
  );
}
