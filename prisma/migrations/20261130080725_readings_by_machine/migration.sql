-- CreateEnum
CREATE TYPE "ReadingState" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "machineRead" JSONB,
ADD COLUMN     "readingId" UUID;

-- AlterTable
ALTER TABLE "RevisionDraft" ADD COLUMN     "machineRead" JSONB,
ADD COLUMN     "readingId" UUID;

-- CreateTable
CREATE TABLE "Reading" (
    "id" UUID NOT NULL,
    "state" "ReadingState" NOT NULL DEFAULT 'waiting',
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "bytes" BYTEA,
    "sha256" TEXT NOT NULL,
    "pages" INTEGER,
    "pagesRead" INTEGER NOT NULL DEFAULT 0,
    "part" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "failure" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "aliveAt" TIMESTAMPTZ(3),
    "article" JSONB,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadingPage" (
    "readingId" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "picture" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "ReadingPage_pkey" PRIMARY KEY ("readingId","page")
);

-- CreateIndex
CREATE INDEX "Reading_state_createdAt_idx" ON "Reading"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Reading_createdAt_idx" ON "Reading"("createdAt");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingPage" ADD CONSTRAINT "ReadingPage_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is read, cancelled or given up keeps no file; what is done has what was read of it.
ALTER TABLE "Reading"
  ADD CONSTRAINT "Reading_format" CHECK (format IN ('pdf', 'picture')),
  ADD CONSTRAINT "Reading_direction" CHECK (direction IN ('across', 'down')),
  ADD CONSTRAINT "Reading_language" CHECK (language IN ('ja', 'en')),
  ADD CONSTRAINT "Reading_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Reading_bytes" CHECK ((state IN ('waiting', 'running')) = (bytes IS NOT NULL)),
  ADD CONSTRAINT "Reading_done" CHECK ((state = 'done') = (article IS NOT NULL)),
  ADD CONSTRAINT "Reading_failed" CHECK ((state = 'failed') = (failure IS NOT NULL)),
  ADD CONSTRAINT "Reading_pages" CHECK (pages >= 1 AND "pagesRead" BETWEEN 0 AND coalesce(pages, 0));
ALTER TABLE "ReadingPage" ADD CONSTRAINT "ReadingPage_page" CHECK (page >= 1);
ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_machineRead" CHECK (("readingId" IS NULL) = ("machineRead" IS NULL));
ALTER TABLE "RevisionDraft"
  ADD CONSTRAINT "RevisionDraft_machineRead" CHECK (("readingId" IS NULL) = ("machineRead" IS NULL));

-- A picture of a page, as a machine read it.
ALTER TABLE "Revision" DROP CONSTRAINT "Revision_format",
  ADD CONSTRAINT "Revision_format" CHECK (format IN ('text', 'markdown', 'html', 'docx', 'pdf', 'picture'));
ALTER TABLE "RevisionDraft" DROP CONSTRAINT "RevisionDraft_format",
  ADD CONSTRAINT "RevisionDraft_format" CHECK (format IN ('text', 'markdown', 'html', 'docx', 'pdf', 'picture'));
