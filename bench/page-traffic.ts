import type { CDPSession } from "playwright-core";

/** What went over the wire, of which kind; what a cache had is none of it. */
export interface Traffic {
  readonly requests: number;
  readonly scripts: number;
  readonly asked: number;
  readonly kb: number;
  readonly scriptKb: number;
  readonly apiKb: number;
}
interface Sent {
  readonly url: string;
  readonly at: number;
  bytes: number;
  isKept: boolean;
}
export interface TrafficNotes {
  /** Of what was asked for before so many milliseconds after the first request. */
  readonly until: (ms: number) => Traffic;
}

/** Counts what a page asks for, from now on; the stream of changes is open all day and counts as one. */
export async function gatherTraffic(control: CDPSession): Promise<TrafficNotes> {
  const sent = new Map<string, Sent>();
  control.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) =>
    sent.set(requestId, { url: request.url, at: timestamp * 1000, bytes: 0, isKept: false }),
  );
  control.on("Network.requestServedFromCache", ({ requestId }) => keep(sent.get(requestId)));
  control.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.fromDiskCache === true || response.fromServiceWorker === true) keep(sent.get(requestId));
  });
  control.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = sent.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await control.send("Network.enable");
  return { until: (ms) => sumOf([...sent.values()], ms) };
}
const keep = (one: Sent | undefined): void => {
  if (one) one.isKept = true;
};

function sumOf(all: readonly Sent[], ms: number): Traffic {
  const first = Math.min(...all.map(({ at }) => at));
  const counted = all.filter(({ url, at, isKept }) => url.startsWith("http") && !isKept && at - first <= ms);
  const scripts = counted.filter(({ url }) => new URL(url).pathname.endsWith(".js"));
  const asked = counted.filter(({ url }) => new URL(url).pathname.startsWith("/api/"));
  const kbOf = (some: readonly Sent[]) => some.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
  if (process.env["WEIGH_REQUESTS"])
    for (const { url, bytes, at } of counted) console.log(Math.round(at - first), bytes, url);
  return {
    requests: counted.length,
    scripts: scripts.length,
    asked: asked.length,
    kb: kbOf(counted),
    scriptKb: kbOf(scripts),
    apiKb: kbOf(asked),
  };
}
