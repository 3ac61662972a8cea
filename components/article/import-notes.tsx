"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ImportNote } from "#domain/article-import.ts";
import classes from "./import-notes.module.css";

/** Words of a note that are named before the rest is only counted. */
const SHOWN_WORDS = 8;
const SHOWN_PAGES = 12;

interface ImportNotesProps {
  notes: readonly ImportNote[];
  /** Goes to where a page begins in the text; absent where that can't be told. */
  onPage?: (page: number) => void;
}

/** What stood in the source and does not come in, or needs a look; nothing where everything does. */
export function ImportNotes({ notes, onPage }: ImportNotesProps) {
  const t = useTranslations("import.preview.notes");
  if (notes.length === 0) return null;
  return (
    <div className={classes.notes}>
      <strong>{t("title")}</strong>
      <ul>
        {notes.map((note) => (
          <li key={note.what}>
            {t(`what.${note.what}`, { count: note.count })}
            <NoteWords note={note} />
            <NotePages note={note} onPage={onPage} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoteWords({ note: { words = [] } }: { note: ImportNote }) {
  const t = useTranslations("import.preview.notes");
  if (words.length === 0) return null;
  const left = words.length - SHOWN_WORDS;
  return (
    <span className={classes.noteWords}>
      {words.slice(0, SHOWN_WORDS).map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be struck twice, and never move.
        <q key={index}>{word}</q>
      ))}
      {left > 0 && t("moreWords", { count: left })}
    </span>
  );
}

function NotePages({
  note: { pages = [] },
  onPage,
}: {
  note: ImportNote;
  onPage: ImportNotesProps["onPage"];
}) {
  const t = useTranslations("import.preview.notes");
  const format = useFormatter();
  if (pages.length === 0) return null;
  const shown = pages.slice(0, SHOWN_PAGES);
  if (!onPage) return <span> {t("pages", { pages: format.list(shown.map(String), { type: "unit" }) })}</span>;
  return (
    <span className={classes.notePages}>
      {shown.map((page) => (
        <button key={page} type="button" onClick={() => onPage(page)}>
          {t("page", { page })}
        </button>
      ))}
      {pages.length > shown.length && t("morePages", { count: pages.length - shown.length })}
    </span>
  );
}
