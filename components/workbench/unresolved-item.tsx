"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Entry } from "#components/queue/entry.ts";
import { conflictOf, deedOfTheirs, overTheirs } from "#components/queue/over-theirs.ts";
import { dependentsOf } from "#components/queue/queue.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { DiscardButton } from "./discard-button.tsx";
import classes from "./unsent.module.css";
import { useDeedWords } from "./use-deed-words.ts";
import { useOpenClaim } from "./use-open-claim.ts";
import { useWorkbench } from "./workbench-context.tsx";

/** One deed that the server would not do. `onLeave`: the person goes to where it can be done by hand. */
export function UnresolvedItem({ entry, onLeave }: { entry: Entry; onLeave: () => void }) {
  const t = useTranslations("unsent");
  const words = useDeedWords();
  const { queue } = useWorkbench();
  if (entry.state.name !== "refused") return null;
  const { deed, state, about } = entry;
  const conflict = conflictOf(state.refusal);
  const writer = conflict?.writers?.[0];
  const text = words.text(deed);
  const others = dependentsOf(queue.entries, entry.id).length;
  return (
    <li className={classes.item}>
      <h3 className={classes.what}>{words.what(deed)}</h3>
      {about && <p className={classes.about}>{t("about", { about })}</p>}
      <p className={classes.why}>
        {writer?.by ? t("writtenBy", { name: writer.by.name }) : state.refusal.message || t("broken")}{" "}
        {writer?.at && <RelativeTime at={writer.at} />}
      </p>
      {others > 0 && <p className={classes.why}>{t("others", { count: others })}</p>}
      {text && (
        <>
          <h4 className={classes.textTitle}>{t("mine")}</h4>
          <p className={classes.text}>{text}</p>
        </>
      )}
      {conflict && <Theirs entry={entry} />}
      <div className={classes.ways}>
        {conflict ? <ConflictWays entry={entry} /> : <Ways entry={entry} />}
        <Visit entry={entry} onLeave={onLeave} />
        {text && <CopyButton text={text} />}
        <DiscardButton others={others} onDiscard={() => queue.discard(entry.id)} />
      </div>
    </li>
  );
}

/** The other person's text, where a field has one. */
function Theirs({ entry: { deed, state } }: { entry: Entry }) {
  const t = useTranslations("unsent");
  const words = useDeedWords();
  const theirs = state.name === "refused" ? deedOfTheirs(deed, state.refusal) : null;
  const text = theirs && words.text(theirs);
  if (!text) return null;
  return (
    <>
      <h4 className={classes.textTitle}>{t("theirs")}</h4>
      <p className={classes.text}>{text}</p>
    </>
  );
}

function ConflictWays({ entry: { id, articleId, about, deed, state } }: { entry: Entry }) {
  const t = useTranslations("claim.conflict");
  const { queue } = useWorkbench();
  if (state.name !== "refused") return null;
  const conflict = conflictOf(state.refusal);
  if (!conflict) return null;
  const keepMine = () => queue.add({ articleId, about, deed: overTheirs(deed, conflict) });
  return (
    <>
      <Button size="compact-sm" onClick={keepMine}>
        {t("keepMine")}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => queue.discard(id)}>
        {t("takeTheirs")}
      </Button>
    </>
  );
}

/** A claim that is gone may be brought back first; otherwise what was refused may go through by now. */
function Ways({ entry: { id, articleId, about, deed, state } }: { entry: Entry }) {
  const t = useTranslations("unsent");
  const { queue } = useWorkbench();
  const claimId = "claimId" in deed ? deed.claimId : null;
  const isGone = state.name === "refused" && state.refusal.code === "NOT_FOUND" && claimId !== null;
  const bringBack = () => {
    if (claimId) queue.add({ articleId, about, deed: { kind: "restoreClaim", claimId } });
    queue.retry(id);
  };
  return isGone ? (
    <Button size="compact-sm" onClick={bringBack}>
      {t("bringBack")}
    </Button>
  ) : (
    <Button size="compact-sm" onClick={() => queue.retry(id)}>
      {t("retry")}
    </Button>
  );
}

/** The way to where it can be done by hand: the claim here, or the other article. */
function Visit({ entry: { articleId, deed }, onLeave }: { entry: Entry; onLeave: () => void }) {
  const t = useTranslations("unsent");
  const { article, store } = useWorkbench();
  const open = useOpenClaim();
  const claimId = "claimId" in deed ? deed.claimId : null;
  if (articleId !== article.id) {
    const href = `/articles/${articleId}${claimId ? `?claim=${claimId}` : ""}`;
    return (
      <Button size="compact-sm" variant="default" component={Link} href={href}>
        {t("otherArticle")}
      </Button>
    );
  }
  if (!claimId || !store.get().byId.has(claimId)) return null;
  const visit = () => {
    onLeave();
    open(claimId);
  };
  return (
    <Button size="compact-sm" variant="default" onClick={visit}>
      {t("visit")}
    </Button>
  );
}
