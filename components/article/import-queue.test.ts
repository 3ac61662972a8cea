import { expect, test } from "vitest";
import { canBeSaved, type FileState, nextToRead, type QueuedFile, titleOf } from "./import-queue.ts";
import type { ImportPreview } from "./use-import-preview.ts";

const preview = (title: string | null): ImportPreview => ({
  format: "docx",
  encoding: null,
  content: null,
  title,
  language: "ja",
  byline: null,
  publisher: null,
  url: null,
  publishedAt: null,
  blocks: [],
  notes: [],
  leftOut: [],
  blocksSha256: "0".repeat(64),
});
const queued = (id: string, state: FileState, title: string | null = null): QueuedFile => ({
  id,
  file: new File([], `${id}.v2.docx`),
  title,
  state,
});

test("two files are read at a time, in the order in which they came", () => {
  const waiting = (id: string) => queued(id, { status: "waiting" });
  expect(nextToRead([waiting("a"), waiting("b"), waiting("c")]).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(
    nextToRead([queued("a", { status: "reading" }), waiting("b"), waiting("c")]).map(({ id }) => id),
  ).toEqual(["b"]);
  expect(
    nextToRead([queued("a", { status: "reading" }), queued("b", { status: "reading" }), waiting("c")]),
  ).toEqual([]);
});

test("a title is what was typed, what the file says, or what it is called", () => {
  expect(titleOf(queued("a", { status: "ready", preview: preview("題") }, "別の題"))).toBe("別の題");
  expect(titleOf(queued("a", { status: "ready", preview: preview("題") }, ""))).toBe("");
  expect(titleOf(queued("a", { status: "ready", preview: preview("題") }))).toBe("題");
  expect(titleOf(queued("a", { status: "ready", preview: preview(null) }))).toBe("a.v2");
});

test("what was understood can be saved, again after it failed, and not twice", () => {
  const states: FileState[] = [
    { status: "ready", preview: preview(null) },
    { status: "unsaved", preview: preview(null), error: null },
    { status: "saving", preview: preview(null) },
    { status: "saved", articleId: "a", title: "題" },
    { status: "refused", error: null },
    { status: "waiting" },
  ];
  expect(states.map((state) => canBeSaved(queued("a", state)))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
