import { z } from "zod";

/**
 * An id of any thing we keep: a UUID in the one spelling the database answers. The other case is the same id (RFC 9562
 * section 4), so it is taken and lowered; ids that are compared as text would else be two.
 */
export const idSchema = z.uuid().toLowerCase();
