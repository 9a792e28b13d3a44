import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { fits } from "../shared/wire/fits.ts";
import { list, object, text } from "../shared/wire/schema.ts";
import { differences } from "./differences.ts";

/**
 * A company that uses everything, as the release before kept it (a backup), and what that release answered
 * about it. Both are made by scripts/last-version.mjs.
 */
const FIXTURE = fileURLToPath(new URL("./fixtures/last-version", import.meta.url));
export interface Login {
  readonly login: string;
  readonly password: string;
  /** The secret of the second step. */
  readonly second?: string;
}
export interface Answer {
  readonly as: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: object;
  readonly status: number;
  readonly answer: unknown;
}
export interface LastVersion {
  readonly logins: Readonly<Record<string, Login>>;
  readonly keys: Readonly<Record<"whole" | "narrow" | "gone", string>>;
  readonly acme: Login & { readonly host: string };
  readonly ids: {
    readonly leaver: string;
    readonly ben: string;
    readonly imports: Readonly<Record<string, string>>;
    readonly waiting: { readonly deal: string; readonly request: string };
    readonly erasure: string;
    readonly half: { readonly bulk: string; readonly imported: string };
    readonly queued: { readonly undo: string; readonly bulk: string };
  };
  readonly answers: readonly Answer[];
}
export const before: LastVersion = JSON.parse(
  gunzipSync(readFileSync(`${FIXTURE}.json.gz`)).toString("utf8"),
);

/** Puts the backup into a folder; its path there. */
export function unpackBackup(folder: string): string {
  const path = join(folder, "last-version.tar");
  writeFileSync(path, gunzipSync(readFileSync(`${FIXTURE}.tar.gz`)));
  return path;
}

/** What may differ: it says when it was asked, or how long it has been since; or it stands in a text as such. */
const OF_THE_MOMENT =
  /(^|\.)(computed_at|exported_at|made_at|last_used_at|last_seen_at|calendar_seconds|working_days|days_left|is_over|request_id|judged_by\.today)$/;
/** The day of the rates of a figure; of a record's own amount it is kept. */
const DAY_OF_FIGURES = /(^|\.)rate_date$/;
const DAY_IN_BASELINE = /^data\.now\.\*\.value: "\d{4}-\d\d-\d\d" → "\d{4}-\d\d-\d\d"$/;
/** The address of the program, which the test has none of; lines of the log of access, one for who asks here. */
const OF_THE_PLACE = /^data\.(oidc_redirect|access\.last)$/;
/** What this release says more than the one before: of a job, a view, a request for consent. */
const SAID_MORE: readonly (readonly [path: RegExp, member: RegExp])[] = [
  [/^\/settings\/security/, /^private_targets$/],
  [/^\/jobs\//, /^(label|file|wanted|can_pause|can_cancel|can_undo|parent)$/],
  [/^\/records\/view\b/, /^measure$/],
  [/^\/approvals\b/, /^need$/],
  [/^\/records\/.*(task|timeline)/, /^(data\.)?(collaborator|handed_by|handed_at|opened|result)$/],
  [/^\/records\/user\b/, /^kind$/],
];
/**
 * Where only the program's own words stand, which a release may put better: what they mean is told by codes and
 * parameters beside them, which are compared. Labels that people gave are none of these.
 */
const OWN_WORDS: readonly (readonly [path: RegExp, place: RegExp])[] = [
  [/^\/abilities$/, /^data\.\*\.(label|description)\.(zh-CN|en)$/],
  [/^\/permissions\//, /\.text\.(zh-CN|en)$/],
  [/\/simulate$/, /^data\.gates\.\*\.text\.(zh-CN|en)$/],
  [/^\/notifications\b/, /^data\.\*\.text$/],
  [/\/transitions$/, /^data\.\*\.unmet\.\*\.message$/],
  [/^\/definitions\/problems$/, /^data\.\*\.message$/],
];

/** Names were in the order of their characters, and are in that of pinyin: the same records, elsewhere. */
const BY_NAME = /[?&]sort=name(&|$)/;
const inNoOrder = (answer: unknown): unknown =>
  fits(Listed, answer)
    ? { ...answer, data: answer.data.toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
    : answer;
const Listed = object({ data: list(object({ id: text() })) });

/** Where the answer of now is another than the one of then, and should not be. */
export function differing({ path, answer }: Answer, now: unknown): readonly string[] {
  const [then, today] = BY_NAME.test(path) ? [inNoOrder(answer), inNoOrder(now)] : [answer, now];
  return differences(atNoMoment(then), atNoMoment(today)).filter((one) => {
    const place = one.slice(0, one.indexOf(": "));
    const member = place.replace(/^data\.(\*\.)?/, "");
    const isNew = SAID_MORE.some(([asked, said]) => asked.test(path) && said.test(member));
    const isDay = path.startsWith("/insight/") && (DAY_OF_FIGURES.test(place) || DAY_IN_BASELINE.test(one));
    const isWorded = OWN_WORDS.some(([asked, said]) => asked.test(path) && said.test(place));
    return !isNew && !isDay && !isWorded && !OF_THE_MOMENT.test(place) && !OF_THE_PLACE.test(place);
  });
}
/**
 * Filters that lead to a figure's records name the moment that it was worked out at; which records an import
 * made is told in no order.
 */
function atNoMoment(answer: unknown): unknown {
  const text = JSON.stringify(answer).replace(/^"\ufeff/, '"');
  const [, moment] = /"computed_at":"([^"]+)"/.exec(text) ?? [];
  return JSON.parse(moment ? text.replaceAll(moment, "then") : text, (key, value: unknown) =>
    key === "records" && Array.isArray(value) ? value.toSorted() : value,
  );
}
