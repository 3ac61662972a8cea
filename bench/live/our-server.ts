/** One instance of ours without Next, on a database of its own. `tsx our-server.ts PORT`; the rest is environment. */
import { startInstance } from "#server/test/instance.ts";
import { answerWith } from "./child.ts";
import { commitMoments, watchCommits } from "./commit-watch.ts";
import { prepareDesk } from "./desk.ts";
import { growArticle } from "./grow-article.ts";
import { usage } from "./usage.ts";

watchCommits();
const instance = await startInstance({ port: Number(process.argv[2]) });

type Question =
  | { do: "usage"; collect?: boolean }
  | { do: "prepare"; members: number; bullets: number }
  | { do: "commits" }
  | { do: "grow"; articleId: string; updates: number };

answerWith(async (question: Question) => {
  switch (question.do) {
    case "prepare":
      return await prepareDesk(instance.origin, question.members, question.bullets);
    case "commits":
      return commitMoments();
    case "usage":
      return usage(question);
    case "grow":
      return await growArticle(question.articleId, question.updates);
  }
});
