import { useTranslations } from "next-intl";
import type { DiffSegment } from "#domain/diff/segments.ts";
import classes from "./diff.module.css";

/**
 * Words with what was deleted struck through and what was inserted underlined. A screen reader hears where a change begins
 * and ends, because few of them say `<del>` and `<ins>` by themselves. `side`: only one of the two texts.
 */
export function DiffText({
  segments,
  side,
}: {
  segments: readonly DiffSegment[];
  side?: "before" | "after";
}) {
  const hidden = side && (side === "before" ? "inserted" : "deleted");
  return segments
    .filter(({ kind }) => kind !== hidden)
    .map(({ kind, text }, index) =>
      kind === "same" ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: a diff is made anew as a whole; its runs have no other name.
        <span key={index}>{text}</span>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <Change key={index} kind={kind} text={text} />
      ),
    );
}

function Change({ kind, text }: { kind: "deleted" | "inserted"; text: string }) {
  const t = useTranslations("diff");
  const Element = kind === "deleted" ? "del" : "ins";
  // A break between paragraphs is shown by its sign: white space can't be struck through.
  const shown = text.replaceAll("\n", "¶\n");
  return (
    <Element className={classes[kind]}>
      <span className={classes.spoken}>{t(`spoken.${kind}`)}</span>
      {shown}
      <span className={classes.spoken}>{t("spoken.end")}</span>
    </Element>
  );
}
