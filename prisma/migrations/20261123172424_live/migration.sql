-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('mention', 'reply', 'assignment', 'decision');

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "revisionId" UUID,
    "blockId" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "body" JSONB,
    "text" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "commentId" UUID,
    "decision" "WorkState",
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "inApp" BOOLEAN NOT NULL DEFAULT true,
    "readAt" TIMESTAMPTZ(3),
    "mailDueAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationSetting" (
    "memberId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "inApp" BOOLEAN NOT NULL DEFAULT true,
    "byMail" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "NotificationSetting_pkey" PRIMARY KEY ("memberId","kind")
);

-- CreateTable
CREATE TABLE "Prose" (
    "claimId" UUID NOT NULL,
    "state" BYTEA NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "rationale" JSONB,
    "rationaleText" TEXT NOT NULL DEFAULT '',
    "toldSummary" TEXT NOT NULL DEFAULT '',
    "toldRationale" JSONB,
    "writers" UUID[] DEFAULT ARRAY[]::UUID[],
    "untoldSince" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Prose_pkey" PRIMARY KEY ("claimId")
);

-- CreateIndex
CREATE INDEX "Thread_articleId_createdAt_id_idx" ON "Thread"("articleId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Thread_claimId_idx" ON "Thread"("claimId");

-- CreateIndex
CREATE INDEX "Comment_threadId_createdAt_id_idx" ON "Comment"("threadId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Notification_memberId_createdAt_id_idx" ON "Notification"("memberId", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Notification_mailDueAt_idx" ON "Notification"("mailDueAt");

-- CreateIndex
CREATE INDEX "Prose_untoldSince_idx" ON "Prose"("untoldSince");

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_revisionId_blockId_fkey" FOREIGN KEY ("revisionId", "blockId") REFERENCES "Block"("revisionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationSetting" ADD CONSTRAINT "NotificationSetting_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prose" ADD CONSTRAINT "Prose_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A thread is about a claim or about a passage, and a passage is whole.
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_about_one" CHECK (
  num_nonnulls("claimId", "revisionId") = 1
  AND num_nonnulls("revisionId", "blockId", "start", "end", "exact", "prefix", "suffix") IN (0, 7)
  AND num_nonnulls("resolvedAt", "resolvedById") IN (0, 2)
);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_deleted_is_empty" CHECK (
  num_nonnulls("body", "deletedAt") = 1 AND ("deletedAt" IS NULL OR "text" = '')
);
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_in_shape" CHECK (
  ("kind" = 'decision') = ("decision" IS NOT NULL) AND ("kind" NOT IN ('mention', 'reply') OR "commentId" IS NOT NULL)
);

-- A thread belongs to its claim's article, or stands on the very words it quotes, as an anchor does.
CREATE FUNCTION prove_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."claimId" IS NOT NULL THEN
    PERFORM FROM "Claim" WHERE "id" = NEW."claimId" AND "articleId" = NEW."articleId";
  ELSE
    PERFORM FROM "Revision" r
    JOIN "Block" b ON b."revisionId" = r."id" AND b."id" = NEW."blockId"
    WHERE r."id" = NEW."revisionId" AND r."articleId" = NEW."articleId"
      AND NEW."start" >= b."start" AND NEW."end" <= b."end"
      AND substring(r."text" FROM NEW."start" + 1 FOR NEW."end" - NEW."start") = NEW."exact";
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a thread is about a claim of its article or stands on words of it'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Thread_proven" BEFORE INSERT OR UPDATE ON "Thread" FOR EACH ROW EXECUTE FUNCTION prove_thread();

-- Wake-ups for open pages, sent by PostgreSQL when the transaction commits and not otherwise. They carry no content:
-- who is woken reads what is now so. Every instance listens on this one channel.
CREATE FUNCTION wake_for_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."articleId" IS NOT NULL THEN
    PERFORM pg_notify('uratori', 'article:' || NEW."articleId" || ':' || NEW."seq");
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "Event_wakes" AFTER INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION wake_for_event();

CREATE FUNCTION wake_for_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('uratori', 'member:' || NEW."id");
  RETURN NULL;
END
$$;

CREATE TRIGGER "Member_wakes" AFTER UPDATE OF "role", "disabledAt", "sessionsValidAfter", "name" ON "Member"
  FOR EACH ROW EXECUTE FUNCTION wake_for_member();

CREATE FUNCTION wake_for_inbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('uratori', 'inbox:' || NEW."memberId");
  RETURN NULL;
END
$$;

CREATE TRIGGER "Notification_wakes" AFTER INSERT OR UPDATE OF "readAt" ON "Notification"
  FOR EACH ROW EXECUTE FUNCTION wake_for_inbox();
