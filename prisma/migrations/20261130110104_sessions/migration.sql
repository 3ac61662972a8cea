-- CreateEnum
CREATE TYPE "SessionEnd" AS ENUM ('signed_out', 'elsewhere', 'signed_in_again', 'password_changed', 'account_closed', 'idle', 'expired');

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "endedWhy" "SessionEnd",

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Session_memberId_endedAt_idx" ON "Session"("memberId", "endedAt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Session"
  ADD CONSTRAINT "Session_ended" CHECK (("endedAt" IS NULL) = ("endedWhy" IS NULL)),
  ADD CONSTRAINT "Session_device" CHECK (length(browser) <= 40 AND length(system) <= 40);

-- An ended session's pages are closed by whichever instance has them. What ended stays ended.
CREATE FUNCTION wake_for_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'an ended session stays as it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."endedAt" IS NOT NULL THEN
    PERFORM pg_notify('uratori', 'session:' || NEW."id" || ':' || NEW."endedWhy");
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "Session_wakes" AFTER UPDATE ON "Session" FOR EACH ROW EXECUTE FUNCTION wake_for_session();
