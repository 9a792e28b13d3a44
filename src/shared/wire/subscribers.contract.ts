import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import {
  closed,
  data,
  flag,
  labelOf,
  list,
  moment,
  nullable,
  object,
  text,
  uuid,
  whole,
  type Static,
} from "./schema.ts";

/** A change that a subscriber could not deal with. */
const FailedChange = object({
  /** Its number in the log; by it the log of the program says more. */
  change: whole(),
  at: nullable(moment()),
  object: nullable(text()),
  record: nullable(uuid()),
  /** Of the record, where the caller may read it. */
  title: nullable(text()),
  attempts: whole(),
  /** Null: it is given up. */
  next_at: nullable(moment()),
  code: nullable(text()),
  /** What went wrong, in the caller's language and without values of the record. */
  text: text(),
});
export type FailedChange = Readonly<Static<typeof FailedChange>>;

/** A subscriber of the log: where it stands and what it could not deal with. */
const SubscriberState = object({
  name: text(),
  label: labelOf(),
  /** Null: this version of the program does not have it. */
  set_wise: nullable(flag()),
  /** The number of the log up to which it has come, and when it came there. */
  position: whole(),
  moved_at: moment(),
  /** Changes that it has not come to; 10,001 for more than 10,000. */
  behind: whole(),
  waiting_since: nullable(moment()),
  failed: whole(),
  given_up: whole(),
  last_failed: nullable(whole()),
  /** The first of them. */
  failures: list(FailedChange),
  /** Who last had it go on without changes, and which. */
  passed: nullable(object({ at: moment(), by: nullable(text()), changes: list(whole()) })),
});
export type SubscriberState = Readonly<Static<typeof SubscriberState>>;

const of = { tag: "operations", errors: { unknown_subscriber: 404 } } as const;

export const readSubscribers = contract({
  method: "GET",
  path: "/system/subscribers",
  tag: "operations",
  summary: label("日志的订阅", "Subscribers of the log"),
  description: label(
    "列出日志的后台处理：各到哪里、失败了哪些。",
    "Subscribers of the log: how far each has come and what failed.",
  ),
  answer: data(list(SubscriberState)),
});

export const retrySubscriber = contract({
  ...of,
  method: "POST",
  path: "/system/subscribers/:name/retry",
  summary: label("再试一次失败的变更", "Try the failed changes of a subscriber again"),
  description: label("让一个后台处理重试失败的变更。", "Lets one of them try its failed changes again."),
  answer: object({ retried: whole() }),
});

export const passOverFailures = contract({
  ...of,
  method: "POST",
  path: "/system/subscribers/:name/skip",
  summary: label("跳过失败的变更，从这里继续", "Go on without the changes that failed"),
  description: label(
    "放弃失败的变更，从下一条继续；记入访问日志。",
    "Gives up the failed changes and goes on after them; recorded in the access log.",
  ),
  /** `through`: the last failed change that the caller has seen. At most 1,000 are passed over at a time. */
  body: closed({ through: whole({ minimum: 1 }) }),
  answer: object({ skipped: list(whole()) }),
});
