import type { ClaimKind, Priority, WorkState } from "#domain/claim.ts";
import type { DismissalReason } from "#domain/dismissal.ts";
import type { Stance } from "#domain/evidence.ts";
import type { Locale } from "#domain/localized.ts";
import type { MachineReadFacts } from "#domain/machine-reading.ts";

/**
 * The words of exported files. They stand here and not in `messages/`, because a report is written where no
 * interface is: a script, a queue, a test. A missing word in either language does not compile.
 */
export interface Words {
  factCheckOf: string;
  draft: string;
  draftNotice: string;
  settledNotice: (left: number) => string;
  summary: string;
  articleText: string;
  /** Words that the article shows struck out, where they can't be shown so. */
  struck: (words: string) => string;
  /** Behind what a machine read and nobody compared, where it can't be underlined. */
  unsure: string;
  claims: string;
  claim: (number: number) => string;
  dismissed: string;
  methodology: string;
  methodText: (desk: string) => string[];
  /** `corrections`: of all changes, those of letters that a machine misread. */
  editedByHand: (changes: number, corrections: number) => string;
  machineRead: (facts: MachineReadFacts) => string;
  scaleDefinitions: string;
  byline: string;
  publisher: string;
  published: string;
  address: string;
  desk: string;
  generated: string;
  revision: string;
  fingerprint: string;
  coverage: string;
  coverageText: (claimed: number, dismissed: number, bullets: number) => string;
  progress: string;
  progressText: (settled: number, claims: number) => string;
  totals: string;
  rating: string;
  count: string;
  noRating: string;
  ratingKey: string;
  ratingValue: string;
  from: string;
  to: string;
  claimId: string;
  evidenceCount: string;
  stance: string;
  primaryOrNot: string;
  title: string;
  noClaims: string;
  quote: string;
  statement: string;
  claimant: string;
  said: string;
  saidOn: string;
  saidWhere: string;
  kinds: string;
  priority: string;
  workState: string;
  finding: string;
  rationale: string;
  evidence: string;
  noEvidence: string;
  passage: string;
  locator: string;
  note: string;
  author: string;
  issued: string;
  accessed: string;
  primary: string;
  secondary: string;
  reason: string;
  definition: string;
  number: string;
  needsPlacing: string;
  backToText: string;
  citation: (number: number) => string;
  lostCitation: string;
  page: string;
  kind: Record<ClaimKind, string>;
  priorities: Record<Priority, string>;
  workStates: Record<WorkState, string>;
  stances: Record<Stance, string>;
  reasons: Record<DismissalReason, string>;
  /** Joins items of a list within a line. */
  comma: string;
  colon: string;
}

const ja: Words = {
  factCheckOf: "ファクトチェック報告",
  draft: "下書き",
  draftNotice: "これは検証途中の下書きです。未確定の主張と判定が含まれます。このまま公開しないでください。",
  settledNotice: (left) =>
    left === 0
      ? "すべての主張の判定が確定しています。"
      : `確定した主張だけを載せています。未確定の主張がほかに${left}件あります。`,
  summary: "まとめ",
  articleText: "記事の本文",
  struck: (words) => `（取り消し線：${words}）`,
  unsure: "（未照合）",
  claims: "主張と判定",
  claim: (number) => `主張${number}`,
  dismissed: "検証の対象としなかった項目",
  methodology: "検証の方法",
  methodText: (desk) => [
    `${desk}は、記事の箇条書きの各項目について、検証できる主張を記事の語句どおりに抜き出し、根拠となる資料に当たって判定しました。`,
    "根拠には、主張を支持するもの、反証するもの、背景を示すものの別と、一次資料か二次資料かの別を記しています。検証の対象としない項目には、その理由を記しています。",
    "主張の引用は、下に記した版の本文と一字一句同じです。本文が同じであることは、SHA-256の値で確かめられます。",
  ],
  editedByHand: (changes, corrections) =>
    corrections === 0
      ? `取り込んだ本文の組み立て（見出し・段落・区切り・本文の範囲）は、人の手で${changes}か所直しています。`
      : `取り込んだ本文は、人の手で${changes}か所直しています。うち${corrections}か所は、機械が読み違えた文字の訂正です。`,
  machineRead: ({ engine, pages, marked, uncompared }) =>
    `この本文は、原本の画像${pages}ページから機械（${engine}）が読み取ったものです。数字など確かめるべき${marked}か所${
      uncompared === 0
        ? "は、すべて人が画像と見比べています。"
        : `のうち、${uncompared}か所は人が画像と見比べていません（本文に印があります）。`
    }`,
  scaleDefinitions: "判定の定義",
  byline: "筆者",
  publisher: "発行元",
  published: "公開日",
  address: "アドレス",
  desk: "検証",
  generated: "作成日時",
  revision: "本文の版",
  fingerprint: "本文のSHA-256",
  coverage: "項目の点検",
  coverageText: (claimed, dismissed, bullets) =>
    `箇条書き${bullets}項目のうち、主張あり${claimed}、対象外${dismissed}、未点検${bullets - claimed - dismissed}`,
  progress: "検証の進み",
  progressText: (settled, claims) => `主張${claims}件のうち${settled}件が確定`,
  totals: "判定ごとの件数",
  rating: "判定",
  count: "件数",
  noRating: "未判定",
  ratingKey: "判定の記号",
  ratingValue: "判定の数値",
  from: "開始位置",
  to: "終了位置",
  claimId: "主張のID",
  evidenceCount: "根拠の数",
  stance: "立場",
  primaryOrNot: "資料の種別",
  title: "資料名",
  noClaims: "この報告に載せる主張はまだありません。",
  quote: "記事の記述",
  statement: "主張の要旨",
  claimant: "発言者",
  said: "発言の日と場所",
  saidOn: "発言の日",
  saidWhere: "発言の場所",
  kinds: "種類",
  priority: "優先度",
  workState: "作業の状態",
  finding: "判定の要約",
  rationale: "判定の理由",
  evidence: "根拠",
  noEvidence: "根拠はまだ記録されていません。",
  passage: "該当箇所",
  locator: "位置",
  note: "注記",
  author: "著者",
  issued: "発行",
  accessed: "閲覧",
  primary: "一次資料",
  secondary: "二次資料",
  reason: "理由",
  definition: "定義",
  number: "番号",
  needsPlacing: "本文中の位置を確認中",
  backToText: "本文へ",
  citation: (number) => `根拠${number}`,
  lostCitation: "根拠は外されました",
  page: "ページ",
  kind: {
    number: "数値",
    date: "日付",
    name: "名称",
    quote: "発言",
    event: "出来事",
    cause: "因果",
    comparison: "比較",
    other: "その他",
  },
  priorities: { high: "高", normal: "中", low: "低" },
  workStates: { to_check: "未着手", checking: "確認中", waiting: "回答待ち", settled: "確定" },
  stances: { supports: "支持", refutes: "反証", context: "背景" },
  reasons: { opinion: "意見・評価", not_checkable: "検証できない", duplicate: "ほかの項目と重複" },
  comma: "、",
  colon: "：",
};

const places = (count: number): string => (count === 1 ? "1 place" : `${count} places`);

const en: Words = {
  factCheckOf: "Fact-check report",
  draft: "Draft",
  draftNotice:
    "This is a draft from a check under way. It holds claims and verdicts that are not settled. Do not publish it as it is.",
  settledNotice: (left) =>
    left === 0
      ? "Every claim has been settled."
      : `Only settled claims are shown. Still being checked: ${left}.`,
  summary: "At a glance",
  articleText: "The article",
  struck: (words) => `(struck out: ${words})`,
  unsure: " (not compared)",
  claims: "Claims and verdicts",
  claim: (number) => `Claim ${number}`,
  dismissed: "Points left unchecked, and why",
  methodology: "How this was checked",
  methodText: (desk) => [
    `For each bullet of the article, ${desk} marked the statements that can be checked, in the article’s own words, looked at the sources that speak to them, and gave a verdict.`,
    "Each source is marked as supporting, refuting or giving context, and as primary or secondary. A bullet that was left unchecked carries the reason.",
    "Quotations are letter for letter those of the version named here; its SHA-256 proves that the text is the same.",
  ],
  editedByHand: (changes, corrections) =>
    corrections === 0
      ? `How the text is put together (headings, paragraphs, what belongs to it) was changed by hand in ${places(changes)}.`
      : `The text was changed by hand in ${places(changes)}, of which ${corrections} put right what a machine had misread.`,
  machineRead: ({ engine, pages, marked, uncompared }) =>
    `A machine (${engine}) read this text from pictures of ${pages === 1 ? "1 page" : `${pages} pages`}. Of ${places(marked)} to be compared with them, such as digits, ${
      uncompared === 0
        ? "people compared all."
        : `${uncompared} ${uncompared === 1 ? "was" : "were"} not compared by anybody (marked in the text).`
    }`,
  scaleDefinitions: "What the ratings mean",
  byline: "By",
  publisher: "Publisher",
  published: "Published",
  address: "Address",
  desk: "Checked by",
  generated: "Report made",
  revision: "Text version",
  fingerprint: "SHA-256 of the text",
  coverage: "Bullets",
  coverageText: (claimed, dismissed, bullets) =>
    `${bullets} bullets: ${claimed} with a claim, ${dismissed} dismissed, ${bullets - claimed - dismissed} unmarked`,
  progress: "Progress",
  progressText: (settled, claims) => `${settled} of ${claims} claims settled`,
  totals: "Claims by rating",
  rating: "Rating",
  count: "Claims",
  noRating: "Not rated",
  ratingKey: "Rating key",
  ratingValue: "Rating value",
  from: "Start",
  to: "End",
  claimId: "Claim ID",
  evidenceCount: "Number of sources",
  stance: "Stance",
  primaryOrNot: "Primary or secondary",
  title: "Title",
  noClaims: "There are no claims to show in this report yet.",
  quote: "In the article",
  statement: "The claim in short",
  claimant: "Claimed by",
  said: "When and where",
  saidOn: "Said on",
  saidWhere: "Said where",
  kinds: "Kinds",
  priority: "Priority",
  workState: "Work state",
  finding: "In one sentence",
  rationale: "Why",
  evidence: "Sources",
  noEvidence: "No sources have been recorded yet.",
  passage: "Passage",
  locator: "Where",
  note: "Note",
  author: "Author",
  issued: "Issued",
  accessed: "Accessed",
  primary: "Primary",
  secondary: "Secondary",
  reason: "Reason",
  definition: "Definition",
  number: "No.",
  needsPlacing: "Its place in the text is being checked",
  backToText: "Back to the text",
  citation: (number) => `source ${number}`,
  lostCitation: "source removed",
  page: "Page",
  kind: {
    number: "number",
    date: "date",
    name: "name",
    quote: "quotation",
    event: "event",
    cause: "cause",
    comparison: "comparison",
    other: "other",
  },
  priorities: { high: "high", normal: "normal", low: "low" },
  workStates: { to_check: "to check", checking: "checking", waiting: "waiting", settled: "settled" },
  stances: { supports: "Supports", refutes: "Refutes", context: "Context" },
  reasons: { opinion: "opinion", not_checkable: "not checkable", duplicate: "duplicate" },
  comma: ", ",
  colon: ": ",
};

export const WORDS: Record<Locale, Words> = { ja, en };
