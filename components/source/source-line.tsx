import { useTranslations } from "next-intl";
import { PartialDate } from "#components/ui/partial-date.tsx";
import type { Source } from "#domain/source.ts";
import classes from "./source.module.css";

/** A source in one or two lines: its title, and what tells it from others of that title. `isPlain`: without a link. */
export function SourceLine({ source, isPlain = false }: { source: Source; isPlain?: boolean }) {
  const t = useTranslations("evidence");
  const { title, url, publisher, author, issued, type } = source;
  const who = [publisher, author].filter(Boolean).join(" ・ ");
  return (
    <div className={classes.line}>
      {url && !isPlain ? (
        <a href={url} target="_blank" rel="noopener noreferrer" className={classes.title}>
          {title}
        </a>
      ) : (
        <span className={classes.title}>{title}</span>
      )}
      <span className={classes.about}>
        {who && <span>{who}</span>}
        {issued && <PartialDate value={issued} />}
        <span>{t(`source.types.${type}`)}</span>
      </span>
    </div>
  );
}
