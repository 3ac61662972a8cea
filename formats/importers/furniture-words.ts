import type { LeftOut } from "#domain/article-import.ts";

type Kind = LeftOut["why"];

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
      /[ -](?:breadcrumbs?|pagination|pager|page-?nav|post-?nav(?:igation)?|nav-links|tag-?list|tags|tags-links|tagcloud|entry-tags|post-tags|article-tags|topic-tags|keywords|cat-links|prev-next|skip-link|パンくず|タグ)[ -]/,
  },
  {
    why: "advertisement",
    pattern:
      /[ -](?:ad|ads|adsbygoogle|ad-(?:slot|unit|label|container|wrapper)|advert|adverts|advertisement|advertising|sponsor|sponsored|promo|promos|promotion|banner|広告)[ -]/,
  },
  { why: "rights", pattern: /[ -](?:copyright|copyrights|legal-notice|無断転載)[ -]/ },
];

/** Sign-up boxes: they ask in sentences, and say nothing of what the article says. */
export const SIGN_UP =
  /[ -](?:newsletter|newsletters|subscribe|subscription|signup|sign-up|mail-?magazine|mailmag|paywall|login-box|register-box)[ -]/;

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
      /^(?:(?:この記事の|記事の)?関連(?:する)?(?:の)?(?:記事|ニュース|リンク|情報|トピックス?|コンテンツ|ページ|キーワード|投稿|動画|商品|書籍)?(?:一覧)?|(?:あわせて|合わせて|併せて)(?:読みたい|読まれている)(?:記事)?|こちらの?記事も(?:おすすめ|読まれています)?|(?:編集部(?:の|が)?|あなたに)?おすすめ(?:の)?(?:記事|ニュース|コンテンツ|特集)?(?:一覧)?|お薦め(?:の)?(?:記事)?|注目(?:の)?(?:記事|ニュース|特集|トピックス?)|(?:新着|最新)(?:の)?(?:記事|ニュース|情報)(?:一覧)?|ピックアップ|この記事を読んだ(?:人|方)(?:は|に|へ).{0,20}|related(?: (?:articles?|stories|story|posts?|content|topics?|coverage|news|links|reading|items|videos?))?|(?:more|latest|recent)(?: (?:stories|news|articles?|posts?|coverage|headlines|reading|videos?|like this|from .{1,40}|on this (?:story|topic)|in .{1,30}|to read))|recommended(?: (?:for you|stories|articles|reading|reads|videos))?|you (?:may|might|'ll|’ll) (?:also )?(?:like|enjoy|be interested in)|(?:read|see|up|watch) (?:more|next|also)|also (?:read|on .{1,30}|see)|don['’]t miss|more (?:news|stories|videos|in|on|from|headlines|for you|like this)(?: .{1,40})?|more .{1,30} (?:news|stories|videos|headlines|articles)|must (?:read|watch|see)|explore further|just watched|other people (?:are reading|read)|people also (?:read|ask)|readers also like|(?:you )?might also like|recommended (?:stories )?for you|want more stories like this\?|more to explore|keep reading|editor['’]?s['’]? (?:picks?|choice)|what to read next|we recommend|suggested (?:articles?|posts?|reading)|from (?:around )?the web|(?:around|across) the web|promoted stories|next article|previous article)$/iu,
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

/** What a heading announces that is no part of an article; null for any other. Sources and references are part of one. */
export function furnitureHeading(written: string): Kind | null {
  const text = written
    .normalize("NFKC")
    .replace(/^[\s■□◆◇●○▼▽▶►★☆【[(<《「・]+|[\s】\])>》」:：…▼▽▶►>»]+$/gu, "");
  if (text.length > 60) return null;
  return HEADINGS.find(({ pattern }) => pattern.test(text))?.why ?? null;
}

const SOURCES =
  /^(?:(?:主な)?(?:参考|引用)(?:文献|資料|元|サイト|リンク|記事)?|出典|情報源|典拠|資料|注釈?|脚注|sources?|references?|notes?|footnotes?|bibliography|further reading|citations?|see also|external links?|works cited)(?:一覧)?$/iu;

/** Whether a heading announces what an article rests on. */
export const isSourcesHeading = (text: string): boolean => {
  const bare = text.normalize("NFKC").replace(/^[\s■□◆◇●○▼【[<《]+|[\s】\]>》:：]+$/gu, "");
  return bare.length <= 40 && SOURCES.test(bare);
};

const BUTTON =
  /^(?:(?:x|twitter|facebook|line|はてな(?:ブックマーク|ブログ)?|hatena|pocket|linkedin|pinterest|whatsapp|reddit|tumblr|bluesky|threads|telegram|note|mixi|messenger|flipboard|email|e-mail|メール|rss|feedly|instagram|weibo|viber|xing|vk|mastodon)|(?:(?:x|twitter|facebook|line|メール|email)(?:で|に|を)?)?(?:シェア|ポスト|ツイート|つぶやく|共有|送る|投稿|保存|印刷|コピー|ブックマーク|フォロー)(?:する)?|(?:url|リンク)(?:を)?コピー(?:する|しました)?|(?:x|twitter|facebook|line|メール|はてな(?:ブックマーク)?)(?:で|に)(?:シェア|ポスト|ツイート|共有|送る|投稿|追加|送信|保存)(?:する)?|(?:いいね!?|like)|(?:share|tweet|post|pin|print|save|copy|email|e-mail|mail|bookmark|send|follow|submit|stumble|flip|recommend|forward|whatsapp)(?: (?:it|this|link|page|article|story|us|me|to a friend))?(?: (?:on|to|via|by|with) (?:x|twitter|facebook|line|linkedin|pinterest|whatsapp|reddit|tumblr|email|e-mail|bluesky|threads|telegram|google\+?|pocket))?(?: this)?|(?:copy|copied) (?:url|link)|(?:文字|文字サイズ)?(?:小|中|大|拡大|縮小)|\d{1,6}(?: (?:shares?|likes?|comments?))?)$/iu;
const SURE_BUTTON =
  /^(?:.*(?:シェア|ポスト|ツイート|つぶやく)(?:する)?|lineで送る|.*に追加|(?:share|tweet)(?: (?:this|on|via).*)?|share)$/iu;

/** Whether a line is what a share button says, and nothing else. */
export const isShareButton = (text: string): boolean =>
  text.length <= 40 && BUTTON.test(text.normalize("NFKC").trim());

/** One that no line of an article says by itself. */
export const isSureShareButton = (text: string): boolean =>
  isShareButton(text) && SURE_BUTTON.test(text.normalize("NFKC").trim());

const RIGHTS =
  /^(?:[※*＊]\s*)?(?:[^はが。]{0,60}(?:無断|許可なく)(?:での?)?(?:転載|複製|転用|使用|引用|掲載|コピー|二次利用|利用|、|・|および|及び|や|の|など|等|することを?){1,12}(?:は|を|も)?(?:固く|一切|堅く)?(?:お断り|禁止|禁じ|ご遠慮|厳禁|禁ず|できません)(?:ます|る|られて(?:います|おります)|(?:いた)?し(?:ます|ております|ています)|です|とします|ください|願います)?[。．.]?|(?:copyright|©|\(c\)|ⓒ).{0,140}|.{0,100}all rights reserved.{0,60}|.{0,120}may not be (?:published|reproduced|reprinted).{0,100}|.{0,40}著作権は.{0,40}(?:帰属|属し)(?:します|ています)。?)$/iu;

/** Whether a line does nothing but reserve rights. */
export const isRightsLine = (text: string): boolean => text.length <= 250 && RIGHTS.test(text.trim());

const AD_LABEL =
  /^(?:[[【(（]?\s*(?:広告|pr|ad|スポンサーリンク|スポンサードリンク|advertisements?|sponsored(?: (?:content|links?))?)\s*[\]】)）]?|(?:story|article) continues (?:below|after) (?:this )?ad(?:vertisement)?|advertisement\s*[-–—]\s*continue reading below|scroll to continue(?: with content)?|広告の下に記事が続きます|この後(?:も)?本文が続きます|skip (?:advertisement|ad))$/iu;

export const isAdLabel = (text: string): boolean =>
  text.length <= 60 && AD_LABEL.test(text.normalize("NFKC").trim());

const ONWARD =
  /^[\s>＞→▶►»]*(?:続きを読む|もっと見る|もっと読む|一覧(?:へ|を見る|に戻る)|(?:記事)?一覧|トップ(?:へ戻る|に戻る)?|(?:ページ(?:の)?)?(?:先頭|トップ)(?:へ|に)(?:戻る)?|前の(?:記事|ページ)(?:へ)?|前へ|次の(?:記事|ページ)(?:へ)?|次へ|back to (?:top|home)|(?:next|previous|prev)(?: (?:page|article|post))?|read more|see more|view all|more|all news)[\s<＜←◀»>…]*$/iu;

/** Whether a line leads on to other pages, and says nothing else. */
export const isOnwardLine = (text: string): boolean =>
  text.length <= 30 && ONWARD.test(text.normalize("NFKC").trim());
