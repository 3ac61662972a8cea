import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ImportEdit } from "#domain/import-edit.ts";
import { READING_HOURS, type Reading } from "#domain/machine-reading.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { db } from "#server/db.ts";
import { readWaiting } from "#server/machine-reading/read-waiting.ts";
import { startReadings } from "#server/machine-reading/start-readings.ts";
import { readArticle } from "#server/reads/article.ts";
import { previewArticle } from "#server/reads/article-preview.ts";
import { readRevisions } from "#server/reads/past-revision.ts";
import { readReading, readReadingPage } from "#server/reads/reading.ts";
import { readReport } from "#server/reads/report.ts";
import { removeUnusedReadings } from "#server/remove-unused-readings.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeArticle } from "#server/test/article.ts";
import { makeScript } from "#server/test/call-api.ts";
import { pagePicture, scannedPages } from "#server/test/page-picture.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { cancelReading } from "./cancel-reading.ts";
import { createArticle } from "./create-article.ts";
import { putRevisionDraft } from "./put-revision-draft.ts";
import { saveRevisionDraft } from "./save-revision-draft.ts";
import { startReading } from "./start-reading.ts";

const LINES = ["新しい橋の費用は120億円である。", "市長は3月に会見した。"];
const page = pagePicture(LINES);
const file = (bytes: Uint8Array<ArrayBuffer> = page, name = "紙面.png") => new File([bytes], name);
const across = { direction: "across", language: "ja" } as const;
const start = (by: Actor, bytes?: Uint8Array<ArrayBuffer>) =>
  startReading(by, { file: file(bytes), ...across });

async function readOf(by: Actor, bytes?: Uint8Array<ArrayBuffer>): Promise<Reading> {
  const { id } = await start(by, bytes);
  await readWaiting();
  return await readReading(by, id);
}

beforeAll(async () => await ensureScales(db()));
beforeEach(async () => {
  await db().reading.updateMany({
    where: { state: { in: ["waiting", "running"] } },
    data: { state: "cancelled", bytes: null },
  });
});

describe("a file that a machine reads", () => {
  it("waits, is read page by page, and becomes an article that says so for ever", async () => {
    const by = await makeActor();
    const waiting = await start(by, scannedPages([LINES, ["橋は2019年に開通した。"]]));
    expect(waiting).toMatchObject({
      state: "waiting",
      pages: null,
      pagesRead: 0,
      ahead: 0,
      fileName: "紙面.png",
    });
    expect(await readWaiting()).toBe(1);
    const done = await readReading(by, waiting.id);
    expect(done).toMatchObject({ state: "done", pages: 2, pagesRead: 2, failure: null });
    const wide = { width: 1600, height: expect.any(Number) };
    expect(done.pictures).toEqual([wide, wide]);
    const row = await db().reading.findUniqueOrThrow({ where: { id: done.id } });
    expect(row.bytes).toBeNull();

    const preview = await previewArticle(by, { readingId: done.id });
    expect(preview).toMatchObject({ format: "pdf", content: null, language: "ja" });
    expect(preview.notes).toEqual([{ what: "machine_read", count: 2, pages: [1, 2] }]);
    expect(preview.blocks.map(({ text }) => text).join("")).toBe(
      [...LINES, "橋は2019年に開通した。"].join(""),
    );
    const [mark] =
      preview.blocks[0]?.details?.marks?.filter((one) => one.type === "unsure" && one.what === "digit") ?? [];
    expect(mark).toMatchObject({ what: "digit", box: { page: 1 } });

    const edits: ImportEdit[] = [
      { op: "compared", block: "p0", start: mark?.start ?? 0, end: mark?.end ?? 0 },
    ];
    const article = await createArticle(by, { readingId: done.id, edits, editsOf: preview.blocksSha256 });
    const digits = { marked: 3, uncompared: 2 };
    const { items } = await readRevisions(by, { articleId: article.id, limit: 10 });
    expect(items).toMatchObject([
      {
        origin: "file",
        fileName: "紙面.png",
        format: "pdf",
        editedByHand: { compared: 1 },
        machineRead: { readingId: done.id, engine: "tesseract.js 7.0.0", pages: 2, ...across, digits },
      },
    ]);
    const report = await readReport(by, article.id, "draft");
    expect(report.revision.machineRead).toMatchObject({ pages: 2, digits });
    expect(report.revision.machineRead).not.toHaveProperty("readingId");
    expect(await readArticle(by, article.id)).toMatchObject({ machineRead: { readingId: done.id, digits } });
    // What nobody compared stays marked, with where it stands on the picture.
    const marks = article.revision.blocks.flatMap(({ details }) => details?.marks ?? []);
    expect(marks.filter((one) => one.type === "unsure" && one.what === "digit")).toHaveLength(2);
    expect(marks.every((one) => one.type !== "unsure" || one.box !== undefined)).toBe(true);
  });

  it("can be a new version as well", async () => {
    const by = await makeActor();
    const article = await makeArticle({ by });
    const { id: readingId } = await readOf(by);
    const draft = await putRevisionDraft(by, { articleId: article.id, readingId });
    expect(draft).toMatchObject({ format: "picture", origin: "file", machineRead: { readingId, pages: 1 } });
    await saveRevisionDraft(by, { articleId: article.id, draftId: draft.id });
    const { items } = await readRevisions(by, { articleId: article.id, limit: 10 });
    expect(items.map(({ machineRead }) => machineRead?.readingId)).toEqual([readingId, undefined]);
  });

  it("keeps its pages with the article for all members, and only for its owner before", async () => {
    const [by, other] = [await makeActor(), await makeActor("viewer")];
    const { id: readingId } = await readOf(by);
    const asked = { readingId, page: 1 };
    expect(await refusalOf(readReadingPage(other, asked))).toMatchObject({ code: "NOT_FOUND" });
    const picture = await readReadingPage(by, asked);
    expect(new TextDecoder("latin1").decode(picture.subarray(0, 4))).toBe("RIFF");
    await createArticle(by, { readingId });
    expect(await readReadingPage(other, asked)).toEqual(picture);
    expect(await removeUnusedReadings(inHours(READING_HOURS + 1))).toBeGreaterThanOrEqual(0);
    expect(await readReadingPage(other, asked)).toEqual(picture);
    expect(await refusalOf(readReadingPage(by, { readingId, page: 2 }))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is removed where nobody made an article of it in time", async () => {
    const by = await makeActor();
    const { id } = await start(by);
    await removeUnusedReadings(inHours(READING_HOURS - 1));
    expect(await readReading(by, id)).toMatchObject({ id });
    await removeUnusedReadings(inHours(READING_HOURS + 1));
    expect(await refusalOf(readReading(by, id))).toMatchObject({ code: "NOT_FOUND" });
  });
});

const inHours = (hours: number) => new Date(Date.now() + hours * 60 * 60_000);

describe("what can't be read says why", () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ["a page without a letter", pagePicture([" "]), "EMPTY"],
    ["a picture that is cut off", page.slice(0, 200), "DAMAGED"],
    ["a damaged PDF", new TextEncoder().encode("%PDF-1.4\n1 0 obj\nnothing"), "DAMAGED"],
  ])("%s", async (_name, bytes, failure) => {
    const by = await makeActor();
    const reading = await readOf(by, bytes);
    expect(reading).toMatchObject({ state: "failed", failure });
    expect(await db().readingPage.count({ where: { readingId: reading.id } })).toBe(0);
    const asked = previewArticle(by, { readingId: reading.id });
    expect(await refusalOf(asked)).toMatchObject({ code: "READING_NOT_DONE" });
  });

  it.each<[string, File, string]>([
    ["text", new File(["文章"], "a.txt"), "ARTICLE_BINARY"],
    ["a picture that moves", new File(["GIF89a"], "a.gif"), "ARTICLE_BINARY"],
    ["nothing", new File([], "a.png"), "ARTICLE_EMPTY"],
    ["more than may come", new File([new Uint8Array(10 * 1024 * 1024)], "a.png"), "ARTICLE_TOO_LARGE"],
  ])("%s is not taken", async (_name, given, code) => {
    expect(await refusalOf(startReading(await makeActor(), { file: given, ...across }))).toMatchObject({
      code,
    });
  });

  it("a scan and a picture that come as an article are told what may be done with them", async () => {
    const by = await makeActor();
    expect(await refusalOf(previewArticle(by, { file: file() }))).toMatchObject({ code: "ARTICLE_PICTURE" });
    const scan = file(scannedPages([LINES]), "紙面.pdf");
    expect(await refusalOf(previewArticle(by, { file: scan }))).toMatchObject({ code: "ARTICLE_SCAN" });
  });
});

describe("a queue that nobody fills up and nothing is lost from", () => {
  it("three of one person at once", async () => {
    const by = await makeActor();
    for (const ahead of [0, 1, 2]) expect(await start(by)).toMatchObject({ ahead });
    expect(await refusalOf(start(by))).toMatchObject({ code: "TOO_MANY_REQUESTS", data: { retryAfter: 30 } });
    expect(await start(await makeActor())).toMatchObject({ ahead: 3 });
  });

  it("is stopped by its owner while it waits, and while it is read", async () => {
    const [by, other] = [await makeActor(), await makeActor()];
    const { id } = await start(by);
    expect(await refusalOf(cancelReading(other, id))).toMatchObject({ code: "NOT_FOUND" });
    await cancelReading(by, id);
    expect(await readReading(by, id)).toMatchObject({ state: "cancelled" });
    await cancelReading(by, id);

    const long = await start(by, scannedPages(Array.from({ length: 30 }, () => LINES)));
    const reading = readWaiting();
    await expect.poll(async () => (await readReading(by, long.id)).pagesRead).toBeGreaterThan(0);
    await cancelReading(by, long.id);
    await reading;
    expect(await readReading(by, long.id)).toMatchObject({ state: "cancelled" });
    expect(await db().readingPage.count({ where: { readingId: long.id } })).toBe(0);
  });

  it("is read once, however many instances look", async () => {
    const by = await makeActor();
    const { id } = await start(by);
    const counts = await Promise.all([readWaiting(), readWaiting(), readWaiting()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await readReading(by, id)).toMatchObject({ state: "done" });
  });

  it("goes on elsewhere when its instance stops", async () => {
    const by = await makeActor();
    const { id } = await start(by, scannedPages([LINES, LINES, LINES]));
    const stop = startReadings();
    await expect.poll(async () => (await readReading(by, id)).state).toBe("running");
    await stop();
    expect(await db().reading.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "waiting",
      attempts: 0,
    });
    await readWaiting();
    expect(await readReading(by, id)).toMatchObject({ state: "done", pagesRead: 3 });
  });

  it("is taken over from an instance that died, and given up after the third", async () => {
    const by = await makeActor();
    const { id } = await start(by);
    const died = { state: "running", aliveAt: inHours(-1) } as const;
    await db().reading.update({ where: { id }, data: { ...died, attempts: 2 } });
    await readWaiting();
    expect(await readReading(by, id)).toMatchObject({ state: "done" });
    const { id: deadly } = await start(by);
    await db().reading.update({ where: { id: deadly }, data: { ...died, attempts: 3 } });
    await readWaiting();
    expect(await readReading(by, deadly)).toMatchObject({ state: "failed", failure: "INTERRUPTED" });
  });

  it("is left to whoever reads it now", async () => {
    const by = await makeActor();
    const { id } = await start(by);
    await db().reading.update({
      where: { id },
      data: { state: "running", aliveAt: new Date(), attempts: 1 },
    });
    expect(await readWaiting()).toBe(0);
  });
});

describe("by the API", () => {
  it("a form is taken, asked after and stopped, and is nobody else's", async () => {
    const [script, other] = [await makeScript("editor"), await makeScript("admin")];
    const form = new FormData();
    form.set("file", file());
    form.set("direction", "down");
    form.set("language", "en");
    const begun = await script.send("POST", "/readings", form);
    expect(begun).toMatchObject({ status: 201, json: { state: "waiting", direction: "across" } });
    const path = `/readings/${begun.json.id}`;
    expect(await script.send("GET", path)).toMatchObject({ status: 200, json: { state: "waiting" } });
    for (const method of ["GET", "DELETE"] as const)
      expect(await other.send(method, path)).toMatchObject({ status: 404 });
    expect(await script.send("DELETE", path)).toMatchObject({ status: 204 });
    expect(await script.send("GET", `/readings/${uuidv7()}`)).toMatchObject({ status: 404 });
    expect(await script.send("GET", `${path}/pages/1`)).toMatchObject({ status: 404 });
  });
});

afterAll(async () => {
  await db().reading.updateMany({
    where: { state: { in: ["waiting", "running"] } },
    data: { state: "cancelled", bytes: null },
  });
});
