import { type Context, type Result, accept, refuse } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { parseOptions } from "../shared/parse-options.ts";
import { checkAgain } from "./answer-questions.ts";
import { importable } from "./importable.ts";
import { planMapping } from "./plan-mapping.ts";
import { fileGone, loadRun } from "./run-store.ts";
import { invalid, whyDenied } from "./start-import.ts";

/**
 * Goes on with another mapping: a dry run from the start, an import with its failed rows. What was written
 * stays, and one undo takes all of it back.
 */
export async function continueImport(
  context: Context,
  id: string,
  given: unknown,
): Promise<Result<{ id: string }>> {
  const parsed = parseOptions(given, (name) => importable(context, name));
  if (!parsed.ok) return invalid(parsed.reasons);
  const denied = whyDenied(context, parsed.options);
  if (denied) return denied;
  const done = await context.db.transaction(
    async (tx): Promise<{ ok: boolean; value: Result<{ id: string }> }> => {
      const run = await loadRun(tx, context, id, true);
      if (!run || run.status !== "done" || run.options.object !== parsed.options.object)
        return { ok: false, value: notContinuable() };
      if (run.emptied_at) return { ok: false, value: fileGone() };
      const options = {
        ...run.options,
        ...parsed.options,
        dryRun: run.options.dryRun,
        mapping: parsed.options.mapping ?? run.options.mapping ?? {},
      };
      const planned = planMapping(options, run.header, (name) => context.catalog.object(name));
      if (!planned.ok) return { ok: false, value: invalid(planned.reasons) };
      await checkAgain(tx, context, run, { ...options, match: planned.plan.match }, {});
      return { ok: true, value: accept({ id }) };
    },
  );
  return done.value;
}

const notContinuable = () =>
  refuse({
    status: 409,
    code: "not_continuable",
    text: label("只有已完成的导入才能继续处理。", "Only a finished import can be continued."),
  });
