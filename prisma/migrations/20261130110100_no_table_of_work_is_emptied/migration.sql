-- Triggers for each row do not hear of TRUNCATE, which takes all rows at once: what is only appended to could be emptied.
-- Neither that nor anything else people worked on or that what they wrote rests on is ever emptied. What TRUNCATE …
-- CASCADE takes along is asked as well.
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'Event', 'Revision', 'Block',
    'Article', 'Claim', 'ClaimOrigin', 'Anchor', 'Verdict', 'Prose', 'Dismissal', 'Source', 'Evidence',
    'Thread', 'Comment', 'Capture', 'Picture', 'Member', 'Scale', 'ScaleVersion', 'Rating'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      kept || '_not_emptied', kept
    );
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is kept: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
