import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import {
  choice,
  data,
  labelOf,
  list,
  moment,
  nullable,
  number,
  object,
  optional,
  text,
  whole,
  type Static,
} from "./schema.ts";

const watched = {
  name: choice("oldest_writer", "subscribers", "given_up", "subscriber_lag", "queue", "failed_jobs"),
  state: choice("ok", "attention", "ill"),
  value: number(),
  unit: choice("seconds", "count"),
  since: nullable(moment()),
  /** Which ones, and what they said. */
  details: list(object({ name: text(), value: number(), error: nullable(text()) })),
};
/** One thing that is watched: how it is, since when it has not been well, and what to do. */
const HealthPoint = object(watched);
export type HealthPoint = Readonly<Static<typeof HealthPoint>>;
/** A point as it is told, in the caller's language. */
const ToldHealthPoint = object({
  ...watched,
  label: labelOf(),
  state_text: text(),
  means: text(),
  todo: nullable(text()),
});
export type HealthPointInWords = Readonly<Static<typeof ToldHealthPoint>>;

const of = { tag: "operations" } as const;

export const readHealth = contract({
  ...of,
  method: "GET",
  path: "/system/health",
  summary: label("系统健康", "Health of the system"),
  description: label(
    "返回数据库、后台任务、订阅和磁盘是否正常，以及该做什么。",
    "Whether database, background work, subscribers and disk are well, and what to do where not.",
  ),
  answer: data(list(ToldHealthPoint)),
});

export const retrySubscribers = contract({
  ...of,
  method: "POST",
  path: "/system/health/retry",
  summary: label("立即重试失败的订阅", "Try failed subscribers again now"),
  description: label(
    "让停止重试的订阅立即再试。",
    "Lets subscribers that have stopped trying try again now.",
  ),
  /** Absent: all that fail. */
  body: object({ subscriber: optional(text({ maxLength: 100 })) }),
  answer: object({ retried: whole() }),
});
