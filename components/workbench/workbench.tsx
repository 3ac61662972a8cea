"use client";

import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { ArticleDetails } from "#components/article/details.tsx";
import { Outline } from "#components/article/outline.tsx";
import { Reader } from "#components/article/reader.tsx";
import { ClaimPanel } from "#components/claim/panel.tsx";
import { DiscussionProvider } from "#components/discussion/discussion-context.tsx";
import { useThreadAddress } from "#components/discussion/use-thread-address.ts";
import { LiveArticleProvider } from "#components/live/live-article.tsx";
import { LostClaimDialog } from "#components/live/lost-claim-dialog.tsx";
import { useFollowArticle } from "#components/live/use-follow-article.ts";
import { Room } from "#components/shell/page.tsx";
import type { Article, ArticleAbilities } from "#domain/article.ts";
import type { Claim, ClaimSummary } from "#domain/claim.ts";
import type { Scale } from "#domain/scale.ts";
import { Banners } from "./banners.tsx";
import { returnToPlace } from "./kept-place.ts";
import { KeyHelp } from "./key-help.tsx";
import { QuestionDialog } from "./question.tsx";
import { SheetProvider } from "./sheet-context.tsx";
import { useClaimAddress } from "./use-claim-address.ts";
import { useDeedTelling } from "./use-deed-telling.ts";
import { useKeys } from "./use-keys.ts";
import { useMakeWorkbench } from "./use-make-workbench.ts";
import { useWorkbenchPalette } from "./use-workbench-palette.tsx";
import classes from "./workbench.module.css";
import { WorkbenchBar } from "./workbench-bar.tsx";
import { WorkbenchContext } from "./workbench-context.tsx";

export interface WorkbenchProps {
  article: Article;
  claims: ClaimSummary[];
  scale: Scale;
  /** The claim the address asks for, with its findings; null where it asks for none. */
  openClaim: Claim | null;
}

/** Three rooms: the outline, the proof, and the claim on the desk. */
export function Workbench(props: WorkbenchProps) {
  const [article, setArticle] = useState(props.article);
  const made = useMakeWorkbench({ ...props, article });
  const workbench = useMemo(() => ({ ...made, article }), [made, article]);
  const allow = useCallback(
    (abilities: ArticleAbilities) =>
      setArticle((held) => (isSameAbilities(held.abilities, abilities) ? held : { ...held, abilities })),
    [],
  );
  return (
    <WorkbenchContext value={workbench}>
      <LiveArticleProvider>
        <SheetProvider>
          <DiscussionProvider>
            <Rooms onAbilities={allow} />
          </DiscussionProvider>
        </SheetProvider>
      </LiveArticleProvider>
    </WorkbenchContext>
  );
}

const isSameAbilities = (a: ArticleAbilities, b: ArticleAbilities): boolean =>
  a.update === b.update && a.annotate === b.annotate && a.discuss === b.discuss;

function Rooms({ onAbilities }: { onAbilities: (abilities: ArticleAbilities) => void }) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = useOpen(setHelpOpen);
  useFollowArticle(onAbilities);
  useLayoutEffect(returnToPlace, []);
  useKeys(openHelp);
  useClaimAddress();
  useDeedTelling();
  useThreadAddress();
  useWorkbenchPalette(openHelp);
  return (
    <Room bar={<WorkbenchBar onHelp={openHelp} />} hasOwnBanners>
      <div className={classes.rooms}>
        <div className={classes.side}>
          <Outline />
        </div>
        <div className={classes.paper}>
          <Banners />
          <div className={classes.sheet}>
            <ArticleDetails />
            <Reader />
          </div>
        </div>
        <ClaimPanel />
      </div>
      <LostClaimDialog />
      <QuestionDialog />
      <KeyHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </Room>
  );
}

const useOpen = (set: (opened: boolean) => void) => useState(() => () => set(true))[0];
