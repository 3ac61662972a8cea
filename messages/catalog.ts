import enAnnotations from "./en/annotations.json" with { type: "json" };
import enArticles from "./en/articles.json" with { type: "json" };
import enClaim from "./en/claim.json" with { type: "json" };
import enCommon from "./en/common.json" with { type: "json" };
import enDiff from "./en/diff.json" with { type: "json" };
import enDiscussion from "./en/discussion.json" with { type: "json" };
import enErrors from "./en/errors.json" with { type: "json" };
import enEvidence from "./en/evidence.json" with { type: "json" };
import enHistory from "./en/history.json" with { type: "json" };
import enImport from "./en/import.json" with { type: "json" };
import enInbox from "./en/inbox.json" with { type: "json" };
import enKeys from "./en/keys.json" with { type: "json" };
import enLive from "./en/live.json" with { type: "json" };
import enMembers from "./en/members.json" with { type: "json" };
import enPalette from "./en/palette.json" with { type: "json" };
import enProfile from "./en/profile.json" with { type: "json" };
import enReport from "./en/report.json" with { type: "json" };
import enSecondFactor from "./en/second-factor.json" with { type: "json" };
import enShell from "./en/shell.json" with { type: "json" };
import enSignIn from "./en/sign-in.json" with { type: "json" };
import enSystem from "./en/system.json" with { type: "json" };
import enUnsent from "./en/unsent.json" with { type: "json" };
import enVerdict from "./en/verdict.json" with { type: "json" };
import enVersions from "./en/versions.json" with { type: "json" };
import enWorkbench from "./en/workbench.json" with { type: "json" };
import jaAnnotations from "./ja/annotations.json" with { type: "json" };
import jaArticles from "./ja/articles.json" with { type: "json" };
import jaClaim from "./ja/claim.json" with { type: "json" };
import jaCommon from "./ja/common.json" with { type: "json" };
import jaDiff from "./ja/diff.json" with { type: "json" };
import jaDiscussion from "./ja/discussion.json" with { type: "json" };
import jaErrors from "./ja/errors.json" with { type: "json" };
import jaEvidence from "./ja/evidence.json" with { type: "json" };
import jaHistory from "./ja/history.json" with { type: "json" };
import jaImport from "./ja/import.json" with { type: "json" };
import jaInbox from "./ja/inbox.json" with { type: "json" };
import jaKeys from "./ja/keys.json" with { type: "json" };
import jaLive from "./ja/live.json" with { type: "json" };
import jaMembers from "./ja/members.json" with { type: "json" };
import jaPalette from "./ja/palette.json" with { type: "json" };
import jaProfile from "./ja/profile.json" with { type: "json" };
import jaReport from "./ja/report.json" with { type: "json" };
import jaSecondFactor from "./ja/second-factor.json" with { type: "json" };
import jaShell from "./ja/shell.json" with { type: "json" };
import jaSignIn from "./ja/sign-in.json" with { type: "json" };
import jaSystem from "./ja/system.json" with { type: "json" };
import jaUnsent from "./ja/unsent.json" with { type: "json" };
import jaVerdict from "./ja/verdict.json" with { type: "json" };
import jaVersions from "./ja/versions.json" with { type: "json" };
import jaWorkbench from "./ja/workbench.json" with { type: "json" };

/** All words of the interface, one namespace a file. A new namespace is two files and four lines here. */
export const catalog = {
  en: {
    annotations: enAnnotations,
    articles: enArticles,
    claim: enClaim,
    common: enCommon,
    diff: enDiff,
    discussion: enDiscussion,
    errors: enErrors,
    evidence: enEvidence,
    history: enHistory,
    import: enImport,
    inbox: enInbox,
    keys: enKeys,
    live: enLive,
    members: enMembers,
    palette: enPalette,
    profile: enProfile,
    report: enReport,
    "second-factor": enSecondFactor,
    shell: enShell,
    "sign-in": enSignIn,
    system: enSystem,
    unsent: enUnsent,
    verdict: enVerdict,
    versions: enVersions,
    workbench: enWorkbench,
  },
  ja: {
    annotations: jaAnnotations,
    articles: jaArticles,
    claim: jaClaim,
    common: jaCommon,
    diff: jaDiff,
    discussion: jaDiscussion,
    errors: jaErrors,
    evidence: jaEvidence,
    history: jaHistory,
    import: jaImport,
    inbox: jaInbox,
    keys: jaKeys,
    live: jaLive,
    members: jaMembers,
    palette: jaPalette,
    profile: jaProfile,
    report: jaReport,
    "second-factor": jaSecondFactor,
    shell: jaShell,
    "sign-in": jaSignIn,
    system: jaSystem,
    unsent: jaUnsent,
    verdict: jaVerdict,
    versions: jaVersions,
    workbench: jaWorkbench,
  },
};

/** The shape every language has; Japanese is written first and sets it. */
export type Messages = (typeof catalog)["ja"];
