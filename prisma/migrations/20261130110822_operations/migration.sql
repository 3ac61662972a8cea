-- AlterTable
ALTER TABLE "Watch" ADD COLUMN     "pausedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "DigestFailure" (
    "memberId" UUID NOT NULL,
    "failures" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DigestFailure_pkey" PRIMARY KEY ("memberId")
);

-- AddForeignKey
ALTER TABLE "DigestFailure" ADD CONSTRAINT "DigestFailure_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A reading that failed keeps its file, so that it can be begun once more; it is removed with the reading.
ALTER TABLE "Reading" DROP CONSTRAINT "Reading_bytes";
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_bytes" CHECK (
  CASE WHEN state IN ('waiting', 'running') THEN bytes IS NOT NULL WHEN state = 'failed' THEN true ELSE bytes IS NULL END
);
