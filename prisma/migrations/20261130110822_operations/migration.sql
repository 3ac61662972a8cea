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
