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
    label: label("最久的写入", "Longest-running write"),
    means: label(
      "它结束之前，通知、同步和汇总都要等待。",
      "Notifications, sync and totals wait until it ends.",
    ),
    todo: label(
      "在数据库中查看是谁在写入（pg_stat_activity）；多半是数据库工具中没有提交的语句，请提交或取消它。",
      "Check pg_stat_activity to see who is writing. It is usually a statement left open in a database tool: commit or cancel it.",
    ),
  },
  subscribers: {
    label: label("处理失败的变更", "Failing background processing"),
    means: label(
      "有变更没有处理成功，会自动重试。",
      "Some changes could not be processed; they are retried automatically.",
    ),
    todo: label(
      "看下面“后台处理”中的原因，详情按变更编号在程序日志中查找；排除后点“立即重试”。",
      "Check the reasons under “Background processing” below and search the program log for the change number. Once fixed, select “Retry now”.",
    ),
  },
  given_up: {
    label: label("已放弃的变更", "Abandoned changes"),
    means: label(
      "重试多次仍没有处理成功，不再自动重试。",
      "They failed too many times and are no longer retried automatically.",
    ),
    todo: label(
      "在下面“后台处理”中查看是哪些；排除原因后点“重试”，不再需要的点“跳过并继续”。",
      "See which they are under “Background processing” below. Once the cause is fixed, select “Retry”, or “Skip and continue” if they are no longer needed.",
    ),
  },
  subscriber_lag: {
    label: label("后台处理的延迟", "Background processing delay"),
    means: label(
      "最早一条未处理的变更已等待的时间。",
      "How long the oldest unprocessed change has been waiting.",
    ),
    todo: label(
      "请确认有负责后台工作的进程在运行；如果刚导入大量数据，等它追上即可。",
      "Check that a worker process is running. After a large import, just let it catch up.",
    ),
  },
  queue: {
    label: label("等待最久的后台任务", "Oldest waiting job"),
    means: label("已到时间但还没有开始的任务。", "A job that is due but has not started."),
    todo: label(
      "请确认有负责后台工作的进程在运行，且机器没有满载。",
      "Check that a worker process is running and that the machine is not overloaded.",
    ),
  },
  failed_jobs: {
    label: label("失败的后台任务", "Failed background jobs"),
    means: label(
      "失败的任务会自动重试，间隔越来越长，最后放弃。",
      "Failed jobs are retried at longer and longer intervals and finally abandoned.",
    ),
    todo: label(
      "在程序日志中按下面的任务编号查看原因；排除后任务会自动重试。",
      "Search the program log for the job number below. Once the cause is fixed, the job is retried automatically.",
    ),
  },
};

export const stateMessages = defineMessages({
  ok: label("正常", "OK"),
  attention: label("需要留意", "Needs attention"),
  ill: label("有问题", "Problem"),
});
