import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import type { Weighed, WeighedPage } from "./weigh-page.ts";
import { weighPage } from "./weigh-page.ts";
import { spellWeight, weightHeading } from "./weight-report.ts";

const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
/** As fast as this machine is, and a phone of the middle class. */
const SPEEDS = [1, 4];
const ROUNDS = 3;

export interface Weighing {
  readonly origin: string;
  readonly token: string;
  /** A deal to be opened. */
  readonly deal: string;
  readonly rounds?: number;
  readonly only?: string | undefined;
}

const pagesOf = (deal: string): readonly WeighedPage[] => [
  { name: "home", path: "/", content: "main section a[href*='/records/']" },
  { name: "list", path: "/records/opportunity?view=list", content: "[data-part='grid-row']" },
  { name: "board", path: "/records/opportunity?view=board", content: "[data-part='board-place']" },
  { name: "record", path: `/records/opportunity/${deal}`, content: "[data-part='event']" },
  { name: "funnel", path: "/insight/funnel", content: "[data-part='insight-value'] a" },
];

/**
 * What the pages that are opened most weigh and when they can be used, cold and warm, on this processor and on
 * one four times slower: the median of the rounds. Undefined without Chromium.
 */
export async function weighPages(weighing: Weighing): Promise<readonly Weighed[] | undefined> {
  if (!existsSync(CHROMIUM)) return undefined;
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const { origin, token, deal, only, rounds = ROUNDS } = weighing;
  const weighed: Weighed[] = [];
  console.log(weightHeading());
  try {
    for (const page of pagesOf(deal)) {
      if (only !== undefined && !only.split(",").includes(page.name)) continue;
      for (const slower of SPEEDS) {
        const [cold, warm]: [Weighed[], Weighed[]] = [[], []];
        for (let round = 0; round < rounds; round += 1) {
          const [first, again] = await weighPage({ browser, origin, token }, page, slower);
          if (first) cold.push(first);
          if (again) warm.push(again);
        }
        for (const some of [cold, warm]) {
          const middle = middleOf(some);
          if (!middle) continue;
          weighed.push(middle);
          console.log(spellWeight(middle));
        }
      }
    }
  } finally {
    await browser.close();
  }
  console.log(
    `load of the machine meanwhile: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(" ")}`,
  );
  return weighed;
}

/** The round that became interactive neither first nor last. */
const middleOf = (some: readonly Weighed[]): Weighed | undefined =>
  some.toSorted((one, other) => one.interactive - other.interactive)[Math.floor(some.length / 2)];
