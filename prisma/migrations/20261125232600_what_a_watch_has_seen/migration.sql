-- AlterTable
ALTER TABLE "Watch" ADD COLUMN     "baseSha256" TEXT,
ADD COLUMN     "etag" TEXT,
ADD COLUMN     "lastModified" TEXT,
ADD COLUMN     "seenSha256" TEXT,
ADD COLUMN     "seenUrl" TEXT,
ADD COLUMN     "validatedUrl" TEXT;

ALTER TABLE "Watch" ADD CONSTRAINT "Watch_seen" CHECK (num_nonnulls("seenSha256", "seenUrl") IN (0, 2)),
  ADD CONSTRAINT "Watch_seenSha256" CHECK ("seenSha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Watch_baseSha256" CHECK ("baseSha256" ~ '^[0-9a-f]{64}$');

-- A change that its own address took back was settled by nobody.
ALTER TABLE "ArticleChange" DROP CONSTRAINT "ArticleChange_settled",
  ADD CONSTRAINT "ArticleChange_settled" CHECK ("settledById" IS NULL OR "settledAt" IS NOT NULL);
