import { Button, Drawer } from "antd";
import { useState } from "react";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { ConditionPanel } from "../condition/ConditionPanel.tsx";
import { useExpressionText } from "../condition/use-expression-text.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { quickOf } from "./quick-condition.ts";
import { quickMessages } from "./quick.messages.ts";
import { quickFields } from "./quick-fields.ts";
import type { QuickFiltersProps } from "./QuickFilters.tsx";
import { QuickPanel } from "./QuickPanel.tsx";
import { useQuickWords } from "./use-quick-words.ts";
import type { FieldInfo } from "../../data/objects.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./FilterSheet.module.css";

interface FilterSheetProps extends QuickFiltersProps {
  readonly onClose: () => void;
}
/** The filters of a list on a phone: the quick ones one below the other, and all others behind them. */
export function FilterSheet({ onClose, ...props }: FilterSheetProps) {
  const { filter, onFilter, object } = props;
  const { t } = useLanguage();
  const fields = quickFields(object);
  const [isMore, setMore] = useState(fields.length === 0);
  return (
    <Drawer
      open
      placement="bottom"
      size="80%"
      title={t(recordScreenMessages.conditions)}
      onClose={onClose}
      footer={
        isMore ? null : (
          <div className={base.line}>
            <Button disabled={filter === ""} onClick={() => onFilter("")}>
              {t(recordScreenMessages.clearConditions)}
            </Button>
            <Button type="primary" block onClick={onClose}>
              {t(quickMessages.show)}
            </Button>
          </div>
        )
      }
    >
      {isMore ? (
        <ConditionPanel object={object} value={filter} onChange={onFilter} onClose={onClose} />
      ) : (
        <>
          {fields.map((field) => (
            <SheetFilter key={field.name} {...props} field={field} />
          ))}
          <button type="button" className={styles.more} onClick={() => setMore(true)}>
            {t(quickMessages.moreConditions)}
            <Icon name="right" size={14} />
          </button>
        </>
      )}
    </Drawer>
  );
}

/** One quick filter, folded, with what is chosen beside its name. */
function SheetFilter({ field, ...props }: QuickFiltersProps & { readonly field: FieldInfo }) {
  const { of } = useLanguage();
  const { options } = useExpressionText(props.object);
  const said = useQuickWords(props.object, field, quickOf(props.filter, field.name, options));
  return (
    <details className={styles.filter}>
      <summary>
        <span>{of(field.label, field.name)}</span>
        <span className={`${base.clip} ${styles.said}`}>{said}</span>
      </summary>
      <QuickPanel {...props} field={field} />
    </details>
  );
}
