-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "edits" JSONB;

-- AlterTable
ALTER TABLE "RevisionDraft" ADD COLUMN     "edits" JSONB;
