import { afterAll, describe, expect, it } from "vitest";
import { MAX_ANNOTATIONS } from "#domain/annotation.ts";
import { jsonExporter } from "#formats/exporters/json.ts";
import { db } from "#server/db.ts";
import { closeParsing } from "#server/parsing/close-parsing.ts";
import { previewAnnotations } from "#server/reads/annotation-preview.ts";
import { readClaim } from "#server/reads/claim.ts";
import { readEvents } from "#server/reads/event.ts";
import { readReport } from "#server/reads/report.ts";
import { readThreads } from "#server/reads/thread.ts";
import { makeActor } from "#server/test/actor.ts";
import { hypothesisFile, standings } from "#server/test/annotations.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";
import { makeEvidence } from "#server/test/evidence.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { deleteClaim } from "./delete-claim.ts";
import { editComment } from "./edit-comment.ts";
import { importAnnotations } from "./import-annotations.ts";
import { putVerdict } from "./put-verdict.ts";

afterAll(closeParsing);

const PLACED = {
  id: "h1",
  exact: "2019年に着工した",
  text: "着工の年は？\n\n要確認。",
  tags: ["date", "橋"],
};
const TWIN = { id: "h2", exact: "市は費用を公表していない。" };
const GONE = { id: "h3", exact: "予算は三千億円に達した", prefix: "市の発表では", suffix: "という。" };
const FILE = hypothesisFile([PLACED, TWIN, GONE]);

describe("a preview", () => {
  it("says of each what would become of it, and stores nothing", async () => {
    const actor = await makeActor();
    const article = await makeArticle({ by: actor, url: "https://news.example.jp/bridge?utm_source=x" });
    const preview = await previewAnnotations(actor, { articleId: article.id, content: FILE });
    expect(preview.format).toBe("hypothesis");
    expect(standings(preview)).toEqual(["placed", "needs_placing", "needs_placing"]);
    const [placed, twin, gone] = preview.entries;
    expect(placed).toMatchObject({
      place: { blockId: bulletId(article), exact: PLACED.exact },
      author: "佐藤 由紀",
      writtenAt: "2025-09-04T01:23:45.678Z",
      comment: PLACED.text,
      kinds: ["date"],
      isElsewhere: false,
      claimId: null,
    });
    expect(twin?.candidates.map(({ blockId }) => blockId)).toEqual([
      bulletId(article, 1),
      bulletId(article, 2),
    ]);
    expect(gone).toMatchObject({ place: null, words: { exact: GONE.exact } });
    expect(preview.notes).toEqual([{ what: "tag", count: 1 }]);
    expect(await db().claim.count({ where: { articleId: article.id } })).toBe(0);
    expect(await eventKinds(article.id)).toEqual(["article.created"]);
  });

  it("takes a file, and says which annotations are of another page", async () => {
    const actor = await makeActor();
    const article = await makeArticle({ by: actor, url: "https://news.example.jp/other" });
    const file = new File([FILE], "annotations.json", { type: "application/json" });
    const preview = await previewAnnotations(actor, { articleId: article.id, file });
    expect(preview.entries.map(({ isElsewhere }) => isElsewhere)).toEqual([true, true, true]);
  });
});

describe("an import", () => {
  it("makes claims, anchors, conversations and one event", async () => {
    const actor = await makeActor();
    const { id: articleId } = await makeArticle({ by: actor });
    const made = await importAnnotations(actor, { articleId, content: FILE });
    expect(made).toMatchObject({ placed: 1, needsPlacing: 2, present: 0 });
    expect(await eventKinds(articleId)).toEqual(["article.created", "annotations.imported"]);
    const anchors = await db().anchor.findMany({
      where: { claim: { articleId } },
      orderBy: { claimId: "asc" },
    });
    expect(anchors.map(({ claimId }) => claimId)).toEqual(made.claimIds);
    expect(anchors).toMatchObject([
      { state: "exact", exact: PLACED.exact, blockId: "b3" },
      { state: "needs_placing", exact: TWIN.exact, start: null },
      { state: "needs_placing", exact: GONE.exact, prefix: GONE.prefix, suffix: GONE.suffix, blockId: null },
    ]);
    const claimId = made.claimIds[0] ?? "";
    const claim = await readClaim(actor, claimId);
    expect(claim).toMatchObject({ kinds: ["date"], statement: "", workState: "to_check", openThreads: 1 });
    const { items: threads } = await readThreads(actor, { articleId, claimId, state: "all", limit: 10 });
    expect(threads[0]?.comments).toMatchObject([
      {
        text: PLACED.text.replace("\n\n", "\n"),
        author: { id: actor.id },
        foreign: { format: "hypothesis", author: "佐藤 由紀", writtenAt: "2025-09-04T01:23:45.678Z" },
        abilities: { edit: false, delete: true },
      },
    ]);
    const { items } = await readEvents(actor, { articleId, claimId, limit: 10 });
    expect(items.map(({ kind }) => kind)).toEqual(["annotations.imported"]);
    const comment = { commentId: threads[0]?.comments[0]?.id ?? "", body: "違う", version: 9 };
    expect((await refusalOf(editComment(actor, comment))).code).toBe("FORBIDDEN");
  });

  it("makes no doubles: the same file twice, from two people at once, with an annotation twice", async () => {
    const [one, other] = [await makeActor(), await makeActor()];
    const { id: articleId } = await makeArticle({ by: one });
    const content = hypothesisFile([PLACED, PLACED, GONE]);
    const both = await Promise.all([one, other].map((by) => importAnnotations(by, { articleId, content })));
    expect(both.map(({ claimIds }) => claimIds.length).sort()).toEqual([0, 2]);
    expect(both.map(({ present }) => present).sort()).toEqual([0, 2]);
    expect(await importAnnotations(one, { articleId, content })).toMatchObject({ claimIds: [], present: 2 });
    expect(await db().claim.count({ where: { articleId } })).toBe(2);
    expect(await eventKinds(articleId)).toEqual(["article.created", "annotations.imported"]);
    const preview = await previewAnnotations(other, { articleId, content });
    expect(standings(preview)).toEqual(["present", "present"]);
    expect(preview.notes).toContainEqual({ what: "repeated", count: 1 });
    const claimId = preview.entries[0]?.claimId ?? "";
    await deleteClaim(one, { claimId });
    expect(standings(await previewAnnotations(other, { articleId, content }))).toEqual(["placed", "present"]);
  });

  it("makes only those that were chosen", async () => {
    const actor = await makeActor();
    const { id: articleId } = await makeArticle({ by: actor });
    const { entries } = await previewAnnotations(actor, { articleId, content: FILE });
    const only = entries.slice(1, 2).map(({ key }) => key);
    expect(await importAnnotations(actor, { articleId, content: FILE, only })).toMatchObject({
      placed: 0,
      needsPlacing: 1,
    });
    expect(await importAnnotations(actor, { articleId, content: FILE, only: [] })).toMatchObject({
      claimIds: [],
    });
    expect(standings(await previewAnnotations(actor, { articleId, content: FILE }))).toEqual([
      "placed",
      "present",
      "needs_placing",
    ]);
  });

  it("refuses who may not annotate, and files it can't read", async () => {
    const { id: articleId } = await makeArticle();
    const viewer = await makeActor("viewer");
    const actor = await makeActor();
    for (const work of [importAnnotations, previewAnnotations]) {
      const refused = async (content: string, by = actor, id = articleId) =>
        (await refusalOf(work(by, { articleId: id, content }))).code;
      expect(await refused(FILE, viewer)).toBe("FORBIDDEN");
      expect(await refused(FILE, actor, "0198c0de-0000-7000-8000-000000000000")).toBe("NOT_FOUND");
      expect(await refused("{")).toBe("ANNOTATIONS_NOT_JSON");
      expect(await refused("{}")).toBe("ANNOTATIONS_UNKNOWN");
      expect(await refused(" ".repeat(5 * 1024 * 1024 + 1))).toBe("ANNOTATIONS_TOO_LARGE");
      const many = hypothesisFile(
        Array.from({ length: MAX_ANNOTATIONS + 1 }, () => ({ id: "x", exact: "y" })),
      );
      expect(await refused(many)).toBe("ANNOTATIONS_TOO_MANY");
    }
    expect(await eventKinds(articleId)).toEqual(["article.created"]);
  });

  it("makes two thousand at once", async () => {
    const actor = await makeActor();
    const { id: articleId } = await makeArticle({ by: actor });
    const quotes = Array.from({ length: 2000 }, (_, index) => ({
      id: `h${index}`,
      exact: index % 2 === 0 ? "2019年に着工した" : `橋は${index}年に完成した`,
      text: "確認する",
    }));
    const made = await importAnnotations(actor, { articleId, content: hypothesisFile(quotes) });
    expect(made).toMatchObject({ placed: 1000, needsPlacing: 1000 });
    expect(await db().comment.count({ where: { thread: { articleId } } })).toBe(2000);
  }, 60_000);
});

describe("a report of ours", () => {
  /** An article with one claim that was worked on, and its report as JSON. */
  async function worked() {
    const actor = await makeActor();
    const article = await makeArticle({ by: actor });
    const claim = await makeClaim({
      by: actor,
      articleId: article.id,
      target: { blockId: bulletId(article) },
      statement: "橋は2019年に着工した。",
      claimant: "市",
      kinds: ["date"],
      priority: "high",
    });
    const evidence = await makeEvidence({ by: actor, claimId: claim.id });
    const rationale = {
      type: "doc" as const,
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "記録のとおり" },
            { type: "citation", attrs: { evidenceId: evidence.id } },
          ],
        },
      ],
    };
    await putVerdict(actor, { claimId: claim.id, rating: "accurate", summary: "正しい。", rationale });
    const report = await readReport(actor, article.id, "draft");
    return { actor, article, claim, content: String(jsonExporter.write(report, "ja")) };
  }

  it("brings claims with their findings and evidence to another article of the same text", async () => {
    const { actor, claim, content } = await worked();
    const copy = await makeArticle({ by: actor });
    const { claimIds } = await importAnnotations(actor, { articleId: copy.id, content });
    const brought = await readClaim(actor, claimIds[0] ?? "");
    const original = await readClaim(actor, claim.id);
    const { statement, claimant, kinds, priority } = original;
    expect(brought).toMatchObject({ statement, claimant, kinds, priority, workState: "checking" });
    expect(brought.anchor).toMatchObject({ exact: original.anchor.exact, start: original.anchor.start });
    expect(brought.verdict).toMatchObject({ state: "draft", rating: "accurate", summary: "正しい。" });
    expect(brought.evidence).toMatchObject([
      { stance: original.evidence[0]?.stance, source: { title: original.evidence[0]?.source.title } },
    ]);
    expect(JSON.stringify(brought.verdict?.rationale)).toContain(brought.evidence[0]?.id);
    expect(JSON.stringify(brought.verdict?.rationale)).not.toContain(original.evidence[0]?.id);
  });

  it("has nothing new for its own article, and no rating for one on another scale", async () => {
    const { actor, article, claim, content } = await worked();
    const own = await previewAnnotations(actor, { articleId: article.id, content });
    expect(own.entries).toMatchObject([{ standing: "present", claimId: claim.id }]);
    const other = await makeArticle({ by: actor, scale: "jfc" });
    const preview = await previewAnnotations(actor, { articleId: other.id, content });
    expect(preview).toMatchObject({
      entries: [{ finding: { rating: null, summary: "正しい。" } }],
      notes: [{ what: "rating", count: 1 }],
    });
    const { claimIds } = await importAnnotations(actor, { articleId: other.id, content });
    const { verdict } = await readClaim(actor, claimIds[0] ?? "");
    expect(verdict).toMatchObject({ rating: null, summary: "正しい。", scaleId: "jfc" });
  });
});
