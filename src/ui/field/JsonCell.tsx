import { Suspense, use } from "react";
import type { LabelMap } from "../../shared/i18n/label.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { isList, textValue } from "../data/values.ts";
import { type LanguageTools, useLanguage } from "../kit/language.tsx";
import type { CellProps } from "./kind-ui.ts";
import { ValueWordsContext } from "./value-words.ts";
import * as base from "../kit/base.module.css";

/** A structure: as the module says that keeps it; texts by language in the reader's; else as it is stored. */
export function JsonCell(props: CellProps) {
  const { object, field, value } = props;
  const { of, language } = useLanguage();
  const Words = use(ValueWordsContext).find(
    (one) => one.object === object && one.field === field.name,
  )?.Component;
  if (value === null || value === undefined) return null;
  if (Words)
    return (
      <Suspense>
        <Words {...props} />
      </Suspense>
    );
  const words = labelsIn(value, of)?.join(language === "zh-CN" ? "、" : ", ");
  return words === undefined ? (
    <code className={base.clip}>{JSON.stringify(value)}</code>
  ) : (
    <span className={base.clip}>{words}</span>
  );
}

/** The texts of what is nothing but texts by language, or a list of things with a label. */
function labelsIn(value: WireValue, of: LanguageTools["of"]): readonly string[] | undefined {
  if (isLabels(value)) return [of(value)];
  if (!isList(value) || value.length === 0) return undefined;
  const labels = value
    .filter(isMap)
    .flatMap(({ label, id }) => (isLabels(label) ? [of(label, textValue(id))] : []));
  return labels.length === value.length ? labels : undefined;
}
const isLabels = (value: WireValue | undefined): value is LabelMap =>
  isMap(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(
    ([tag, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && typeof text === "string",
  ) &&
  ("zh-CN" in value || "en" in value);
