import type { Context } from "../../../../engine/context.ts";
import { newId } from "../../../../engine/record/ids.ts";
import { label, type Label } from "../../../../shared/i18n/label.ts";
import { defineMessages, say, type MessageParams } from "../../../../shared/i18n/messages.ts";
import { MOST_ATTEMPTS, notCountingOutside } from "../../../../platform/queue/attempts.ts";
import { loadPrincipal } from "../../../base/identity/public.ts";
import { commitBatch, type Position } from "./commit-batch.ts";
import { LinkFinder } from "./find-links.ts";
import { setRun } from "./finish-run.ts";
import { beginRun, failRun, giveBackAttempt, holdRun, Superseded } from "./hold-run.ts";
import type { LoadStages } from "./import-targets.ts";
import { readingsOf } from "./column-reading.ts";
import { lineTitlesOf, titlesOf } from "../shared/known-titles.ts";
import { unitInTitle } from "../shared/number-unit.ts";
import { documentsOf } from "./documents.ts";
import { type MappingPlan, planMapping } from "./mapping-plan.ts";
import { NoticeBook } from "./notice-book.ts";
import type { KnownTitles } from "./read-xlsx.ts";
import { openSheet } from "./open-sheet.ts";
import { type Running, SeenKeys } from "./running.ts";
import type { Run } from "./run-store.ts";
import { isNumeric, scanFile } from "./scan-file.ts";
import { BrokenFile, readingOf, type Sheet, type SheetRow, type Upload } from "./sheet.ts";
import { workOffWaiting } from "./work-off-waiting.ts";

const TEXTS = defineMessages({
  interrupted: label(
    "导入多次中断，已停止；已写入的行保持不变，可以撤销",
    "The import was interrupted several times and has stopped; rows already written stay and can be undone",
  ),
  actor_gone: label("发起导入的成员已停用", "The person who started the import is no longer active"),
  mapping_broken: label("映射不再有效：{reason}", "The mapping is no longer valid: {reason}"),
});

/** The upload of a run, read from the file store. */
export const uploadOf = (
  context: Context,
  run: Pick<Run, "file_name" | "file_size" | "file_hash">,
): Upload => ({
  name: run.file_name,
  size: run.file_size,
  open: () => context.services.files.open(run.file_hash),
});

/** The same program acting as the person who started the import; null when they are gone. */
export async function actAs(
  context: Context,
  run: Pick<Run, "actor" | "narrowed_to" | "language">,
): Promise<Context | null> {
  const principal = await loadPrincipal(context.db, context.workspace, run.actor, {
    roleOverride: run.narrowed_to,
  });
  return principal && { ...context, principal, language: run.language, now: new Date().toISOString() };
}

async function fail(
  context: Context,
  run: Run,
  code: string,
  text: Label,
  params: MessageParams = {},
): Promise<void> {
  const error = { code, message: say(text, run.language, params) };
  await context.db.transaction((tx) =>
    failRun(tx, context, run.id, { status: "failed", error, finished_at: new Date().toISOString() }),
  );
}

/** Does an import, or what is left of it: called again after a crash it goes on at its resume point. */
export async function runImport(
  context: Context,
  id: string,
  loadStages: LoadStages | undefined,
): Promise<void> {
  const run = await beginRun(context, id);
  if (!run) return;
  await notCountingOutside(
    () => goOn(context, run, loadStages),
    () => giveBackAttempt(context, id),
  );
}

async function goOn(context: Context, run: Run, loadStages: LoadStages | undefined): Promise<void> {
  const { id } = run;
  if (run.attempts > MOST_ATTEMPTS) return fail(context, run, "interrupted", TEXTS.interrupted);
  const acting = await actAs(context, run);
  if (!acting) return fail(context, run, "actor_gone", TEXTS.actor_gone);
  const sheet = await openSheet(uploadOf(context, run), run.options, titlesFor(context, run));
  if (!sheet.ok) return fail(context, run, sheet.refusal.code, sheet.refusal.text, sheet.refusal.params);
  try {
    const running = await prepare(acting, run, sheet.value, loadStages);
    if (!running) return;
    const position: Position = { row: run.next_row, size: 200 };
    if (run.phase === "rows" && !(await throughFile(running, sheet.value, position))) return;
    if (!(await workOffWaiting(running, position))) return;
    await context.db.transaction(async (tx) => {
      await holdRun(tx, running.context, id, position.row);
      await setRun(tx, running.context, id, { status: "done", finished_at: new Date().toISOString() });
    });
  } catch (error) {
    if (error instanceof Superseded) return;
    if (!(error instanceof BrokenFile)) throw error;
    await fail(context, run, error.code, error.text, error.params);
  }
}

/** Of a run from before its way of reading was kept, the row of titles is found again. */
function titlesFor(context: Context, run: Run): KnownTitles | undefined {
  const objectOf = (name: string) => context.catalog.object(name);
  const object = objectOf(run.options.object);
  return object && { isTitle: titlesOf(object, objectOf), isLineTitle: lineTitlesOf(object, objectOf) };
}

/** What should be told of a file, as far as the mapping makes use of it. */
function noticesOf(sheet: Sheet, plan: MappingPlan): NoticeBook {
  const texts = plan.steps.filter(
    (step) => step.does === "value" && ["text", "long_text", "rich_text"].includes(step.field.kind),
  );
  const indexes = (steps: readonly { readonly index: number }[]): ReadonlySet<number> =>
    new Set(steps.map(({ index }) => index));
  const book = new NoticeBook({
    header: sheet.header,
    columns: indexes([...plan.steps, ...plan.lines.flatMap((list) => list.plan.steps)]),
    texts: indexes(texts),
    readHidden: plan.options.hiddenRows !== "skip",
  });
  for (const notice of sheet.notices) book.tell(notice);
  const titled = plan.steps.flatMap((step) => {
    const { column } = step;
    const told = step.plan.unit === undefined && isNumeric(step) ? unitInTitle(column) : undefined;
    return told ? [{ column, unit: told }] : [];
  });
  if (titled.length > 0)
    book.tell({
      code: "unit_of_title",
      count: titled.length,
      params: {
        column: titled.map(({ column }) => column).join(", "),
        unit: [...new Set(titled.map(({ unit }) => unit))].join(" / "),
      },
    });
  return book;
}

/** Everything the batches share; the first time it also counts the rows. */
async function prepare(
  context: Context,
  run: Run,
  sheet: Sheet,
  loadStages: LoadStages | undefined,
): Promise<Running | null> {
  const planned = planMapping(run.options, sheet.header, (name) => context.catalog.object(name));
  if (!planned.ok) {
    const [reason] = planned.reasons;
    const text = reason
      ? say({ "zh-CN": reason.text["zh-CN"] ?? "", en: reason.text["en"] ?? "" }, run.language, reason.params)
      : "";
    await fail(context, run, "mapping_broken", TEXTS.mapping_broken, { reason: text });
    return null;
  }
  const notices = noticesOf(sheet, planned.plan);
  const scan = await scanFile(sheet, planned.plan, notices);
  for (const step of planned.plan.steps) {
    const rounded = scan.facts.get(step.index)?.rounded;
    const small = scan.facts.get(step.index)?.smallPercents;
    if (small)
      notices.tell({
        code: "small_percents",
        count: small.count,
        params: { column: step.column, cell: small.cell },
      });
    if (rounded)
      notices.tell({
        code: "rounded_numbers",
        count: rounded.count,
        params: { column: step.column, cell: rounded.cell },
      });
  }
  const stages = loadStages ? await loadStages(context.db, context) : null;
  await context.db.transaction(async (tx) => {
    await holdRun(tx, context, run.id, run.next_row);
    const reading = { ...readingOf(sheet), columns: readingsOf(planned.plan, scan) };
    await setRun(tx, context, run.id, {
      rows: scan.rows,
      reading,
      notices: notices.inWords(run.language),
      started_at: run.started_at ?? new Date().toISOString(),
    });
  });
  return {
    id: run.id,
    context,
    plan: planned.plan,
    scan,
    stages,
    finder: new LinkFinder(),
    newId,
    language: run.language,
    cause: { object: "import", id: run.id },
    seen: new SeenKeys(),
  };
}

/** Rows of the file from the resume point on, batch by batch. False: cancelled. */
async function throughFile(running: Running, sheet: Sheet, position: Position): Promise<boolean> {
  let buffer: SheetRow[] = [];
  const commit = async (all: boolean): Promise<boolean> => {
    while (buffer.length > 0 && (all || buffer.length >= position.size)) {
      const taken = await commitBatch(running, buffer.slice(0, position.size), position, "file");
      if (taken === "cancelled") return false;
      buffer = buffer.slice(taken);
    }
    return true;
  };
  for await (const row of documentsOf(sheet.rows(), running.plan)) {
    if (row.number < position.row) continue;
    buffer.push(row);
    if (!(await commit(false))) return false;
  }
  return commit(true);
}
