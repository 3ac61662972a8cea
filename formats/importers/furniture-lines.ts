/** Lines of a page that are its furniture by what they say, wherever they stand. */

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
  /^(?:[※*＊]\s*)?(?:[^はが。]{0,60}(?:無断|許可なく)(?:での?)?(?:転載|複製|転用|使用|引用|掲載|コピー|二次利用|利用|、|・|および|及び|や|の|など|等|することを?){1,12}(?:は|を|も)?(?:固く|一切|堅く)?(?:お断り|禁止|禁じ|ご遠慮|厳禁|禁ず|できません)(?:ます|る|られて(?:います|おります)|(?:いた)?し(?:ます|ております|ています)|です|とします|ください|願います)?[。．.]?|(?:copyright|©|\(c\)|ⓒ).{0,140}|.{0,100}all rights reserved.{0,60}|.{0,120}may not be (?:published|reproduced|reprinted).{0,100}|(?:this (?:document|article|story|content) is subject to copyright|no part (?:of .{1,60} )?may be reproduced).{0,200}|.{0,40}著作権は.{0,40}(?:帰属|属し)(?:します|ています)。?)$/iu;

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

const CONTROL =
  /^(?:captions?|subtitles?|descriptions|chapters|settings|close|full ?screen|fullscreen|autoplay|replay|play|pause|(?:un)?mute|volume|quality|auto|embed|enlarge(?: image| photo)?|(?:view|open|show|hide|see|expand) (?:photos?|gallery|slideshow|full ?screen|caption|all photos|graphic)|next|previous|prev|previous next|[×✕✖]|video|photo|now (?:playing|watching)|up next|loading|processing|buy photo|skip ad|more videos|playback rate|閉じる|拡大(?:する|表示)?|全画面(?:表示)?|再生(?:する)?|一時停止|停止|ミュート|字幕|設定|前へ|次へ|自動再生)[\s.…›»]*$/iu;
const SURE_CONTROL =
  /^(?:(?:image|photo|picture|slide|video|写真|画像)\s*\d{1,3}\s*(?:of|[/／])\s*(?:[/／]\s*)?\d{1,3}|back to gallery|(?:view|enlarge|expand) (?:this )?image|enlarge photo|(?:画像|写真)を?拡大(?:する)?|(?:画像|写真)をクリックすると拡大(?:します|表示されます)?|this slideshow requires javascript|(?:jump|skip) to (?:navigation|search|main content|content)(?: jump to search)?|story continues(?: below)?)[\s.…›»]*$/iu;
const COUNT = /^\d{1,3}\s*(?:of|[/／])\s*\d{1,3}$/iu;

/** Whether a line is what a button of a player or slideshow says, or where it stands: of two together, none is text. */
export const isControl = (text: string): boolean =>
  text.length <= 40 && (CONTROL.test(text) || COUNT.test(text) || SURE_CONTROL.test(text));

/** One that no line of an article says by itself. */
export const isSureControl = (text: string): boolean =>
  text.length <= 60 && SURE_CONTROL.test(text.normalize("NFKC"));

/** What stands before a link to another article in a line of its own: 【関連記事】…, `Related: …`. */
const REFERRAL =
  /^[\s>＞→▶►»■◆●・☆★]*[【[(（<＜《]?\s*(?:related(?: (?:story|stories|articles?|coverage|news|reading))?|read (?:more|next|also)|see also|also read|(?:あわせて|併せて|合わせて)(?:読みたい|読む)?|関連(?:記事|ニュース|リンク|動画)?|こちらも(?:読む|おすすめ)?|おすすめ(?:記事)?|次の記事|前の記事)\s*(?:[】\])）>＞》]\s*[:：]?|[:：►▶»])\s*/iu;

/** How many UTF-16 units of a line say that what follows in it is another article; 0 where none does. */
export const referralLength = (text: string): number =>
  text.length <= 300 ? (REFERRAL.exec(text)?.[0].length ?? 0) : 0;

const ASKS =
  /^(?:sign up|sign me up|subscribe|get|receive|join|register|let our)\b.{0,100}\b(?:newsletters?|inbox|e-?mails?|alerts|updates|mailing list|app)\b|(?:メール?マガジン|メルマガ|ニュースレター|メール配信).{0,30}(?:登録|購読|お申し?込み|受け取)/iu;

/** Whether a line asks its reader to be sent more. */
export const asksToSignUp = (text: string): boolean => text.length <= 200 && ASKS.test(text);
