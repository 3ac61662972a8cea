-- CreateTable
CREATE TABLE "AnsweredDeed" (
    "memberId" UUID NOT NULL,
    "deedId" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnsweredDeed_pkey" PRIMARY KEY ("memberId","deedId")
);

-- CreateIndex
CREATE INDEX "AnsweredDeed_at_idx" ON "AnsweredDeed"("at");

-- AddForeignKey
ALTER TABLE "AnsweredDeed" ADD CONSTRAINT "AnsweredDeed_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
