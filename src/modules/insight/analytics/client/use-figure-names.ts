import type { Values } from "../../../../shared/metadata/object.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import type { FieldInfo } from "../../../../ui/data/objects.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { findStage, usePipelines } from "../../../../ui/data/pipelines.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { targetsOf } from "../../../../ui/field/input/targets-of.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { BaselineCheck } from "../shared/baseline.contract.ts";
import { insightScreenMessages } from "./insight.messages.ts";

type FigureName = (part: string, before: string | undefined) => string | undefined;

/** What the stages and groups in a baseline's figures are called; undefined: not the name of one. */
export function useFigureNames({ question, frozen, now }: BaselineCheck): FigureName {
  const { t, of } = useLanguage();
  const asked: Readonly<Values> = isMap(question["body"]) ? question["body"] : question;
  const { object: about, group_by: groupBy } = asked;
  const object = useObjects().get(textValue(about));
  const pipelines = usePipelines(object?.name ?? "", object !== undefined);
  const field = object?.byName[textValue(groupBy)];
  const target = (field ? targetsOf(field) : [])[0];
  const groups = [...frozen, ...now].flatMap(({ name }) => /^groups\.([^.]+)\./.exec(name)?.[1] ?? []);
  const titles = useTitles(target, [...new Set(groups)]);
  return (part, before) => {
    if (before === "stages" || before === "lost") {
      const stage = findStage(pipelines, part);
      return stage && of(stage.label, part);
    }
    if (before !== "groups") return undefined;
    if (part === "null" || part === "") return t(insightScreenMessages.unset);
    return titles.get(part) ?? optionName(field, part, of);
  };
}

const optionName = (
  field: FieldInfo | undefined,
  name: string,
  of: ReturnType<typeof useLanguage>["of"],
): string => {
  const option = field?.kind === "select" ? field.options.find((one) => one.name === name) : undefined;
  return option ? of(option.label, name) : name;
};

/** The titles of records by id, as far as the reader may see them. */
function useTitles(target: string | undefined, ids: readonly string[]): ReadonlyMap<string, string> {
  const object = useObjects().get(target ?? "");
  const title = object?.title ?? "name";
  const found = useRecords(
    target ?? "",
    {
      fields: `id,${title}`,
      filter: `id in [${ids.map((id) => JSON.stringify(id)).join(", ")}]`,
      limit: 200,
    },
    object !== undefined && ids.length > 0,
  );
  return new Map((found.data?.data ?? []).map((row) => [idOf(row), textValue(row[title])]));
}
