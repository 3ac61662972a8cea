import { createTranslator } from "next-intl";
import type { Locale } from "#domain/localized.ts";
import type { Notification } from "#domain/notification.ts";
import { codePointLength, codePoints, sliceCodePoints } from "#domain/offset.ts";
import en from "#messages/en/mail.json" with { type: "json" };
import ja from "#messages/ja/mail.json" with { type: "json" };

/** What installations are called in subjects. */
const DESK = "Uratori";
/** A mail tells of so many at most; whoever was away for long reads the rest in the inbox. */
const MOST_ITEMS = 50;
/** How much of a quote is shown, in code points. */
const QUOTE_LENGTH = codePoints(60);

const MESSAGES: Record<Locale, typeof ja> = { ja, en };

/** One thing in a digest, in words. */
export interface DigestItem {
  /** Who did what. */
  said: string;
  /** Where; null where there is nothing to quote. */
  about: string | null;
  /** The beginning of the comment, empty where there is none. */
  excerpt: string;
  /** A whole address. */
  address: string;
}

/** A digest in words, before it is text or HTML. Addresses are whole. */
export interface Digest {
  locale: Locale;
  subject: string;
  greeting: string;
  articles: { title: string; items: DigestItem[] }[];
  /** Null where everything is shown. */
  more: string | null;
  inbox: { words: string; address: string };
  settings: { words: string; address: string };
}

/** Whom a digest is for. */
export interface DigestReader {
  name: string;
  locale: Locale;
}

/**
 * What waits for `reader`, oldest first, in their language and grouped by article.
 * `baseUrl`: the public address of this installation, without a trailing slash.
 */
export function digestOf(reader: DigestReader, items: readonly Notification[], baseUrl: string): Digest {
  const { locale, name } = reader;
  const t = createTranslator({ locale, messages: { mail: MESSAGES[locale] } });
  const shown = items.slice(0, MOST_ITEMS);
  const rest = items.length - shown.length;
  const ids = [...new Set(shown.map(({ article }) => article.id))];
  return {
    locale,
    subject: t("mail.subject", { desk: DESK, count: items.length }),
    greeting: t("mail.greeting", { name }),
    articles: ids.map((id) => {
      const own = shown.filter(({ article }) => article.id === id);
      return {
        title: t("mail.article", { title: own[0]?.article.title ?? "" }),
        items: own.map((item) => itemOf(item, locale, baseUrl)),
      };
    }),
    more: rest > 0 ? t("mail.more", { count: rest }) : null,
    inbox: { words: t("mail.inbox"), address: `${baseUrl}/inbox` },
    settings: { words: t("mail.settings"), address: `${baseUrl}/profile` },
  };
}

function itemOf(item: Notification, locale: Locale, baseUrl: string): DigestItem {
  const t = createTranslator({ locale, messages: { mail: MESSAGES[locale] } });
  const unsettled = item.decision === "settled" ? "settled" : "unsettled";
  const kind = item.kind === "decision" ? unsettled : item.kind;
  return {
    said: t(`mail.did.${kind}`, { name: item.actor.name }),
    about: aboutOf(item, locale),
    excerpt: item.comment?.excerpt ?? "",
    address: `${baseUrl}${pathOf(item)}`,
  };
}

function aboutOf({ claim, thread }: Notification, locale: Locale): string | null {
  const t = createTranslator({ locale, messages: { mail: MESSAGES[locale] } });
  if (claim?.number) return t("mail.claim", { number: claim.number, quote: shortened(claim.exact) });
  if (claim) return t("mail.claimGone", { quote: shortened(claim.exact) });
  return thread?.exact ? t("mail.passage", { quote: shortened(thread.exact) }) : null;
}

/** Where it is found: a deleted claim's article has nothing more to open. */
function pathOf({ article, claim, thread }: Notification): string {
  const query = new URLSearchParams();
  const stands = claim === null || claim.number !== null;
  if (claim && stands) query.set("claim", claim.id);
  if (thread && stands) query.set("thread", thread.id);
  return `/articles/${article.id}${query.size > 0 ? `?${query}` : ""}`;
}

function shortened(quote: string): string {
  return codePointLength(quote) <= QUOTE_LENGTH
    ? quote
    : `${sliceCodePoints(quote, codePoints(0), QUOTE_LENGTH)}…`;
}
