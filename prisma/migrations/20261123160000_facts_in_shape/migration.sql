-- What the nouns imply, held where no defect of ours can pass it by.

-- Addresses compare without case: one person, one account.
ALTER TABLE "Member" ADD CONSTRAINT "Member_email" CHECK ("email" <> '' AND "email" = lower(btrim("email"))),
  ADD CONSTRAINT "Member_name" CHECK (btrim("name") <> '');
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_one_end" CHECK (num_nonnulls("acceptedAt", "revokedAt") <= 1);
ALTER TABLE "SignInThrottle" ADD CONSTRAINT "SignInThrottle_failures" CHECK ("failures" >= 0);

-- Headings and bullets have a level, and nothing else has.
ALTER TABLE "Block" ADD CONSTRAINT "Block_level_of_kind" CHECK (("kind" IN ('heading', 'bullet')) = ("level" IS NOT NULL));

-- A finding that was handed on says what was found. What is still being written may be empty.
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_whole" CHECK ("state" NOT IN ('submitted', 'approved') OR ("ratingKey" IS NOT NULL AND "summary" <> ''));

-- What lists and reports print is never blank, and dates are a year, a month or a day.
ALTER TABLE "Article" ADD CONSTRAINT "Article_title" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "Article_publishedAt" CHECK ("publishedAt" ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$');
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_saidOn" CHECK ("saidOn" ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$');
ALTER TABLE "Source" ADD CONSTRAINT "Source_title" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "Source_issued" CHECK ("issued" ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  ADD CONSTRAINT "Source_accessed" CHECK ("accessed" ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$');
