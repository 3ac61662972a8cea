import { useTranslations } from "next-intl";
import { diffText } from "#domain/diff/text-diff.ts";
import type { DraftEntry } from "#domain/revision-draft.ts";
import { DiffText } from "./diff-text.tsx";
import classes from "./report.module.css";

/** The words a claim stands on, or stood on last. */
export const oldWords = ({ claim, before }: DraftEntry): string => before?.exact ?? claim.anchor.exact;

/** The claim's old words, and the new ones with the difference marked: where it was put, else where it likely stands. */
export function EntryWords({ entry, language }: { entry: DraftEntry; language: string }) {
  const t = useTranslations("versions.entry");
  const { decision, after } = entry;
  const was = oldWords(entry);
  const is = decision?.kind === "placed" ? decision.exact : (after?.exact ?? null);
  if (is === null || decision?.kind === "dropped") {
    return <Words label={t("oldWords")} language={language} text={was} />;
  }
  if (is === was) return <Words label={t("words")} language={language} text={was} />;
  const segments = diffText(was, is);
  return (
    <>
      <Words label={t("oldWords")} language={language}>
        <DiffText segments={segments} side="before" />
      </Words>
      <Words label={t("newWords")} language={language}>
        <DiffText segments={segments} side="after" />
      </Words>
    </>
  );
}

interface WordsProps {
  label: string;
  language: string;
  text?: string;
  children?: React.ReactNode;
}

const Words = ({ label, language, text, children }: WordsProps) => (
  <div className={classes.words}>
    <span className={classes.wordsLabel}>{label}</span>
    <p lang={language} dir="auto">
      {text ?? children}
    </p>
  </div>
);
