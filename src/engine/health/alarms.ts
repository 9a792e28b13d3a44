import { label, type Label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import type { HealthPoint } from "../../shared/wire/health.contract.ts";
import type { HealthFigures } from "./read-health.ts";
import type { SubscriberFigures } from "./read-subscribers.ts";

/** Seconds, or a number of failures, from which something wants attention and from which it is ill. */
const LIMITS: Readonly<Record<HealthPoint["name"], readonly [attention: number, ill: number]>> = {
  oldest_writer: [10, 60],
  subscribers: [1, 20],
  given_up: [1, 1],
  subscriber_lag: [60, 600],
  queue: [60, 600],
  failed_jobs: [1, 20],
};

/** The figures judged, each by its limits. */
export function judgeHealth(figures: HealthFigures): readonly HealthPoint[] {
  const { subscribers, queue } = figures;
  const failing = subscribers.filter(({ failures, givenUp }) => failures > givenUp);
  const gaveUp = subscribers.filter(({ givenUp }) => givenUp > 0);
  const behind = subscribers.filter(({ lag }) => lag >= LIMITS.subscriber_lag[0]);
  const slowest = Math.max(0, ...subscribers.map(({ lag }) => lag));
  return [
    point("oldest_writer", figures.oldestWriter, "seconds", figures.oldestWriterSince),
    point(
      "subscribers",
      failing.reduce((sum, { failures, givenUp }) => sum + failures - givenUp, 0),
      "count",
      earliestOf(failing),
      failing.map((one) => ({ name: one.name, value: one.failures - one.givenUp, error: whereOf(one) })),
    ),
    point(
      "given_up",
      gaveUp.reduce((sum, { givenUp }) => sum + givenUp, 0),
      "count",
      earliestOf(gaveUp),
      gaveUp.map((one) => ({ name: one.name, value: one.givenUp, error: whereOf(one) })),
    ),
    point(
      "subscriber_lag",
      slowest,
      "seconds",
      secondsAgo(slowest),
      behind.map(({ name, lag }) => ({ name, value: Math.round(lag), error: null })),
    ),
    point(
      "queue",
      queue.oldest,
      "seconds",
      queue.waitingSince,
      queue.waiting > 0 ? [{ name: "waiting", value: queue.waiting, error: null }] : [],
    ),
    point(
      "failed_jobs",
      queue.failing + queue.failed,
      "count",
      queue.failingSince,
      queue.failures.map(({ task, failing, givenUp }) => ({
        name: task,
        value: failing + givenUp,
        error: null,
      })),
    ),
  ];
}
const earliestOf = (some: readonly SubscriberFigures[]): string | null =>
  some.flatMap(({ failingSince }) => failingSince ?? []).toSorted()[0] ?? null;
/** The first change and a code; the text of an exception may hold values of records. */
const whereOf = ({ firstFailed, code }: SubscriberFigures): string =>
  code ? `#${firstFailed} ${code}` : `#${firstFailed}`;
const secondsAgo = (seconds: number): string | null =>
  seconds > 0 ? new Date(Date.now() - seconds * 1000).toISOString() : null;

function point(
  name: HealthPoint["name"],
  value: number,
  unit: HealthPoint["unit"],
  since: string | null,
  details: HealthPoint["details"] = [],
): HealthPoint {
  const [attention, ill] = LIMITS[name];
  const state = value >= ill ? "ill" : value >= attention ? "attention" : "ok";
  return {
    name,
    state,
    value: Math.round(value * 10) / 10,
    unit,
    since: state === "ok" ? null : since,
    details,
  };
}

export const alarmMessages: Readonly<
  Record<HealthPoint["name"], { readonly label: Label; readonly means: Label; readonly todo: Label }>
> = {
  oldest_writer: {
    label: label("最久的写入事务", "Oldest writing transaction"),
    means: label(
      "它结束之前，通知、同步和汇总都要等待。",
      "Until it ends, notices, sync and totals wait for it.",
    ),
    todo: label(
      "查看数据库中是谁在写（pg_stat_activity）；多半是数据库工具里没有提交的语句，请提交或取消它。",
      "See in the database who is writing (pg_stat_activity); mostly it is a statement left open in a database tool. Commit or cancel it.",
    ),
  },
  subscribers: {
    label: label("处理失败的订阅", "Subscribers that fail"),
    means: label(
      "有变更没有处理成功，会自动重试。",
      "Some changes could not be dealt with; they are tried again by themselves.",
    ),
    todo: label(
      "看下面“订阅”中的原因，详情按变更的编号在程序日志中查找；排除后点“立即重试”。",
      "See the reasons under “Subscribers” below, and the log of the program by the number of the change; once they are gone choose “Try again now”.",
    ),
  },
  given_up: {
    label: label("已放弃的变更", "Changes given up"),
    means: label(
      "试过多次仍没有处理成功，不会再自动重试。",
      "They were tried many times and are no longer tried by themselves.",
    ),
    todo: label(
      "在下面“订阅”中查看是哪些；排除原因后点“再试一次”，不再需要的点“从这里继续”。",
      "See under “Subscribers” below which they are; once the reason is gone choose “Try again”, or “Go on from here” where they are not needed any more.",
    ),
  },
  subscriber_lag: {
    label: label("订阅的延迟", "Lag of subscribers"),
    means: label(
      "最早一条还没有处理的变更已经等了这么久。",
      "So long has the oldest change waited that was not dealt with yet.",
    ),
    todo: label(
      "确认有负责后台工作的进程在运行；若刚导入大量数据，等它追上即可。",
      "Check that a process for background work is running; after a large import just let it catch up.",
    ),
  },
  queue: {
    label: label("等待最久的后台任务", "Oldest waiting job"),
    means: label("到时间还没有开始的任务。", "A job whose time has come and that has not begun."),
    todo: label(
      "确认有负责后台工作的进程在运行，并且机器没有满载。",
      "Check that a process for background work is running and that the machine is not overloaded.",
    ),
  },
  failed_jobs: {
    label: label("失败的后台任务", "Jobs that failed"),
    means: label(
      "失败的任务会越来越慢地重试，最后放弃。",
      "A failed job comes again ever more slowly and is given up in the end.",
    ),
    todo: label(
      "在程序日志中按下面的任务编号查看原因；排除后任务会自己再来。",
      "See the reason in the log of the program by the number of the job below; once it is gone the job comes again by itself.",
    ),
  },
};

export const stateMessages = defineMessages({
  ok: label("正常", "Well"),
  attention: label("需要留意", "Wants attention"),
  ill: label("有问题", "Ill"),
});
