/** Who throws things at the product, and what there is to throw at. */
export interface Desk {
  base: string;
  /** One member who means no good, by session and by token, and another who just works. */
  hostile: Account;
  ordinary: Account;
  articleId: string;
  claimId: string;
}

export interface Account {
  cookie: string;
  token: string;
}

/** A bullet each, some with the same words: a text in which quotes are hard to find. */
const BULLETS = 1_000;

/** Signs two members of the demo desk in, and brings in an article with a claim. */
export async function layOutDesk(base: string): Promise<Desk> {
  const hostile = await account(base, "editor");
  const ordinary = await account(base, "reviewer");
  const lines = Array.from(
    { length: BULLETS },
    (_, index) =>
      `• 市は費用を公表していない。担当者は${index % 10}回目の説明をした。${"同じ言葉が続く。".repeat(3)}`,
  );
  const content = `長い記事\n\n${lines.join("\n")}\n`;
  const article = await call(base, hostile, "POST", "/articles", { format: "text", content });
  const blocks = (article.revision as { blocks: { id: string; kind: string }[] }).blocks;
  const blockId = blocks.find(({ kind }) => kind === "bullet")?.id;
  const articleId = String(article.id);
  const claim = await call(base, hostile, "POST", `/articles/${articleId}/claims`, { target: { blockId } });
  return { base, hostile, ordinary, articleId, claimId: String(claim.id) };
}

/** An account of the demo desk, with a session and a token. */
export async function account(base: string, role: string): Promise<Account> {
  const csrf = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const form = { csrfToken, email: `${role}@uratori.example`, password: "uratori-demo", json: "true" };
  const signedIn = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { cookie: cookiesOf(csrf), origin: base },
    redirect: "manual",
  });
  const cookie = cookiesOf(signedIn);
  const made = await fetch(`${base}/api/v1/profile/tokens`, {
    method: "POST",
    headers: { cookie, origin: base, "content-type": "application/json" },
    body: JSON.stringify({ name: "bench", scope: "write" }),
  });
  if (made.status !== 201) throw new Error(`no token for ${role}: ${made.status} ${await made.text()}`);
  const { secret } = (await made.json()) as { secret: string };
  return { cookie, token: secret };
}

const cookiesOf = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

/** A call that must succeed. */
export async function call(
  base: string,
  { token }: Account,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  return text === "" ? {} : JSON.parse(text);
}
