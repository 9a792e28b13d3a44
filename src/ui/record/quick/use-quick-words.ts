import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { useLanguage } from "../../kit/language.tsx";
import { shortMoney } from "../../kit/money-text.ts";
import { shortDay } from "../../kit/time-text.ts";
import type { Quick } from "./quick-condition.ts";
import { quickMessages } from "./quick.messages.ts";
import { useChosen } from "./use-choices.ts";

/** So many names stand on a chip; of more only the first does. */
const NAMED = 3;

/** What is chosen at a quick filter, in words; "": nothing. */
export function useQuickWords(object: ObjectInfo, field: FieldInfo, quick: Quick): string {
  const { t, language } = useLanguage();
  const { currency } = useMe().company;
  const chosen = useChosen(object, field, quick.is === "any" ? quick.values : NONE).map(({ label }) => label);
  switch (quick.is) {
    case "none":
      return "";
    case "any":
      return chosen.length > NAMED
        ? t(quickMessages.and, { first: chosen[0] ?? "", count: chosen.length, more: chosen.length - 1 })
        : chosen.join(language === "en" ? ", " : "、");
    case "empty":
    case "yes":
    case "no":
      return t(quickMessages[quick.is]);
    case "days":
      return t(quickMessages[quick.range]);
    case "other":
      return t(quickMessages.others, { count: quick.count });
    case "between": {
      const said = (value: string) =>
        field.kind === "money" ? shortMoney(value, currency, language) : shortDay(value);
      if (quick.to === "") return `≥ ${said(quick.from)}`;
      return quick.from === "" ? `≤ ${said(quick.to)}` : `${said(quick.from)} – ${said(quick.to)}`;
    }
  }
}
const NONE: readonly string[] = [];
