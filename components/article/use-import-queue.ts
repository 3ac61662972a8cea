"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { client, orpc } from "#components/api/client.ts";
import { MAX_IMPORT_BYTES } from "#domain/article-import.ts";
import {
  canBeSaved,
  type FileState,
  nextToRead,
  previewOf,
  type QueuedFile,
  titleOf,
} from "./import-queue.ts";
import { TooLarge } from "./use-import-preview.ts";

const queued = (file: File): QueuedFile => ({
  id: crypto.randomUUID(),
  file,
  title: null,
  state: { status: "waiting" },
});

/** Several files on their way in: each is read by itself and saved by itself, so that one that fails keeps no other. */
export function useImportQueue(first: readonly File[]) {
  const queries = useQueryClient();
  const [queue, setQueue] = useState(() => first.map(queued));
  const begun = useRef(new Set<string>());
  const setState = useCallback((id: string, state: FileState) => {
    setQueue((now) => now.map((item) => (item.id === id ? { ...item, state } : item)));
  }, []);

  useEffect(() => {
    for (const { id, file } of nextToRead(queue)) {
      if (begun.current.has(id)) continue;
      begun.current.add(id);
      setState(id, { status: "reading" });
      void read(file).then((state) => setState(id, state));
    }
  }, [queue, setState]);

  const retry = (id: string) => {
    begun.current.delete(id);
    setState(id, { status: "waiting" });
  };
  const save = async (item: QueuedFile, scale: string): Promise<boolean> => {
    const preview = previewOf(item);
    if (!preview) return false;
    setState(item.id, { status: "saving", preview });
    try {
      const title = titleOf(item).trim();
      const article = await client.article.create({
        file: item.file,
        format: preview.format,
        scale,
        ...(title && { title }),
      });
      setState(item.id, { status: "saved", articleId: article.id, title: article.title });
      return true;
    } catch (error) {
      setState(item.id, { status: "unsaved", preview, error });
      return false;
    }
  };
  /** One after the other. @returns how many were saved, and how many were not */
  const saveAll = async (scale: string): Promise<{ saved: number; failed: number }> => {
    let saved = 0;
    let failed = 0;
    for (const item of queue.filter(canBeSaved)) {
      if (await save(item, scale)) saved += 1;
      else failed += 1;
    }
    void queries.invalidateQueries({ queryKey: orpc.article.list.key() });
    return { saved, failed };
  };
  return {
    queue,
    add: (files: readonly File[]) => setQueue((now) => [...now, ...files.map(queued)]),
    remove: (id: string) => setQueue((now) => now.filter((item) => item.id !== id)),
    rename: (id: string, title: string) =>
      setQueue((now) => now.map((item) => (item.id === id ? { ...item, title } : item))),
    retry,
    saveAll,
  };
}

async function read(file: File): Promise<FileState> {
  try {
    if (file.size > MAX_IMPORT_BYTES) throw new TooLarge(file.size);
    return { status: "ready", preview: await client.article.preview({ file }) };
  } catch (error) {
    return { status: "refused", error };
  }
}
