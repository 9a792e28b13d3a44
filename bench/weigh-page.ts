import type { Browser, BrowserContext, CDPSession } from "playwright-core";
import { gatherTraffic, type Traffic } from "./page-traffic.ts";

/** A page as a person opens it: where it stands, and what shows that its content is there. */
export interface WeighedPage {
  readonly name: string;
  readonly path: string;
  readonly content: string;
}
/** How a page came: seconds from the navigation on, and what went over the wire until it could be used. */
export interface Weighed {
  readonly page: string;
  readonly slower: number;
  readonly isWarm: boolean;
  readonly firstPaint: number;
  readonly content: number;
  /** When the processor came to rest: the end of the last long task before a quiet second. */
  readonly interactive: number;
  /** Seconds that the page's thread had the processor until then: other programs do not lengthen them. */
  readonly work: number;
  readonly shift: number;
  readonly traffic: Traffic;
}
export interface Place {
  readonly browser: Browser;
  readonly origin: string;
  /** Of a session that is open. */
  readonly token: string;
}

const QUIET_MS = 1000;
const LONGEST_MS = 60_000;
/** Noted by the page itself from its very first moment on. */
const NOTE = `
  window.__noted = { shift: 0, tasks: [], paint: 0, moves: [] };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) {
    window.__noted.shift += one.value;
    window.__noted.moves.push([one.value, Math.round(one.startTime), one.sources.map(({ node }) => node && (node.className || node.nodeName))]);
  } }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__noted.tasks.push([one.startTime, one.startTime + one.duration]); })
    .observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (one.name === "first-contentful-paint") window.__noted.paint = one.startTime; })
    .observe({ type: "paint", buffered: true });
`;
interface Noted {
  readonly now: number;
  readonly shift: number;
  readonly paint: number;
  readonly tasks: readonly (readonly [number, number])[];
  readonly moves: readonly unknown[];
}

/** Opens the page in a window of its own, then once more in the same one: cold and warm. */
export async function weighPage(
  place: Place,
  page: WeighedPage,
  slower: number,
): Promise<readonly Weighed[]> {
  const window = await openWindow(place);
  try {
    const cold = await weigh(window, place, page, slower, false);
    return [cold, await weigh(window, place, page, slower, true)];
  } finally {
    await window.close();
  }
}

async function openWindow({ browser, origin, token }: Place): Promise<BrowserContext> {
  const window = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  await window.addCookies([{ name: "sluice_session", value: token, url: origin }]);
  await window.addInitScript(NOTE);
  return window;
}

async function weigh(
  window: BrowserContext,
  { origin }: Place,
  { name, path, content }: WeighedPage,
  slower: number,
  isWarm: boolean,
): Promise<Weighed> {
  const tab = await window.newPage();
  const control = await window.newCDPSession(tab);
  await control.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await control.send("Performance.enable", { timeDomain: "threadTicks" });
  const traffic = await gatherTraffic(control);
  try {
    await tab.goto(`${origin}${path}`, { waitUntil: "commit" });
    await tab.waitForSelector(content, { timeout: LONGEST_MS });
    const contentMs = await numberIn(control, "performance.now()");
    const noted = await restOf(control, contentMs);
    const interactive = restAt(noted, contentMs);
    const { metrics } = await control.send("Performance.getMetrics");
    if (process.env["WEIGH_MOVES"]) console.log(name, JSON.stringify(noted.moves));
    return {
      page: name,
      slower,
      isWarm,
      firstPaint: noted.paint / 1000,
      content: contentMs / 1000,
      interactive: interactive / 1000,
      work: metrics.find((one) => one.name === "TaskDuration")?.value ?? 0,
      shift: noted.shift,
      traffic: traffic.until(interactive),
    };
  } finally {
    await tab.close();
  }
}

const numberIn = async (control: CDPSession, expression: string): Promise<number> =>
  Number((await control.send("Runtime.evaluate", { expression })).result.value);

/** Waits until a second has gone by without a long task; gives what the page noted. */
async function restOf(control: CDPSession, content: number): Promise<Noted> {
  for (;;) {
    const { result } = await control.send("Runtime.evaluate", {
      expression: "JSON.stringify({ ...window.__noted, now: performance.now() })",
    });
    const noted: Noted = JSON.parse(String(result.value));
    if (noted.now > restAt(noted, content) + QUIET_MS || noted.now > LONGEST_MS) return noted;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The end of the last long task before the first quiet second after the content came. */
function restAt({ tasks }: Noted, content: number): number {
  let rest = content;
  for (const [from, to] of tasks) if (to > rest && from < rest + QUIET_MS) rest = to;
  return rest;
}
