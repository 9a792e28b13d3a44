import { joinNames } from "../../../../../shared/i18n/join-texts.ts";
import { useObject } from "../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Criterion } from "../../shared/pipeline.ts";
import { useCriterionKinds } from "./criterion-kinds.ts";

/** What a criterion is called: its own message, else its kind and what it names. */
export function useCriterionName(object: string): (criterion: Criterion) => string {
  const { t, of, language } = useLanguage();
  const kinds = useCriterionKinds();
  const byName = useObject(object)?.byName ?? {};
  const named = (criterion: Criterion): readonly string[] => {
    if (criterion.kind === "fields") return criterion.fields.map((name) => of(byName[name]?.label, name));
    if (criterion.kind === "checklist") return criterion.items.map((item) => of(item.label, item.id));
    return [];
  };
  return (criterion) => {
    const said = of(criterion.message);
    if (said) return said;
    const kind = kinds.get(criterion.kind);
    const names = joinNames([...named(criterion)], language);
    const word = kind ? t(kind.label) : criterion.kind;
    return names ? `${word}${language === "zh-CN" ? "：" : ": "}${names}` : word;
  };
}
