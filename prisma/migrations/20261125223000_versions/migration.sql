-- CreateEnum
CREATE TYPE "RevisionOrigin" AS ENUM ('pasted', 'file', 'url');

-- CreateEnum
CREATE TYPE "DropReason" AS ENUM ('removed', 'rewritten', 'not_needed');

-- CreateEnum
CREATE TYPE "RevisionDecisionKind" AS ENUM ('placed', 'dropped');

-- AlterEnum

ALTER TYPE "AnchorState" ADD VALUE 'changed';
ALTER TYPE "AnchorState" ADD VALUE 'dropped';

-- AlterEnum

ALTER TYPE "BlockKind" ADD VALUE 'cell';
ALTER TYPE "BlockKind" ADD VALUE 'figure';
ALTER TYPE "BlockKind" ADD VALUE 'footnote';

-- AlterTable
ALTER TABLE "Anchor" ADD COLUMN     "dropReason" "DropReason",
ADD COLUMN     "was" TEXT,
ALTER COLUMN "blockId" DROP NOT NULL,
ALTER COLUMN "start" DROP NOT NULL,
ALTER COLUMN "end" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Block" ADD COLUMN     "details" JSONB;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "staleLost" TEXT,
ADD COLUMN     "staleRevisionId" UUID,
ADD COLUMN     "staleSince" TIMESTAMPTZ(3),
ADD COLUMN     "staleWas" TEXT;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "captureId" UUID,
ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "origin" "RevisionOrigin" NOT NULL DEFAULT 'pasted';

-- CreateTable
CREATE TABLE "Capture" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "finalUrl" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fetchedById" UUID,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Picture" (
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "RevisionDraft" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "baseRevisionId" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "origin" "RevisionOrigin" NOT NULL,
    "fileName" TEXT,
    "captureId" UUID,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RevisionDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionDecision" (
    "draftId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "kind" "RevisionDecisionKind" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "dropReason" "DropReason",
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RevisionDecision_pkey" PRIMARY KEY ("draftId","claimId")
);

-- CreateTable
CREATE TABLE "Watch" (
    "articleId" UUID NOT NULL,
    "everyMinutes" INTEGER NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3),
    "lastFailure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "ArticleChange" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "baseRevisionId" UUID NOT NULL,
    "captureId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,

    CONSTRAINT "ArticleChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Capture_fetchedAt_idx" ON "Capture"("fetchedAt");

-- CreateIndex
CREATE UNIQUE INDEX "RevisionDraft_articleId_key" ON "RevisionDraft"("articleId");

-- CreateIndex
CREATE INDEX "Watch_nextAt_idx" ON "Watch"("nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleChange_articleId_sha256_key" ON "ArticleChange"("articleId", "sha256");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_staleRevisionId_fkey" FOREIGN KEY ("staleRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_fetchedById_fkey" FOREIGN KEY ("fetchedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_baseRevisionId_fkey" FOREIGN KEY ("baseRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDecision" ADD CONSTRAINT "RevisionDecision_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "RevisionDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDecision" ADD CONSTRAINT "RevisionDecision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDecision" ADD CONSTRAINT "RevisionDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleChange" ADD CONSTRAINT "ArticleChange_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleChange" ADD CONSTRAINT "ArticleChange_baseRevisionId_fkey" FOREIGN KEY ("baseRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleChange" ADD CONSTRAINT "ArticleChange_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleChange" ADD CONSTRAINT "ArticleChange_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the nouns imply, held where no defect of ours can pass it by. The new values of an enum can't be named before the
-- transaction that adds them ends, so they are compared as text.

ALTER TABLE "Revision" DROP CONSTRAINT "Revision_format",
  ADD CONSTRAINT "Revision_format" CHECK ("format" IN ('text', 'markdown', 'html', 'docx', 'pdf')),
  ADD CONSTRAINT "Revision_from_where" CHECK (("origin" = 'file') = ("fileName" IS NOT NULL) AND ("origin" = 'url') = ("captureId" IS NOT NULL));
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "RevisionDraft_format" CHECK ("format" IN ('text', 'markdown', 'html', 'docx', 'pdf')),
  ADD CONSTRAINT "RevisionDraft_from_where" CHECK (("origin" = 'file') = ("fileName" IS NOT NULL) AND ("origin" = 'url') = ("captureId" IS NOT NULL));
ALTER TABLE "RevisionDecision" ADD CONSTRAINT "RevisionDecision_kind" CHECK (
  CASE "kind" WHEN 'placed' THEN "start" IS NOT NULL AND "end" IS NOT NULL AND "dropReason" IS NULL
    ELSE "start" IS NULL AND "end" IS NULL AND "dropReason" IS NOT NULL END),
  ADD CONSTRAINT "RevisionDecision_range" CHECK ("start" >= 0 AND "start" < "end");
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Picture_mediaType" CHECK ("mediaType" IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp'));
ALTER TABLE "ArticleChange" ADD CONSTRAINT "ArticleChange_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "ArticleChange_settled" CHECK (num_nonnulls("settledAt", "settledById") IN (0, 2));
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_everyMinutes" CHECK ("everyMinutes" BETWEEN 5 AND 10080);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_stale" CHECK (
  num_nonnulls("staleSince", "staleRevisionId", "staleWas") IN (0, 3) AND ("staleLost" IS NULL OR "staleSince" IS NOT NULL)),
  ADD CONSTRAINT "Claim_staleLost" CHECK ("staleLost" IN ('approved', 'submitted', 'settled'));

-- An anchor either stands on its words, or says that it has no place.
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_placed" CHECK (
  num_nonnulls("blockId", "start", "end") = CASE WHEN "state"::text IN ('needs_placing', 'dropped') THEN 0 ELSE 3 END),
  ADD CONSTRAINT "Anchor_was" CHECK ("was" IS NULL OR "state"::text = 'changed'),
  ADD CONSTRAINT "Anchor_dropReason" CHECK (("dropReason" IS NOT NULL) = ("state"::text = 'dropped'));

CREATE OR REPLACE FUNCTION prove_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text;
BEGIN
  IF NEW."start" IS NULL THEN
    PERFORM FROM "Claim" c JOIN "Revision" r ON r."articleId" = c."articleId" AND r."id" = NEW."revisionId"
    WHERE c."id" = NEW."claimId";
    IF NOT FOUND THEN
      RAISE EXCEPTION 'an anchor belongs to a revision of its claim''s own article'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT substring(r."text" FROM NEW."start" + 1 FOR NEW."end" - NEW."start") INTO words
  FROM "Claim" c
  JOIN "Revision" r ON r."articleId" = c."articleId" AND r."id" = NEW."revisionId"
  JOIN "Block" b ON b."revisionId" = r."id" AND b."id" = NEW."blockId"
  WHERE c."id" = NEW."claimId" AND NEW."start" >= b."start" AND NEW."end" <= b."end";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an anchor stands in a block of its claim''s own article'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF words <> NEW."exact" THEN
    RAISE EXCEPTION 'an anchor stands on the words it quotes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
