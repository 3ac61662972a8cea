"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import margin from "#components/article/reader-margin.module.css";
import { Room } from "#components/shell/page.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Stamp } from "#components/verdict/stamp.tsx";
import { lookOf, standingOf } from "#components/verdict/standing.ts";
import { useStandingLabel } from "#components/verdict/use-standing-label.ts";
import type { PastRevision, RevisionClaim } from "#domain/revision.ts";
import type { PaintedClaim } from "#editor/claim-layer/painted-claim.ts";
import { BackToArticle } from "./back-to-article.tsx";
import { PastClaims } from "./past-claims.tsx";
import classes from "./past-revision.module.css";
import { ProvenanceLine } from "./provenance.tsx";
import { RevisionMargin } from "./revision-margin.tsx";
import { RevisionText } from "./revision-text.tsx";

interface PastRevisionViewProps {
  article: { id: string; title: string; language: string };
  revision: PastRevision;
  /** The newest revision's number. */
  newest: number;
}

/** A version as it was: its text, and its claims where they stood in it. Nothing of it can be changed. */
export function PastRevisionView({ article, revision, newest }: PastRevisionViewProps) {
  const t = useTranslations("versions");
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const text = useMemo(() => ({ text: revision.text, blocks: revision.blocks }), [revision]);
  const painted = useMemo(() => revision.claims.flatMap(paintedClaim), [revision]);
  const byId = useMemo(() => new Map(revision.claims.map((claim) => [claim.id, claim])), [revision]);
  const { summary, number } = revision;
  return (
    <Room bar={<BackToArticle articleId={article.id} title={article.title} />}>
      <div className={classes.rooms}>
        <div className={classes.paper}>
          <Callout className={classes.notice} look={number === newest ? "plain" : "waiting"}>
            <span>{number === newest ? t("past.isNewest") : t("past.isOld", { number, newest })}</span>{" "}
            <Link href={newestPlace(article.id, focusedId, byId)}>{t("past.toNewest")}</Link>
            {" ・ "}
            <Link href={`/articles/${article.id}/versions`}>{t("source.history")}</Link>
            {number < newest && (
              <>
                {" ・ "}
                <Link href={`/articles/${article.id}/versions/compare?from=${number}&to=${newest}`}>
                  {t("past.compare")}
                </Link>
              </>
            )}
          </Callout>
          <div className={classes.sheet}>
            <h1 className={classes.title}>{t("past.title", { title: article.title, number })}</h1>
            <p className={classes.brought}>
              {t.rich("broughtBy", {
                name: summary.createdBy.name,
                time: () => <RelativeTime at={summary.createdAt} />,
              })}
              {" ・ "}
              <ProvenanceLine provenance={summary} />
            </p>
            <RevisionText
              revision={text}
              label={t("past.text", { title: article.title, number })}
              language={article.language}
              claims={painted}
              focusedId={focusedId}
            >
              {(layer) => (
                <RevisionMargin layer={layer} label={t("marks")} focusedId={focusedId}>
                  {(id) => (
                    <PastMark
                      key={id}
                      claim={byId.get(id)}
                      isFocused={id === focusedId}
                      onFocus={setFocusedId}
                    />
                  )}
                </RevisionMargin>
              )}
            </RevisionText>
          </div>
        </div>
        <PastClaims
          articleId={article.id}
          claims={revision.claims}
          language={article.language}
          focusedId={focusedId}
          onFocus={(id) => {
            setFocusedId(id);
            scrollToBlock(byId.get(id));
          }}
        />
      </div>
    </Room>
  );
}

/** The newest version, at the claim that is looked at where it still stands there. */
function newestPlace(
  articleId: string,
  focusedId: string | null,
  byId: ReadonlyMap<string, RevisionClaim>,
): string {
  const claim = focusedId === null ? undefined : byId.get(focusedId);
  return claim?.isCurrent ? `/articles/${articleId}?claim=${claim.id}` : `/articles/${articleId}`;
}

function paintedClaim(claim: RevisionClaim): PaintedClaim[] {
  const { anchor } = claim;
  if (anchor.state === "needs_placing" || anchor.state === "dropped") return [];
  const { blockId, start, end } = anchor;
  return [{ id: claim.id, blockId, start, end, look: lookOf(claim) }];
}

function scrollToBlock(claim: RevisionClaim | undefined): void {
  const blockId = claim?.anchor.blockId;
  if (!blockId) return;
  document.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)?.scrollIntoView({ block: "center" });
}

function PastMark({
  claim,
  isFocused,
  onFocus,
}: {
  claim: RevisionClaim | undefined;
  isFocused: boolean;
  onFocus: (id: string) => void;
}) {
  const t = useTranslations("workbench");
  const labelOf = useStandingLabel();
  if (!claim) return null;
  return (
    <button
      type="button"
      className={margin.stamp}
      aria-current={isFocused || undefined}
      aria-label={t("stamp", { number: claim.number, standing: labelOf(claim), quote: claim.anchor.exact })}
      onClick={() => onFocus(claim.id)}
    >
      <Stamp standing={standingOf(claim)} number={claim.number} />
    </button>
  );
}
