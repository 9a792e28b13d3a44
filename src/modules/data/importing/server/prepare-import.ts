import { type Context, type Result, Superseded, accept, newId, refuse } from "../../../../engine/public.ts";
import { label, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { lineTitlesOf, titlesOf } from "../shared/known-titles.ts";
import { unitInTitle } from "../shared/number-unit.ts";
import { readingsOf } from "./column-reading.ts";
import { LinkFinder } from "./find-links.ts";
import { setRun } from "./finish-run.ts";
import { loadStages } from "./import-targets.ts";
import type { MappingPlan } from "./mapping-plan.ts";
import { planMapping } from "./plan-mapping.ts";
import { NoticeBook } from "./notice-book.ts";
import type { KnownTitles } from "./read-xlsx.ts";
import { type Running, SeenKeys } from "./running.ts";
import { isAtWork, loadRun, type Run } from "./run-store.ts";
import { isNumeric, type Scan, scanFile } from "./scan-file.ts";
import { readingOf, type Sheet } from "./sheet.ts";

/** Of a run from before its way of reading was kept, the row of titles is found again. */
export function titlesFor(context: Context, run: Run): KnownTitles | undefined {
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

/** What the scan found out about numbers that are rounded or smaller than expected. */
function tellNumbers(plan: MappingPlan, scan: Scan, notices: NoticeBook): void {
  for (const step of plan.steps) {
    const { rounded, smallPercents: small } = scan.facts.get(step) ?? {};
    const { column } = step;
    if (small)
      notices.tell({ code: "small_percents", count: small.count, params: { column, cell: small.cell } });
    if (rounded)
      notices.tell({ code: "rounded_numbers", count: rounded.count, params: { column, cell: rounded.cell } });
  }
}

/** Everything the batches share; the first time it also counts the rows. */
export async function prepareImport(context: Context, run: Run, sheet: Sheet): Promise<Result<Running>> {
  const planned = planMapping(run.options, sheet.header, (name) => context.catalog.object(name));
  if (!planned.ok) {
    const [reason] = planned.reasons;
    const said = reason ? textOf(reason.text, run.language) : "";
    return refuse({
      status: 422,
      code: "mapping_broken",
      text: label("匹配设置不再有效：{reason}", "The mapping is no longer valid: {reason}"),
      params: { reason: say({ "zh-CN": said, en: said }, run.language, reason?.params) },
    });
  }
  const notices = noticesOf(sheet, planned.plan);
  const scan = await scanFile(sheet, planned.plan, notices);
  tellNumbers(planned.plan, scan, notices);
  const stages = (await loadStages(context.db, context)) ?? null;
  await context.db.transaction(async (tx) => {
    const held = await loadRun(tx, context, run.id, true);
    if (!held || !isAtWork(held) || held.next_row !== run.next_row)
      throw new Superseded("the import is done elsewhere");
    const reading = { ...readingOf(sheet), columns: readingsOf(planned.plan, scan) };
    await setRun(tx, context, run.id, {
      status: "running",
      rows: scan.rows,
      reading,
      notices: notices.inWords(run.language),
      started_at: run.started_at ?? new Date().toISOString(),
    });
  });
  return accept({
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
  });
}
