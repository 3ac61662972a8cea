import type { Role } from "#domain/member.ts";
import { handleApi } from "#server/api/handler.ts";
import { makeMember } from "./member.ts";
import { tokenHeader } from "./token.ts";

/** A script of a member: sends requests with a personal token, as curl would. */
export interface Script {
  memberId: string;
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // A test looks into answers of many shapes and asserts each.
  json: Record<string, unknown>;
}

/** A script with a token of a new member of `role`, whose interface speaks `locale`. */
export async function makeScript(role: Role, locale: "ja" | "en" = "en"): Promise<Script> {
  const { id } = await makeMember(role, { locale });
  const authorization = await tokenHeader(id);
  return {
    memberId: id,
    send: (method, path, body, headers = {}) => callApi(method, path, body, { authorization, ...headers }),
  };
}

/** Sends a request to the API in this process. A string is sent as it is, anything else as JSON. */
export async function callApi(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await handleApi(requestTo(method, path, body, headers));
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : { text } };
}

export function requestTo(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const isForm = body instanceof FormData;
  return new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: { ...(body === undefined || isForm ? {} : { "content-type": "application/json" }), ...headers },
    body: body === undefined ? null : typeof body === "string" || isForm ? body : JSON.stringify(body),
  });
}
