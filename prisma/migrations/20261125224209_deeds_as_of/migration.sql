-- AlterTable
ALTER TABLE "AnsweredDeed" ADD COLUMN     "seq" INTEGER;
