import { createHmac } from "node:crypto";
import { fits } from "../../shared/wire/fits.ts";
import { number, object, optional, text } from "../../shared/wire/schema.ts";

export const ROBOT_KINDS = ["wecom", "dingtalk", "feishu"] as const;
export type RobotKindName = (typeof ROBOT_KINDS)[number];

/** What a robot said to a message. */
export interface RobotVerdict {
  readonly taken: boolean;
  readonly words: string;
  /** Another try may fare better: it was too often, or the other side is not well. */
  readonly again: boolean;
}
interface RobotKind {
  /** Bytes that a text may have. */
  readonly most: number;
  /** The call that says a text in the group; `now` in milliseconds. */
  call(
    url: string,
    secret: string | null,
    words: string,
    now: number,
  ): { readonly url: string; readonly body: string };
  readonly judge: (status: number, answer: string) => RobotVerdict;
}

const Answer = object({
  errcode: optional(number()),
  errmsg: optional(text()),
  code: optional(number()),
  msg: optional(text()),
  StatusCode: optional(number()),
});
/** `busy`: codes by which the other side says that it was too often or that it is not well. */
const judging =
  (busy: readonly number[]) =>
  (status: number, answer: string): RobotVerdict => {
    let json: unknown = null;
    try {
      json = JSON.parse(answer);
    } catch {
      // A page of a proxy is no answer of a robot.
    }
    const said = fits(Answer, json) ? json : {};
    const code = said.errcode ?? said.code ?? said.StatusCode;
    const words = code === undefined ? `HTTP ${status}` : `${code} ${said.errmsg ?? said.msg ?? ""}`.trim();
    const taken = status >= 200 && status < 300 && code === 0;
    const again = !taken && (status >= 500 || status === 429 || (code !== undefined && busy.includes(code)));
    return { taken, words: words.slice(0, 300), again };
  };

/** The key is in the address; there is nothing to sign. */
const wecom: RobotKind = {
  most: 2048,
  call: (url, _secret, content) => ({ url, body: JSON.stringify({ msgtype: "text", text: { content } }) }),
  judge: judging([-1, 45009, 45033]),
};

/** Signed in the address: HMAC-SHA256 of "timestamp\nsecret" by the secret, the time in milliseconds. */
const dingtalk: RobotKind = {
  most: 20_000,
  call: (url, secret, content, now) => {
    const signed = new URL(url);
    if (secret) {
      signed.searchParams.set("timestamp", String(now));
      signed.searchParams.set(
        "sign",
        createHmac("sha256", secret).update(`${now}\n${secret}`).digest("base64"),
      );
    }
    return { url: signed.href, body: JSON.stringify({ msgtype: "text", text: { content } }) };
  },
  judge: judging([-1, 130101, 410100, 660026]),
};

/** Signed in the body: HMAC-SHA256 of nothing by "timestamp\nsecret", the time in seconds. */
const feishu: RobotKind = {
  most: 20_000,
  call: (url, secret, content, now) => {
    const timestamp = String(Math.floor(now / 1000));
    const sign = secret && createHmac("sha256", `${timestamp}\n${secret}`).update("").digest("base64");
    return {
      url,
      body: JSON.stringify({
        ...(sign ? { timestamp, sign } : {}),
        msg_type: "text",
        content: { text: content },
      }),
    };
  },
  judge: judging([9499, 11232, 11233]),
};

/** Robots of groups, by whose they are. They look alike and differ in what they sign and how they answer. */
export const robotKinds: Readonly<Record<RobotKindName, RobotKind>> = { wecom, dingtalk, feishu };

/**
 * As many whole lines as fit into so many bytes, and `more` with how many are left; a first line that is too long
 * by itself is cut.
 */
export function fitLines(lines: readonly string[], most: number, more: (count: number) => string): string {
  const bytes = (words: string): number => Buffer.byteLength(words);
  const whole = lines.join("\n");
  if (bytes(whole) <= most) return whole;
  const room = most - bytes(more(lines.length)) - 1;
  let kept = 0;
  let size = 0;
  for (const line of lines) {
    size += bytes(line) + 1;
    if (size > room) break;
    kept += 1;
  }
  const shown = kept > 0 ? lines.slice(0, kept) : [cut(lines[0] ?? "", room)];
  const left = lines.length - shown.length;
  return [...shown, ...(left > 0 ? [more(left)] : [])].join("\n");
}
function cut(line: string, most: number): string {
  let [kept, size] = ["", 3];
  for (const letter of line) {
    size += Buffer.byteLength(letter);
    if (size > most) break;
    kept += letter;
  }
  return `${kept}…`;
}
