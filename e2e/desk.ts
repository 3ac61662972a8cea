import type { APIRequestContext, APIResponse } from "@playwright/test";
import { z } from "zod";
import { articleSchema } from "#domain/article.ts";
import { claimSchema, claimSummarySchema } from "#domain/claim.ts";
import { threadSchema } from "#domain/comment.ts";
import { eventSchema } from "#domain/event.ts";
import { evidenceSchema } from "#domain/evidence.ts";
import type { Locale } from "#domain/localized.ts";
import { memberSchema, type Role } from "#domain/member.ts";
import { revisionDraftSchema } from "#domain/revision-draft.ts";
import type { Credentials } from "./session.ts";

const API = "/api/v1";
const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

/** Makes what a test needs and looks at what became of it, through the API that everybody has. */
export class Desk {
  readonly request: APIRequestContext;

  /** @param request with somebody's session */
  constructor(request: APIRequestContext) {
    this.request = request;
  }

  async createArticle(draft: { content: string; [field: string]: unknown }) {
    const data = { format: "text", ...draft };
    return articleSchema.parse(await ok(await this.request.post(`${API}/articles`, { data })));
  }

  async article(articleId: string) {
    return articleSchema.parse(await ok(await this.request.get(`${API}/articles/${articleId}`)));
  }

  /** The article whose title holds `words`. */
  async articleNamed(words: string) {
    const answer = await this.request.get(`${API}/articles?q=${encodeURIComponent(words)}`);
    const [found] = page(z.object({ id: z.uuid() })).parse(await ok(answer)).items;
    if (!found) throw new Error(`no article is called ${words}`);
    return await this.article(found.id);
  }

  /** The words each claim stands on, in text order. */
  async quotes(articleId: string): Promise<string[]> {
    const answer = await this.request.get(`${API}/articles/${articleId}/claims?limit=200`);
    return page(claimSummarySchema)
      .parse(await ok(answer))
      .items.map(({ anchor }) => anchor.exact);
  }

  async claims(articleId: string) {
    const { items } = page(z.object({ id: z.uuid() })).parse(
      await ok(await this.request.get(`${API}/articles/${articleId}/claims?limit=200`)),
    );
    return await Promise.all(items.map(({ id }) => this.claim(id)));
  }

  async createClaim(
    articleId: string,
    target: Record<string, unknown>,
    fields: Record<string, unknown> = {},
  ) {
    const answer = await this.request.post(`${API}/articles/${articleId}/claims`, {
      data: { target, ...fields },
    });
    return claimSchema.parse(await ok(answer));
  }

  async claim(claimId: string) {
    return claimSchema.parse(await ok(await this.request.get(`${API}/claims/${claimId}`)));
  }

  async removeClaim(claimId: string): Promise<void> {
    await ok(await this.request.delete(`${API}/claims/${claimId}`));
  }

  async updateClaim(claimId: string, change: Record<string, unknown>) {
    const { version } = await this.claim(claimId);
    const answer = await this.request.patch(`${API}/claims/${claimId}`, { data: { version, ...change } });
    return claimSchema.parse(await ok(answer));
  }

  async putVerdict(claimId: string, verdict: Record<string, unknown>) {
    return claimSchema.parse(
      await ok(await this.request.put(`${API}/claims/${claimId}/verdict`, { data: verdict })),
    );
  }

  async addEvidence(claimId: string, evidence: Record<string, unknown>) {
    const data = { stance: "supports", primary: true, ...evidence };
    return evidenceSchema.parse(
      await ok(await this.request.post(`${API}/claims/${claimId}/evidence`, { data })),
    );
  }

  /** Brings a new text in, and says what it would do to the claims. */
  async bringVersion(articleId: string, text: { content: string; replaces?: string }) {
    const data = { format: "text", ...text };
    const answer = await this.request.put(`${API}/articles/${articleId}/revision-draft`, { data });
    return revisionDraftSchema.parse(await ok(answer));
  }

  async draft(articleId: string) {
    return revisionDraftSchema.parse(
      await ok(await this.request.get(`${API}/articles/${articleId}/revision-draft`)),
    );
  }

  /** Saves the version that waits. */
  async saveVersion(articleId: string) {
    const { id } = await this.draft(articleId);
    const address = `${API}/articles/${articleId}/revision-draft/${id}/save`;
    return articleSchema.parse(await ok(await this.request.post(address)));
  }

  async events(articleId: string) {
    const answer = await this.request.get(`${API}/articles/${articleId}/events?limit=200`);
    return page(eventSchema).parse(await ok(answer)).items;
  }

  /** The article's conversations that are not resolved. */
  async threads(articleId: string) {
    const answer = await this.request.get(`${API}/articles/${articleId}/threads?limit=200`);
    return page(threadSchema).parse(await ok(answer)).items;
  }

  async openThread(articleId: string, thread: Record<string, unknown>) {
    const answer = await this.request.post(`${API}/articles/${articleId}/threads`, { data: thread });
    return threadSchema.parse(await ok(answer));
  }

  async reply(threadId: string, body: unknown): Promise<void> {
    await ok(await this.request.post(`${API}/threads/${threadId}/comments`, { data: { body } }));
  }

  async members() {
    return page(memberSchema).parse(await ok(await this.request.get(`${API}/members?limit=200`))).items;
  }

  async updateMember(memberId: string, change: { role?: Role; disabled?: boolean }): Promise<void> {
    await ok(await this.request.patch(`${API}/members/${memberId}`, { data: change }));
  }

  async invite(email: string, role: Role): Promise<{ link: string }> {
    const answer = await this.request.post(`${API}/invitations`, { data: { email, role } });
    return z.object({ link: z.url() }).parse(await ok(answer));
  }

  /** A member of their own for a test that changes one. */
  async admitMember(role: Role, locale: Locale = "ja"): Promise<Credentials & { id: string; name: string }> {
    const handle = crypto.randomUUID().slice(0, 8);
    const email = `${handle}@uratori.example`;
    const { link } = await this.invite(email, role);
    const newcomer = { name: `記者 ${handle}`, password: `pass-${handle}-word`, locale };
    const secret = new URL(link).pathname.split("/").at(-1);
    await ok(await this.request.post(`${API}/invitations/accept`, { data: { secret, ...newcomer } }));
    const member = (await this.members()).find((candidate) => candidate.email === email);
    if (!member) throw new Error(`${email} was admitted and is not among the members`);
    return { id: member.id, name: newcomer.name, email, password: newcomer.password };
  }
}

/** The JSON of an answer that must be a good one. */
async function ok(answer: APIResponse): Promise<unknown> {
  const body = await answer.text();
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${body}`);
  return body === "" ? null : JSON.parse(body);
}
