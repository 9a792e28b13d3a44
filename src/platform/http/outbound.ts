import { lookup } from "node:dns/promises";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { mayCall } from "./private-networks.ts";

export interface OutboundCall {
  readonly url: string;
  readonly method: "POST" | "GET" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Private networks that calls may go to all the same, as CIDR. */
  readonly privateTargets: readonly string[];
  /** Milliseconds for all of it, names and answer included; 10 seconds unless told. */
  readonly longest?: number;
}
/**
 * What came of a call. Without an answer, `why` says whether it was ours not to call (`refused`: not an address of
 * the web, or a private network), whether there was nobody (`unreachable`), or nobody who answered in time (`slow`).
 */
export type OutboundAnswer =
  | { readonly answered: true; readonly status: number; readonly text: string }
  | {
      readonly answered: false;
      readonly why: "refused" | "unreachable" | "slow";
      readonly words: string;
    };

const LONGEST = 10_000;
const MOST_BYTES = 64 * 1024;

/**
 * Calls a program outside. Its name is resolved once, the address is checked, and the connection goes to that very
 * address, so that no second answer of a name server leads into one's own house. Redirects are not followed: they are
 * an answer like any other.
 */
export async function outbound(call: OutboundCall): Promise<OutboundAnswer> {
  const url = URL.canParse(call.url) ? new URL(call.url) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return refused("not an address of the web");
  const { longest = LONGEST } = call;
  const stop = AbortSignal.timeout(longest);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const address = await addressOf(host, stop);
  if (address === null) return { answered: false, why: "unreachable", words: `${host} is not known` };
  if (address === "slow") return slow(longest);
  if (!mayCall(address, call.privateTargets)) return refused(`${host} is in a private network`);
  return send(url, address, call, stop, longest);
}

const refused = (words: string): OutboundAnswer => ({ answered: false, why: "refused", words });
const slow = (longest: number): OutboundAnswer => ({
  answered: false,
  why: "slow",
  words: `no answer within ${longest / 1000} s`,
});

async function addressOf(host: string, stop: AbortSignal): Promise<string | null> {
  if (isIP(host) !== 0) return host;
  const late = new Promise<string>((resolve) =>
    stop.addEventListener("abort", () => resolve("slow"), { once: true }),
  );
  const found = lookup(host).then(
    ({ address }) => address,
    () => null,
  );
  return Promise.race([found, late]);
}

function send(
  url: URL,
  address: string,
  { method, headers, body }: OutboundCall,
  stop: AbortSignal,
  longest: number,
): Promise<OutboundAnswer> {
  const family = isIP(address);
  const there: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family);
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve) => {
    const failed = (error: Error): void =>
      resolve(
        stop.aborted
          ? slow(longest)
          : { answered: false, why: "unreachable", words: error.message.slice(0, 300) },
      );
    const sent = request(
      url,
      {
        method,
        // A connection of its own: none that leads elsewhere is taken up again.
        agent: false,
        lookup: there,
        signal: stop,
        headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      },
      (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        const done = (): void =>
          resolve({
            answered: true,
            status: answer.statusCode ?? 0,
            text: Buffer.concat(parts).subarray(0, MOST_BYTES).toString("utf8"),
          });
        answer.on("data", (part: Buffer) => {
          parts.push(part);
          size += part.length;
          // What is longer is nobody's answer; what has come is enough to judge by.
          if (size >= MOST_BYTES) answer.destroy();
        });
        answer.on("close", () => (stop.aborted ? resolve(slow(longest)) : done()));
        answer.on("error", failed);
      },
    );
    sent.on("error", failed);
    sent.end(body);
  });
}
