import { InputNumber, Select } from "antd";
import { isShown, type ObjectInfo } from "../../data/objects.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { boardMessages } from "../board/board.messages.ts";
import { isCardField } from "../board/card-fields.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { ColumnOrder } from "./ColumnOrder.tsx";
import { columnOf, type LayoutTools } from "./columns.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./ColumnPanel.module.css";

/** Which columns, in which order, how many of them fixed; or which fields on cards. */
export function ColumnPanel({
  object,
  layout,
  cards,
}: {
  readonly object: ObjectInfo;
  readonly layout: LayoutTools;
  /** Fields on the cards of a board: neither wide nor fixed. */
  readonly cards: boolean;
}) {
  const { t, of } = useLanguage();
  const names = layout.columns.map((column) => column.field.name);
  const rest = object.fields.filter(
    (field) => isShown(field) && !names.includes(field.name) && (!cards || isCardField(object, field)),
  );
  const add = t(cards ? boardMessages.addCardField : recordScreenMessages.addColumn);
  return (
    <div className={`${base.stack} ${styles.columnPanel}`}>
      <ColumnOrder layout={layout} />
      <Select<string | null>
        className={base.fullWidth}
        value={null}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={add}
        aria-label={add}
        options={rest.map((field) => ({ value: field.name, label: of(field.label, field.name) }))}
        onSelect={(name) => {
          const field = object.byName[name ?? ""];
          if (field) layout.setColumns([...layout.columns, columnOf(field)]);
        }}
      />
      <div className={base.line}>
        {!cards && (
          <label className={`${base.line} ${base.grow}`}>
            {t(recordScreenMessages.freeze)}
            <InputNumber
              className={styles.freeze}
              min={0}
              max={4}
              value={layout.frozen}
              onChange={(count) => layout.setFrozen(count ?? 0)}
            />
          </label>
        )}
        <QuietButton onClick={layout.reset}>
          {t(cards ? boardMessages.resetCardFields : recordScreenMessages.resetColumns)}
        </QuietButton>
      </div>
    </div>
  );
}
