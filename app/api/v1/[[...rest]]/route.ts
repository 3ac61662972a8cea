import { handleApi } from "#server/api/handler.ts";

export const dynamic = "force-dynamic";

export {
  handleApi as DELETE,
  handleApi as GET,
  handleApi as HEAD,
  handleApi as PATCH,
  handleApi as POST,
  handleApi as PUT,
};
