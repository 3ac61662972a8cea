import type { LeftOut } from "#domain/article-import.ts";

type Kind = Exclude<LeftOut["why"], "repeated">;

/** What the elements of a page are named where they are its furniture (see `namesIn`), the surest first. */
export const FURNITURE_NAMES: readonly { why: Kind; pattern: RegExp }[] = [
  {
    why: "share",
    pattern:
      /[ -](?:shar(?:e|es|ing)|share(?:bar|box|buttons?|links?|list|tools|this)|social|sns|addthis|addtoany|sharedaddy|follow-us|follow-me|シェア)[ -]/,
  },
  {
    why: "ranking",
    pattern:
      /[ -](?:rankings?|most-(?:read|popular|viewed|shared)|mostread|mostpopular|popular|trending|人気|ランキング)[ -]/,
  },
  {
    why: "related",
    pattern:
      /[ -](?:related|relatedposts|relatedarticles|relateds|recommend(?:s|ed|ation|ations)?|recirc(?:ulation)?|more-(?:stories|from|articles|news|posts)|read-(?:more|next|also)|readnext|also-(?:read|like)|you-may-like|yarpp|outbrain|taboola|crp|up-next|関連|関連記事|おすすめ)[ -]/,
  },
  {
    why: "navigation",
    pattern:
      /[ -](?:breadcrumbs?|pagination|pager|page-?nav|post-?nav(?:igation)?|nav-links|tag-?list|tags|tags-links|tagcloud|entry-tags|post-tags|article-tags|topic-tags|keywords|cat-links|prev-next|skip-link|mw-jump-link|printfooter|catlinks|パンくず|タグ)[ -]/,
  },
  {
    why: "advertisement",
    pattern:
      /[ -](?:ad|ads|adsbygoogle|ad-(?:slot|unit|label|container|wrapper)|advert|adverts|advertisement|advertising|sponsor|sponsored|promo|promos|promotion|banner|広告)[ -]/,
  },
  { why: "rights", pattern: /[ -](?:copyright|copyrights|legal-notice|無断転載)[ -]/ },
];

/** What a player or slideshow is worked with. */
export const CONTROLS =
  /[ -](?:player|video|media|slideshow|slider|carousel|gallery|gal)-(?:controls?|controlbar|buttons?|bar|nav|navigation|toolbar|menu|settings)[ -]/;

/** Sign-up boxes: they ask in sentences, and say nothing of what the article says. */
export const SIGN_UP =
  /[ -](?:newsletter|newsletters|subscribe|subscription|signup|sign-up|mail-?magazine|mailmag|paywall|login-box|register-box)[ -]/;

/** Notices of what a site keeps in its readers' browsers. */
export const COOKIES =
  /[ -](?:gdpr|ccpa|(?:cookies?|gdpr|consent|クッキー)-?(?:banner|bar|box|notice|notification|consent|message|modal|popup|overlay|dialog|alert|law-info|同意))[ -]/;
export const tellsOfCookies = (text: string): boolean => /cookies?\b|クッキー|個人データ/iu.test(text);

/** What readers or the site wrote behind an article, in whole sentences. */
export const REMARKS =
  /[ -](?:comments|comment-?list|commentlist|comments-area|comment-section|comments-section|disqus|disqus-thread|respond|コメント欄)[ -]/;
export const AUTHOR_BOX =
  /[ -](?:author-(?:bio|box|card|profile|about|description)|authorbox|about-(?:the-)?author|post-author-(?:box|bio)|bio-box|writer-profile|記者プロフィール)[ -]/;

const HEADINGS: readonly { why: Kind; pattern: RegExp }[] = [
  {
    why: "ranking",
    pattern:
      /^(?:.{0,12}ランキング(?:トップ\d*|\d+)?|人気の?(?:記事|ニュース|コンテンツ|エントリー?|投稿)?|よく読まれて(?:いる|る)?(?:記事|ニュース)?|most (?:read|popular|viewed|shared|commented|recent)(?: .{0,20})?|popular(?: (?:now|posts|articles|stories|news|on .{0,30}))?|trending(?: (?:now|stories|topics|news|on .{0,30}))?|top (?:stories|news|posts))$/iu,
  },
  {
    why: "related",
    pattern:
      /^(?:(?:この記事の|記事の)?関連(?:する)?(?:の)?(?:記事|ニュース|リンク|情報|トピックス?|コンテンツ|ページ|キーワード|投稿|動画|商品|書籍)?(?:一覧)?|(?:あわせて|合わせて|併せて)(?:読みたい|読まれている)(?:記事)?|こちらの?記事も(?:おすすめ|読まれています)?|(?:編集部(?:の|が)?|あなたに)?おすすめ(?:の)?(?:記事|ニュース|コンテンツ|特集)?(?:一覧)?|お薦め(?:の)?(?:記事)?|注目(?:の)?(?:記事|ニュース|特集|トピックス?)|(?:新着|最新)(?:の)?(?:記事|ニュース|情報)(?:一覧)?|ピックアップ|この記事を読んだ(?:人|方)(?:は|に|へ).{0,20}|related(?: (?:articles?|stories|story|posts?|content|topics?|coverage|news|links|reading|items|videos?))?|(?:more|latest|recent)(?: (?:stories|news|articles?|posts?|coverage|headlines|reading|videos?|like this|from .{1,40}|on this (?:story|topic)|in .{1,30}|to read))|recommended(?: (?:for you|stories|articles|reading|reads|videos))?|you (?:may|might|'ll|’ll) (?:also )?(?:like|enjoy|be interested in)|(?:read|see|up|watch) (?:more|next|also)|also (?:read|on .{1,30}|see)|don['’]t miss|editor['’]?s['’]? (?:picks?|choice)|what to read next|we recommend|suggested (?:articles?|posts?|reading)|from (?:around )?the web|(?:around|across) the web|promoted stories|next article|previous article)$/iu,
  },
  {
    why: "share",
    pattern:
      /^(?:(?:この(?:記事|ページ)を)?(?:シェア|共有)(?:する)?|SNSで(?:シェア|フォロー)(?:する)?|share(?: (?:this|it|on|via|with)(?: .{0,20})?)?|follow (?:us|me)(?: on .{0,20})?|spread the word)$/iu,
  },
  {
    why: "navigation",
    pattern:
      /^(?:タグ|キーワード|カテゴリー?|トピックス?|tags?|tagged(?: (?:with|in|as))?|categories|category|filed under|topics(?: in this article)?|explore more on these topics)$/iu,
  },
  {
    why: "advertisement",
    pattern:
      /^(?:広告|pr|スポンサーリンク|スポンサードリンク|advertisements?|sponsored(?: (?:content|links?|stories))?)$/iu,
  },
];

/** As a heading they announce furniture; a line of text that says so may be part of it. */
const ONLY_HEADINGS =
  /^(?:more (?:in|on|from|for) .{1,40}|more .{1,30} (?:news|stories|videos|headlines|articles)|must (?:read|watch|see)|explore further|just watched|other people (?:are reading|read)|people also (?:read|ask)|readers also like|might also like|recommended stories for you|want more stories like this\?|more to explore|keep reading)$/iu;

/** What a heading announces that is no part of an article; null for any other. Sources and references are part of one. `isHeading`: whether its
 * page marks it as one. */
export function furnitureHeading(written: string, isHeading: boolean): Kind | null {
  const text = written
    .normalize("NFKC")
    .replace(/^[\s■□◆◇●○▼▽▶►★☆【[(<《「・]+|[\s】\])>》」:：…▼▽▶►>»]+$/gu, "");
  if (text.length > 60) return null;
  if (isHeading && ONLY_HEADINGS.test(text)) return "related";
  return HEADINGS.find(({ pattern }) => pattern.test(text))?.why ?? null;
}

const SOURCES =
  /^(?:(?:主な)?(?:参考|引用)(?:文献|資料|元|サイト|リンク|記事)?|出典|情報源|典拠|資料|注釈?|脚注|sources?|references?|notes?|footnotes?|bibliography|further reading|citations?|see also|external links?|works cited)(?:一覧)?$/iu;

/** Whether a heading announces what an article rests on. */
export const isSourcesHeading = (text: string): boolean => {
  if (text.length > 80) return false;
  const bare = text.normalize("NFKC").replace(/^[\s■□◆◇●○▼【[<《]+|[\s】\]>》:：]+$/gu, "");
  return bare.length <= 40 && SOURCES.test(bare);
};
