import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ImportAnswer } from "../shared/run.contract.ts";
import type { Inspected } from "../shared/inspection.contract.ts";
import { withKeptMapping } from "./mapping-draft.ts";
import type { ImportStepsProps } from "./ImportSteps.tsx";
import { steppingMessages } from "./stepping.messages.ts";

/** What matching and reviewing have left open in an import. */
export function useOpenSteps(answer: ImportAnswer): NonNullable<ImportStepsProps["open"]> {
  const { t } = useLanguage();
  const columns = answer.notices.find(({ code }) => code === "columns_left_out")?.count ?? 0;
  const { questions, failed } = answer;
  const review =
    questions.length > 0
      ? t(steppingMessages.questionsLeft, { count: questions.length })
      : failed > 0
        ? t(steppingMessages.rowsFailing, { count: failed.toLocaleString() })
        : undefined;
  if (!answer.dry_run) return {};
  return {
    ...(columns > 0 ? { match: t(steppingMessages.columnsLeft, { count: columns }) } : {}),
    ...(review ? { review } : {}),
  };
}

/** The same of a file before it is checked: the columns that nothing has been chosen for. */
export function useOpenColumns(inspected: Inspected | null): NonNullable<ImportStepsProps["open"]> {
  const { t } = useLanguage();
  if (!inspected) return {};
  const { columns, options } = withKeptMapping(inspected);
  const left = columns.filter(
    ({ name, kept, suggestion }) => !kept && !(options ? options.mapping?.[name] : suggestion),
  ).length;
  return left > 0 ? { match: t(steppingMessages.columnsLeft, { count: left }) } : {};
}
