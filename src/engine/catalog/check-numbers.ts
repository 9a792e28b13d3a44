import { label, type Language } from "../../shared/i18n/label.ts";
import { defineMessages, say } from "../../shared/i18n/messages.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { numberProblem } from "../../shared/metadata/number-format.ts";
import type { Catalog } from "../kernel/catalog.ts";

const messages = defineMessages({
  no_count: label(
    "{place}：编号格式中需要用一段零表示序号，例如 {0000}。",
    "{place}: the format needs a run of zeros for the number, such as {0000}.",
  ),
  two_counts: label(
    "{place}：编号格式中只能有一段零。",
    "{place}: the format can have only one run of zeros.",
  ),
  unknown_token: label(
    "{place}：编号格式只能使用 {YYYY} {YY} {MM} {DD} {DEPT} 和一段零。",
    "{place}: the format can only use {YYYY} {YY} {MM} {DD} {DEPT} and one run of zeros.",
  ),
  needs_period: label(
    "{place}：按年、月或日重新计数时，编号格式中要包含相应的时间，否则会重复。",
    "{place}: if numbering restarts each period, the format must include the period; otherwise numbers would repeat.",
  ),
  needs_department: label(
    "{place}：按部门计数时，编号格式中要包含 {DEPT}（部门代码），否则会重复。",
    "{place}: if numbered by department, the format must include {DEPT} (its code); otherwise numbers would repeat.",
  ),
  too_long: label("{place}：编号最多 60 个字符。", "{place}: a number can have at most 60 characters."),
});

/**
 * Number formats of `candidate` that would give one number twice or none, and that `current` does not have
 * already.
 */
export function newNumberProblems(candidate: Catalog, current: Catalog): readonly Reason[] {
  const before = new Set(reasonsIn(current).map(({ field }) => field));
  return reasonsIn(candidate).filter(({ field }) => !before.has(field));
}

function reasonsIn(catalog: Catalog): Reason[] {
  return [...catalog.objects.values()].flatMap((object) =>
    object.fields.flatMap((field): Reason[] => {
      const problem = field.kind === "auto_number" && !field.hidden ? numberProblem(field) : null;
      if (!problem) return [];
      const place = `${object.name}.${field.name}`;
      const word = (language: Language) => say(messages[problem], language, { place });
      return [
        {
          code: "bad_number_format",
          field: place,
          params: { place, problem },
          text: { "zh-CN": word("zh-CN"), en: word("en") },
        },
      ];
    }),
  );
}
