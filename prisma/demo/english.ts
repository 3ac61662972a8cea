import { englishArticle } from "./english-article.ts";
import type { DemoArticle } from "./finding.ts";

const accessed = "2026-11-20";

/** The English demo article, on the five-step scale: some claims settled, some open. */
export const englishDemo: DemoArticle = {
  content: englishArticle,
  language: "en",
  byline: "Uratori desk (sample)",
  publisher: "The Sample Post",
  publishedAt: "2026-11-18",
  scale: "five-step",
  sources: {
    wall: {
      title: "China's Wall Less Great in View from Space",
      url: "https://www.nasa.gov/vision/space/workinginspace/great_wall.html",
      publisher: "NASA",
      type: "webpage",
      issued: "2005-05-09",
      accessed,
    },
    apollo: {
      title: "Apollo 11",
      url: "https://www.nasa.gov/mission/apollo-11/",
      publisher: "NASA",
      type: "webpage",
      accessed,
    },
    moon: {
      title: "Moon Facts",
      url: "https://science.nasa.gov/moon/facts/",
      publisher: "NASA",
      type: "webpage",
      accessed,
    },
    voyager: {
      title: "Voyager",
      url: "https://science.nasa.gov/mission/voyager/",
      publisher: "NASA",
      type: "webpage",
      accessed,
    },
  },
  findings: [
    {
      quote: "The Great Wall of China is the only man-made object visible from the Moon.",
      statement:
        "The Great Wall of China can be seen from the Moon with the naked eye, and nothing else man-made can.",
      kinds: ["comparison"],
      priority: "high",
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "false",
        summary: "No single building can be seen from the Moon; the wall is hard to see even from low orbit.",
        rationale:
          "NASA calls the belief a myth: the wall has the colour of its surroundings and is generally not visible to the unaided eye even from low Earth orbit [@wall]. The Moon is about a thousand times farther away [@moon].",
      },
      evidence: [
        { source: "wall", stance: "refutes", primary: true },
        { source: "moon", stance: "context", primary: true, note: "The distance, for scale." },
      ],
    },
    {
      quote: "Apollo 11 landed on the Moon on 20 July 1969.",
      statement: "Apollo 11's lunar module landed on 20 July 1969.",
      kinds: ["date", "event"],
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "true",
        summary: "NASA's mission record gives 20 July 1969.",
        rationale: "The mission page gives the date of the landing [@apollo].",
      },
      evidence: [{ source: "apollo", stance: "supports", primary: true }],
    },
    {
      quote: "Michael Collins was the second person to walk on the Moon.",
      statement: "Michael Collins walked on the Moon after Neil Armstrong.",
      kinds: ["name"],
      priority: "high",
      workState: "checking",
      assignee: "reviewer",
      verdict: {
        rating: "false",
        summary: "Collins stayed in lunar orbit; the second was Buzz Aldrin.",
        rationale: "",
      },
      evidence: [{ source: "apollo", stance: "refutes", primary: true }],
    },
    {
      quote: "The Moon is about 384,400 kilometres away from Earth on average.",
      statement: "The mean distance from Earth to the Moon is about 384,400 km.",
      kinds: ["number"],
      workState: "to_check",
    },
    {
      quote: "Voyager 1 entered interstellar space in August 2012.",
      statement: "Voyager 1 crossed into interstellar space in August 2012.",
      kinds: ["date", "event"],
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "true",
        summary: "NASA dates the crossing to August 2012.",
        rationale: "The mission's own account gives August 2012 [@voyager].",
      },
      evidence: [{ source: "voyager", stance: "supports", primary: true }],
    },
    {
      quote: "Voyager 1 has left the Solar System for good and all.",
      statement: "Voyager 1 has left the Solar System.",
      kinds: ["event"],
      workState: "to_check",
      assignee: "editor",
    },
  ],
  dismissals: [
    {
      bullet: "The view of Earth from orbit is the most moving sight a human being can have.",
      reason: "opinion",
    },
  ],
};
