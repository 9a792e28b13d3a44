import { useQuery } from "@tanstack/react-query";
import { user } from "../../../objects/system/user/user.object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { useLookup } from "../../data/lookups.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { findStage, usePipelines } from "../../data/pipelines.ts";
import { fetchPage } from "../../data/records.ts";
import { idOf, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { ME } from "./quick-condition.ts";
import { quickMessages } from "./quick.messages.ts";

export interface ValueChoice {
  readonly value: string;
  readonly label: string;
}

/** What a field can be: its options, the stages of all pipelines, or the people that a text finds. */
export function useChoices(object: ObjectInfo, field: FieldInfo, text: string): readonly ValueChoice[] {
  const { t, of } = useLanguage();
  const pipelines = usePipelines(object.name, field.kind === "stage");
  const people = useLookup(["user"], text, field.kind === "person").data ?? [];
  const wanted = text.trim().toLowerCase();
  const fits = ({ label }: ValueChoice) => label.toLowerCase().includes(wanted);
  if (field.kind === "select")
    return field.options.map(({ name, label }) => ({ value: name, label: of(label, name) })).filter(fits);
  if (field.kind === "stage") {
    const names = new Set(pipelines.flatMap(({ stages }) => stages.map(({ name }) => name)));
    return [...names]
      .map((name) => ({ value: name, label: of(findStage(pipelines, name)?.label, name) }))
      .filter(fits);
  }
  return [
    ...(wanted === "" ? [{ value: ME, label: t(quickMessages.me) }] : []),
    ...people.map(({ id, title }) => ({ value: id, label: title })),
  ];
}

/** What chosen values are called, also people whom no text has found. */
export function useChosen(
  object: ObjectInfo,
  field: FieldInfo,
  values: readonly string[],
): readonly ValueChoice[] {
  const known = useChoices(object, field, "");
  const ids = field.kind === "person" ? values.filter((value) => value !== ME) : [];
  const { data } = useQuery({
    queryKey: ["records", "user", "names", ids],
    enabled: ids.length > 0,
    queryFn: ({ signal }) =>
      fetchPage(
        "user",
        { filter: `id in [${ids.map((id) => JSON.stringify(id)).join(", ")}]`, fields: "name", limit: 100 },
        null,
        signal,
      ),
  });
  const names = new Map(data?.data.map((record) => [idOf(record), textValue(partOf(user, record).name)]));
  return values.map((value) => ({
    value,
    label:
      names.get(value) ??
      known.find((one) => one.value === value)?.label ??
      (ids.includes(value) ? "…" : value),
  }));
}
