-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "broughtAs" TEXT,
ADD COLUMN     "foreignAt" TIMESTAMPTZ(3),
ADD COLUMN     "foreignAuthor" TEXT;

-- CreateTable
CREATE TABLE "ClaimOrigin" (
    "claimId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "author" TEXT NOT NULL DEFAULT '',
    "writtenAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimOrigin_pkey" PRIMARY KEY ("claimId")
);

-- CreateIndex
CREATE INDEX "ClaimOrigin_articleId_key_idx" ON "ClaimOrigin"("articleId", "key");

-- AddForeignKey
ALTER TABLE "ClaimOrigin" ADD CONSTRAINT "ClaimOrigin_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimOrigin" ADD CONSTRAINT "ClaimOrigin_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ClaimOrigin" ADD CONSTRAINT "ClaimOrigin_key" CHECK ("key" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "ClaimOrigin_format" CHECK ("format" IN ('w3c', 'hypothesis', 'report'));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_foreign" CHECK (
  ("broughtAs" IS NULL) = ("foreignAuthor" IS NULL) AND ("foreignAt" IS NULL OR "broughtAs" IS NOT NULL)),
  ADD CONSTRAINT "Comment_broughtAs" CHECK ("broughtAs" IN ('w3c', 'hypothesis', 'report'));
