-- A verdict on the wrong sentence is libel. Whatever a defect of ours would write: an anchor stands in its claim's own
-- article, inside its block, on the very words it quotes. substring counts code points, as offsets do.
CREATE FUNCTION prove_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text;
BEGIN
  SELECT substring(r."text" FROM NEW."start" + 1 FOR NEW."end" - NEW."start") INTO words
  FROM "Claim" c
  JOIN "Revision" r ON r."articleId" = c."articleId" AND r."id" = NEW."revisionId"
  JOIN "Block" b ON b."revisionId" = r."id" AND b."id" = NEW."blockId"
  WHERE c."id" = NEW."claimId"
    AND (NEW."state" = 'needs_placing' OR (NEW."start" >= b."start" AND NEW."end" <= b."end"));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an anchor stands in a block of its claim''s own article'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."state" <> 'needs_placing' AND words <> NEW."exact" THEN
    RAISE EXCEPTION 'an anchor stands on the words it quotes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Anchor_proven" BEFORE INSERT OR UPDATE ON "Anchor" FOR EACH ROW EXECUTE FUNCTION prove_anchor();

-- What is said of a claim or a revision in an article's name belongs to that article.
CREATE FUNCTION prove_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."claimId" IS NOT NULL
    AND NOT EXISTS (SELECT FROM "Claim" WHERE "id" = NEW."claimId" AND "articleId" = NEW."articleId") THEN
    RAISE EXCEPTION 'an event of a claim belongs to the claim''s article' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Event_one_article" BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION prove_event();

CREATE FUNCTION prove_dismissal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Revision" r JOIN "Block" b ON b."revisionId" = r."id"
    WHERE r."id" = NEW."revisionId" AND r."articleId" = NEW."articleId"
      AND b."id" = NEW."blockId" AND b."kind" = 'bullet'
  ) THEN
    RAISE EXCEPTION 'a dismissal is of a bullet of its article' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Dismissal_of_bullet" BEFORE INSERT OR UPDATE ON "Dismissal" FOR EACH ROW EXECUTE FUNCTION prove_dismissal();
