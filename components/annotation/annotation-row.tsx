"use client";

import { Checkbox } from "@mantine/core";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./annotation.module.css";
import type { AnnotationEntry } from "./use-annotation-preview.ts";

interface AnnotationRowProps {
  entry: AnnotationEntry;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One annotation: its words where they stand or as they were quoted, what was said of them, by whom and when. */
export function AnnotationRow({ entry, isChosen, onChoose }: AnnotationRowProps) {
  const t = useTranslations("annotations");
  const { place, words, standing } = entry;
  const { prefix, exact, suffix } = place ?? words;
  const { article } = useWorkbench();
  return (
    <li className={classes.row}>
      {standing === "present" ? (
        <span />
      ) : (
        <Checkbox
          aria-label={t("choose", { words: exact })}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      )}
      <div className={classes.rowBody}>
        <p className={classes.words} lang={article.language} dir="auto">
          {prefix}
          <mark>{exact}</mark>
          {suffix}
        </p>
        {standing === "needs_placing" && <Candidates entry={entry} />}
        <Said entry={entry} />
        <Origin entry={entry} />
      </div>
    </li>
  );
}

/** How many likely places there are, and the words of the likeliest where they are others. */
function Candidates({ entry: { candidates, words } }: { entry: AnnotationEntry }) {
  const t = useTranslations("annotations");
  const { article } = useWorkbench();
  const [best] = candidates;
  if (!best) return <p className={classes.fact}>{t("noCandidates")}</p>;
  return (
    <p className={classes.fact}>
      {t("candidates", { count: candidates.length })}
      {best.exact !== words.exact && (
        <span lang={article.language} className={classes.candidate}>
          {best.exact}
        </span>
      )}
    </p>
  );
}

/** What comes along with the words. */
function Said({ entry }: { entry: AnnotationEntry }) {
  const t = useTranslations("annotations");
  const tClaim = useTranslations("claim");
  const locale = useLocale();
  const { statement, comment, kinds, finding, evidenceCount } = entry;
  const rating = finding && (finding.rating?.label[locale] ?? t("unrated"));
  return (
    <>
      {statement && <Fact label={t("statement")}>{statement}</Fact>}
      {comment && <Fact label={t("comment")}>{comment}</Fact>}
      {finding && (
        <Fact label={t("finding")}>
          {rating} {finding.summary}
        </Fact>
      )}
      {(kinds.length > 0 || evidenceCount > 0) && (
        <p className={classes.fact}>
          {[
            ...kinds.map((kind) => tClaim(`kinds.${kind}`)),
            ...(evidenceCount > 0 ? [t("evidence", { count: evidenceCount })] : []),
          ].join(" ・ ")}
        </p>
      )}
    </>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <p className={classes.fact}>
    <span className={classes.label}>{label}</span>
    <span dir="auto" className={classes.said}>
      {children}
    </span>
  </p>
);

function Origin({ entry: { author, writtenAt, page, isElsewhere } }: { entry: AnnotationEntry }) {
  const t = useTranslations("annotations");
  const format = useFormatter();
  return (
    <>
      <p className={classes.origin}>
        {author || t("unknownAuthor")}
        {writtenAt !== null && (
          <>
            {" ・ "}
            <time dateTime={writtenAt}>{format.dateTime(new Date(writtenAt), { dateStyle: "medium" })}</time>
          </>
        )}
      </p>
      {isElsewhere && page !== null && <p className={classes.origin}>{t("elsewhere", { page })}</p>}
    </>
  );
}
