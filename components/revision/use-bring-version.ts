"use client";

import { useSessionStorage } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { client } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import type { KeptImportEdits } from "#components/article/import-draft.ts";
import type { ImportEdit } from "#domain/import-edit.ts";
import type { Reading } from "#domain/machine-reading.ts";
import type { RevisionDraft } from "#domain/revision-draft.ts";

/** What a machine read, with what was compared and put right in it. */
export interface VersionText {
  readingId: string;
  edits?: ImportEdit[];
  editsOf?: string;
}

/** A reading for a new version, and what was compared and put right in it. */
export interface KeptReading {
  reading: Reading;
  edits: KeptImportEdits | null;
}

type Source = { content: string } | { file: File } | { url: string } | VersionText;

/**
 * Brings a new version's text to the server. What was pasted, and what a machine reads, is kept by the tab until a draft
 * holds it. Where somebody
 * else's draft waits already, that one is shown: nothing of it is thrown away by bringing another.
 */
export function useBringVersion(articleId: string, onDraft: (draft: RevisionDraft) => void) {
  const t = useTranslations("versions.source");
  const [text, setText, forget] = useSessionStorage({
    key: `uratori-new-version-${articleId}`,
    defaultValue: "",
  });
  const [reading, keepReading, forgetReading] = useSessionStorage<KeptReading | null>({
    key: `uratori-new-version-reading-${articleId}`,
    defaultValue: null,
  });
  const bringing = useMutation({
    mutationFn: async (source: Source) => {
      try {
        return await client.revisionDraft.put({ articleId, ...(await textOf(source)) });
      } catch (error) {
        if (codeOf(error) === "DRAFT_EXISTS") return await client.revisionDraft.get({ articleId });
        throw error;
      }
    },
    onSuccess: (draft) => {
      forget();
      forgetReading();
      onDraft(draft as RevisionDraft);
    },
  });
  const { variables: source } = bringing;
  const busyWith = () => {
    if (!bringing.isPending || !source || "content" in source || "readingId" in source) return null;
    return "file" in source ? t("reading", { name: source.file.name }) : t("fetching");
  };
  return {
    text,
    setText,
    reading,
    keepReading,
    bring: (from: Source) => bringing.mutate(from),
    isBusy: bringing.isPending,
    busyWith: busyWith(),
    error: bringing.error,
    /** The file that was brought last; null where it was none. */
    file: source && "file" in source ? source.file : null,
    isUnchanged: codeOf(bringing.error) === "REVISION_UNCHANGED",
  };
}

/** What the server is sent: an address is fetched first, and what came is named. */
async function textOf(source: Source) {
  if (!("url" in source)) return source;
  const { capture } = await client.capture.create({ url: source.url });
  return { captureId: capture.id };
}
