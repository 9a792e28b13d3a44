import { textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { GroupHead } from "../shared/insight-parts.contract.ts";
import type { BreakdownTableProps } from "./BreakdownTable.tsx";
import { insightScreenMessages } from "./insight.messages.ts";
import { narrowTo } from "./narrow-to.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

export interface GroupNameProps extends Omit<BreakdownTableProps, "rows"> {
  readonly head: GroupHead;
}
/** The name of a group, which narrows the page to it. */
export function GroupName({ head, object, by, field, change }: GroupNameProps) {
  const { t, of } = useLanguage();
  const wordOf = ({ key, titles }: GroupHead): string => {
    const value = textValue(key[field]);
    if (value === "") return t(insightScreenMessages.unset);
    if (by === "month") return value.slice(0, 7);
    const kind = object.byName[field];
    const option = kind?.kind === "select" ? kind.options.find((one) => one.name === value) : undefined;
    return option ? of(option.label, value) : textValue(titles?.[field]) || value;
  };
  return (
    <button
      type="button"
      className={`${base.plain} ${insightStyles.insightFigure}`}
      title={t(insightScreenMessages.drill, { name: wordOf(head) })}
      onClick={() => change(narrowTo(by, textValue(head.key[field])))}
    >
      {wordOf(head)}
    </button>
  );
}
