import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { Thread } from "#domain/comment.ts";
import type { Evidence } from "#domain/evidence.ts";
import { ROLES, type Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Source } from "#domain/source.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle, TWIN_TEXT } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { makeEvidence } from "#server/test/evidence.ts";
import { makeSource } from "#server/test/source.ts";
import {
  ANNOTATION,
  draftOf,
  giveAddress,
  makeChange,
  makeStale,
  NEW_VERSION,
  ownReading,
  putDraft,
  SCAN,
} from "#server/test/states.ts";
import { makeThread } from "#server/test/thread.ts";
import { addEvidence } from "./add-evidence.ts";
import { cancelReading } from "./cancel-reading.ts";
import { confirmClaim } from "./confirm-claim.ts";
import { createArticle } from "./create-article.ts";
import { createClaim } from "./create-claim.ts";
import { createSource } from "./create-source.ts";
import { decideDraftClaim } from "./decide-draft-claim.ts";
import { deleteClaim } from "./delete-claim.ts";
import { deleteComment } from "./delete-comment.ts";
import { dismissBlock } from "./dismiss-block.ts";
import { editComment } from "./edit-comment.ts";
import { importAnnotations } from "./import-annotations.ts";
import { openThread } from "./open-thread.ts";
import { putRevisionDraft } from "./put-revision-draft.ts";
import { putVerdict } from "./put-verdict.ts";
import { recordReportExport } from "./record-report-export.ts";
import { removeEvidence } from "./remove-evidence.ts";
import { removeRevisionDraft } from "./remove-revision-draft.ts";
import { reopenBlock } from "./reopen-block.ts";
import { reopenThread } from "./reopen-thread.ts";
import { replyToThread } from "./reply-to-thread.ts";
import { resolveThread } from "./resolve-thread.ts";
import { restoreClaim } from "./restore-claim.ts";
import { restoreEvidence } from "./restore-evidence.ts";
import { saveRevisionDraft } from "./save-revision-draft.ts";
import { setWatch } from "./set-watch.ts";
import { settleChange } from "./settle-change.ts";
import { startReading } from "./start-reading.ts";
import { stopWatch } from "./stop-watch.ts";
import { updateArticle } from "./update-article.ts";
import { updateClaim } from "./update-claim.ts";
import { updateEvidence } from "./update-evidence.ts";
import { updateSource } from "./update-source.ts";

/** What a command works on, new for each try and made by an editor of its own. */
interface Desk {
  editor: Actor;
  article: Article;
  claim: Claim;
  evidence: Evidence;
  source: Source;
  thread: Thread;
}

interface Row {
  may: readonly Role[];
  /** What must be so before the command can change anything. */
  prepare?: (desk: Desk) => Promise<unknown>;
  run: (actor: Actor, desk: Desk) => Promise<unknown>;
}

const EDITORS: readonly Role[] = ["editor", "reviewer", "admin"];
const detail = { stance: "context", primary: false } as const;

/** Every command of the desk's work, and who may run it. A command file that is not here fails the last test. */
const TABLE: Record<string, Row> = {
  "add-evidence": {
    may: EDITORS,
    run: (actor, { claim }) =>
      addEvidence(actor, { claimId: claim.id, source: { title: "資料" }, ...detail }),
  },
  "cancel-reading": {
    may: EDITORS,
    run: async (actor) => cancelReading(actor, await ownReading(actor)),
  },
  "confirm-claim": {
    may: EDITORS,
    prepare: makeStale,
    run: (actor, { claim }) => confirmClaim(actor, { claimId: claim.id }),
  },
  "create-article": {
    may: EDITORS,
    run: (actor) => createArticle(actor, { format: "text", content: TWIN_TEXT }),
  },
  "create-claim": {
    may: EDITORS,
    run: (actor, { article }) => createClaim(actor, { articleId: article.id, target: { exact: "2019年" } }),
  },
  "create-source": {
    may: EDITORS,
    run: (actor) => createSource(actor, { title: "白書" }),
  },
  "decide-draft-claim": {
    may: EDITORS,
    prepare: putDraft,
    run: async (actor, { article, claim }) =>
      decideDraftClaim(actor, {
        ...(await draftOf(article.id)),
        claimId: claim.id,
        decision: { kind: "dropped", reason: "removed" },
      }),
  },
  "delete-claim": {
    may: EDITORS,
    run: (actor, { claim }) => deleteClaim(actor, { claimId: claim.id }),
  },
  "delete-comment": {
    may: [],
    run: (actor, { thread }) => deleteComment(actor, { commentId: thread.comments[0]?.id ?? "" }),
  },
  "dismiss-block": {
    may: EDITORS,
    run: (actor, { article }) =>
      dismissBlock(actor, { articleId: article.id, blockId: bulletId(article, 1), reason: "opinion" }),
  },
  "edit-comment": {
    may: [],
    run: (actor, { thread }) =>
      editComment(actor, { commentId: thread.comments[0]?.id ?? "", body: "別の言葉", version: 1 }),
  },
  "import-annotations": {
    may: EDITORS,
    run: (actor, { article }) => importAnnotations(actor, { articleId: article.id, content: ANNOTATION }),
  },
  "open-thread": {
    may: EDITORS,
    run: (actor, { claim }) =>
      openThread(actor, { articleId: claim.articleId, claimId: claim.id, body: "どうでしょう" }),
  },
  "put-revision-draft": {
    may: EDITORS,
    run: (actor, { article }) => putRevisionDraft(actor, { articleId: article.id, ...NEW_VERSION }),
  },
  "put-verdict": {
    may: EDITORS,
    run: (actor, { claim }) => putVerdict(actor, { claimId: claim.id, rating: "accurate" }),
  },
  "record-report-export": {
    may: ROLES,
    run: (actor, { article }) =>
      recordReportExport(actor, {
        articleId: article.id,
        format: "pdf",
        scope: "draft",
        fileName: "報告.pdf",
        bytes: 1,
      }),
  },
  "remove-evidence": {
    may: EDITORS,
    run: (actor, { evidence }) => removeEvidence(actor, { evidenceId: evidence.id }),
  },
  "remove-revision-draft": {
    may: EDITORS,
    prepare: putDraft,
    run: async (actor, { article }) => removeRevisionDraft(actor, await draftOf(article.id)),
  },
  "reopen-block": {
    may: EDITORS,
    prepare: ({ editor, article }) =>
      dismissBlock(editor, { articleId: article.id, blockId: bulletId(article, 1), reason: "opinion" }),
    run: (actor, { article }) => reopenBlock(actor, { articleId: article.id, blockId: bulletId(article, 1) }),
  },
  "reopen-thread": {
    may: EDITORS,
    prepare: ({ editor, thread }) => resolveThread(editor, { threadId: thread.id }),
    run: (actor, { thread }) => reopenThread(actor, { threadId: thread.id }),
  },
  "reply-to-thread": {
    may: EDITORS,
    run: (actor, { thread }) => replyToThread(actor, { threadId: thread.id, body: "そうですね" }),
  },
  "resolve-thread": {
    may: EDITORS,
    run: (actor, { thread }) => resolveThread(actor, { threadId: thread.id }),
  },
  "restore-claim": {
    may: EDITORS,
    prepare: ({ editor, claim }) => deleteClaim(editor, { claimId: claim.id }),
    run: (actor, { claim }) => restoreClaim(actor, { claimId: claim.id }),
  },
  "restore-evidence": {
    may: EDITORS,
    prepare: ({ editor, evidence }) => removeEvidence(editor, { evidenceId: evidence.id }),
    run: (actor, { evidence }) => restoreEvidence(actor, { evidenceId: evidence.id }),
  },
  "save-revision-draft": {
    may: EDITORS,
    prepare: putDraft,
    run: async (actor, { article }) => saveRevisionDraft(actor, await draftOf(article.id)),
  },
  "set-watch": {
    may: EDITORS,
    prepare: giveAddress,
    run: (actor, { article }) => setWatch(actor, { articleId: article.id, everyMinutes: 60 }),
  },
  "settle-change": {
    may: EDITORS,
    prepare: makeChange,
    run: async (actor, { article }) => {
      const { id } = await db().articleChange.findFirstOrThrow({ where: { articleId: article.id } });
      return await settleChange(actor, { articleId: article.id, changeId: id });
    },
  },
  "start-reading": {
    may: EDITORS,
    run: (actor) => startReading(actor, { file: SCAN, direction: "across", language: "ja" }),
  },
  "stop-watch": {
    may: EDITORS,
    prepare: async (desk) => {
      await giveAddress(desk);
      await setWatch(desk.editor, { articleId: desk.article.id, everyMinutes: 60 });
    },
    run: (actor, { article }) => stopWatch(actor, { articleId: article.id }),
  },
  "update-article": {
    may: EDITORS,
    run: (actor, { article }) => updateArticle(actor, { articleId: article.id, version: 1, title: "新題" }),
  },
  "update-claim": {
    may: EDITORS,
    run: (actor, { claim }) => updateClaim(actor, { claimId: claim.id, version: 1, statement: "言い換え" }),
  },
  "update-evidence": {
    may: EDITORS,
    run: (actor, { evidence }) => updateEvidence(actor, { evidenceId: evidence.id, note: "覚え書き" }),
  },
  "update-source": {
    may: EDITORS,
    run: (actor, { source }) => updateSource(actor, { sourceId: source.id, title: "新題" }),
  },
};

/** Commands on members and their accounts, and the steps they share: `member-rights.db.test.ts` asks who may run them. */
const OF_MEMBERS = [
  "accept-invitation",
  "admit-by-oidc",
  "admit-invited",
  "change-password",
  "create-token",
  "invite-member",
  "lock-address",
  "put-notification-settings",
  "read-notifications",
  "revoke-invitation",
  "revoke-token",
  "set-up",
  "sign-in",
  "update-member",
  "update-profile",
];

/**
 * Commands on how a member signs in, on what waits behind the desk, and the steps they share: each is asked by everybody
 * through the door (`server/test/operations`), and has tests of its own.
 */
const OF_ACCESS = [
  "add-passkey",
  "begin-passkey",
  "begin-session",
  "begin-totp",
  "confirm-totp",
  "end-all-sessions",
  "end-session",
  "follow-groups",
  "lock-admins",
  "prove-by-password",
  "remember-device",
  "remove-factor",
  "rename-passkey",
  "renew-recovery-codes",
  "require-second-factor",
  "reset-second-factors",
  "show-factor",
  "sign-in-by-passkey",
  "sign-out",
];
const OF_OPERATORS = ["pause-watch", "retry-mail", "retry-reading", "retry-watch"];

const actors = new Map<Role, Actor>();

beforeAll(async () => {
  for (const role of ROLES) actors.set(role, await makeActor(role));
});

async function makeDesk(): Promise<Desk> {
  const editor = await makeActor();
  const article = await makeArticle({ by: editor });
  const claim = await makeClaim({
    by: editor,
    articleId: article.id,
    target: { blockId: bulletId(article) },
  });
  const source = await makeSource({ by: editor });
  const evidence = await makeEvidence({ by: editor, claimId: claim.id, source: { id: source.id } });
  const thread = await makeThread({ by: editor, articleId: article.id, claimId: claim.id });
  return { editor, article, claim, source, evidence, thread };
}

/**
 * Commands of the shared prose. Whoever writes it is asked at the room's door and with every frame (`server/prose`, with
 * tests of its own); opening a document shows nobody anything new and is no event, and storing is the server's.
 */
const OF_PROSE = ["begin-prose", "store-prose", "tell-prose"];

/** Asks a foreign server: `capture.db.test.ts` has one, and asks who may. */
const OF_THE_WEB = ["fetch-capture"];

describe.each(Object.entries(TABLE))("%s", (_command, { may, prepare, run }) => {
  it.each(ROLES)("by a member who is %s", async (role) => {
    const actor = actors.get(role);
    if (!actor) throw new Error(`nobody is ${role}`);
    const desk = await makeDesk();
    await prepare?.(desk);
    const before = await db().event.count();
    if (may.includes(role)) {
      await run(actor, desk);
      expect(await db().event.count(), "one write, one event").toBe(before + 1);
      const newest = await db().event.findFirst({ where: { actorId: actor.id }, orderBy: { id: "desc" } });
      expect(newest?.actorId).toBe(actor.id);
    } else {
      await expect(run(actor, desk)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await db().event.count(), "no write, no event").toBe(before);
    }
  });
});

it("knows every command there is", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => !name.includes(".test."))
    .map((name) => name.replace(/\.ts$/, ""));
  const elsewhere = [...OF_MEMBERS, ...OF_ACCESS, ...OF_OPERATORS, ...OF_PROSE, ...OF_THE_WEB];
  expect(files.sort()).toEqual([...Object.keys(TABLE), ...elsewhere].sort());
});
