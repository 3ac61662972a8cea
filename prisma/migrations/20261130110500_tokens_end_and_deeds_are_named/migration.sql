-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('read', 'write');

-- AlterTable: tokens of before may what they could until now, for a year from here on.
ALTER TABLE "AccessToken" ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now() + interval '365 days',
ADD COLUMN     "scope" "TokenScope" NOT NULL DEFAULT 'write';
ALTER TABLE "AccessToken" ALTER COLUMN "expiresAt" DROP DEFAULT,
ALTER COLUMN "scope" DROP DEFAULT;

-- AlterTable
ALTER TABLE "AnsweredDeed" ADD COLUMN     "inputHash" TEXT,
ADD COLUMN     "operation" TEXT;

-- Answers that held a secret were kept until now: that they were given is kept, they are not.
UPDATE "AnsweredDeed" SET "operation" = 'profile.createToken', answer = 'null' WHERE answer ? 'secret';
UPDATE "AnsweredDeed" SET "operation" = 'member.invite', answer = 'null' WHERE answer ? 'secretHash';

-- A throttle's count took the place of the answer of a changed password, and says nothing of it.
DELETE FROM "AnsweredDeed" WHERE jsonb_typeof(answer) = 'number';
