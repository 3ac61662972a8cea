-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'stale';

-- AlterTable
ALTER TABLE "RevisionDecision" ADD COLUMN     "wasExact" TEXT NOT NULL,
ADD COLUMN     "wasStart" INTEGER;
