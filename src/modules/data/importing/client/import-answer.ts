import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { type Clause, DOT } from "../../../../ui/kit/answer-text.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { mappingPath } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";

const answerMessages = defineMessages({
  brought: label("[{count} 条]已导入", "[{count}] imported"),
  noneBrought: label("没有导入任何记录", "Nothing was imported"),
  leftToDo: label("[{count} 条]待处理", "[{count}] left to do"),
  ready: label("[{count} 行]可以导入", "[{count} {count|row|rows}] can be imported"),
  noneReady: label("没有一行可以导入", "No row can be imported yet"),
  faulty: label("{count} 行有问题", "{count} {count|has a problem|have problems}"),
  skipped: label("跳过 {count} 行", "{count} skipped"),
  undone: label("已撤销：删除 [{count} 条]", "Undone: [{count}] deleted"),
  restored: label("恢复 {count} 条", "{count} restored"),
  kept: label("保留 {count} 条", "{count} kept"),
});
const counted = (count: number) => ({ count: count.toLocaleString("en") });

/** What an import has come to, with ways to exactly these records; nothing while it still runs. */
export function importAnswer(answer: ImportAnswer, recordsPath: string | null): readonly Clause[] {
  if (["queued", "running", "waiting"].includes(answer.status)) return [];
  if (answer.status === "undone") return answer.undo ? undoneClauses(answer.undo) : [];
  if (answer.dry_run) return dryRunClauses(answer);
  const written = answer.created + answer.updated;
  const more =
    answer.status === "done" ? { to: mappingPath(answer), text: importScreenMessages.goOn } : undefined;
  return [
    written === 0
      ? { message: answerMessages.noneBrought }
      : {
          message: answerMessages.brought,
          params: counted(written),
          link: recordsPath === null ? undefined : { to: recordsPath, text: importScreenMessages.showThem },
        },
    ...(answer.failed > 0
      ? [{ message: answerMessages.leftToDo, params: counted(answer.failed), mark: DOT, link: more }]
      : []),
  ];
}

function dryRunClauses({ created, updated, skipped, failed }: ImportAnswer): readonly Clause[] {
  const ready = created + updated;
  return [
    ready === 0
      ? { message: answerMessages.noneReady }
      : { message: answerMessages.ready, params: counted(ready) },
    ...(skipped > 0 ? [{ message: answerMessages.skipped, params: counted(skipped) }] : []),
    ...(failed > 0 ? [{ message: answerMessages.faulty, params: counted(failed) }] : []),
  ];
}

const undoneClauses = ({ deleted, restored, kept_total }: NonNullable<ImportAnswer["undo"]>) => [
  { message: answerMessages.undone, params: counted(deleted) },
  { message: answerMessages.restored, params: counted(restored) },
  ...(kept_total > 0 ? [{ message: answerMessages.kept, params: counted(kept_total) }] : []),
];
