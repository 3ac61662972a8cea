"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { Block } from "#domain/block.ts";
import type { RevisionDraft } from "#domain/revision-draft.ts";
import { MigrationReport } from "./migration-report.tsx";
import { NewVersionSource } from "./new-version-source.tsx";
import { useRevisionDraft } from "./use-revision-draft.ts";

export interface VersionedArticle {
  id: string;
  title: string;
  language: string;
  url: string | null;
  mayDecide: boolean;
}

interface NewVersionProps {
  article: VersionedArticle;
  base: { number: number; blocks: readonly Block[] };
  /** The draft that waits already; null where there is none. */
  draft: RevisionDraft | null;
}

/** A new version on its way in: first its text, then what it does to the claims. Anybody finds it as it was left. */
export function NewVersion({ article, base, draft: initial }: NewVersionProps) {
  const t = useTranslations("versions");
  const announce = useAnnounce();
  const router = useRouter();
  const { draft, put, refetch } = useRevisionDraft(article.id, initial);
  const [hasEnded, setEnded] = useState(false);
  const shown = useRef(draft?.id ?? null);
  useEffect(() => {
    // Somebody else saved it, threw it away or brought another one.
    if (shown.current !== null && draft?.id !== shown.current) {
      setEnded(true);
      announce(t("ended"), { urgent: true });
      router.refresh();
    }
    shown.current = draft?.id ?? null;
  }, [draft, announce, t, router]);
  if (draft)
    return (
      <MigrationReport
        key={draft.id}
        article={article}
        base={base}
        draft={draft}
        onEnd={() => void refetch()}
      />
    );
  return (
    <NewVersionSource
      article={article}
      newest={base.number}
      hasEnded={hasEnded}
      onDraft={(made) => {
        setEnded(false);
        shown.current = made.id;
        put(made);
      }}
    />
  );
}
