import { isShown, type ObjectInfo } from "../../data/objects.ts";
import { kindUi } from "../../field/kind-uis.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { sortOf } from "./TableHead.tsx";
import * as base from "../../kit/base.module.css";
import * as listStyles from "./list.module.css";

export function SortPanel({
  object,
  sort,
  onSort,
}: {
  readonly object: ObjectInfo;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}) {
  const { t, of } = useLanguage();
  return (
    <ul className={listStyles.pickList}>
      {object.fields
        .filter((field) => isShown(field) && kindUi(field).sortable)
        .map((field) => {
          const now = sortOf(sort, field.name);
          return (
            <li key={field.name} className={base.line}>
              <span className={`${base.grow} ${base.clip}`}>{of(field.label, field.name)}</span>
              <QuietButton
                icon="up"
                on={now === "asc"}
                aria-pressed={now === "asc"}
                aria-label={`${of(field.label)} ${t(recordScreenMessages.ascending)}`}
                onClick={() => onSort(field.name)}
              />
              <QuietButton
                icon="down"
                on={now === "desc"}
                aria-pressed={now === "desc"}
                aria-label={`${of(field.label)} ${t(recordScreenMessages.descending)}`}
                onClick={() => onSort(`-${field.name}`)}
              />
            </li>
          );
        })}
    </ul>
  );
}
