import { Select } from "antd";
import type { Field } from "../../../../shared/metadata/field.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { unitInTitle } from "../shared/number-unit.ts";
import type { InspectedColumn } from "../shared/inspection.contract.ts";
import type { ColumnChoice } from "./import-data.ts";
import { ReadDay } from "./ReadDay.tsx";
import { readingMessages } from "./reading.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";

export interface ColumnFormatProps {
  readonly column: InspectedColumn;
  readonly field: Field | undefined;
  readonly choice: ColumnChoice;
  readonly onChange: (choice: ColumnChoice) => void;
}
const NUMERIC = ["integer", "decimal", "money", "percent"];
const UNITS = ["元", "千元", "万元", "百万元", "亿元"];

/**
 * How the cells of a column are to be read, where they may be read in more than one way: decimal mark, unit,
 * order of dates.
 */
export function ColumnFormat({ column, field, choice, onChange }: ColumnFormatProps) {
  const isNumeric = field !== undefined && NUMERIC.includes(field.kind) && choice.part === undefined;
  const isDated = choice.entered !== undefined || field?.kind === "date" || field?.kind === "datetime";
  const hasMark = column.samples.some((sample) => /\d[.,]\d/.test(sample));
  return (
    <>
      {isNumeric && (hasMark || column.decimal_mark === "ask") && (
        <MarkChoice column={column} choice={choice} onChange={onChange} />
      )}
      {isNumeric && field.kind !== "integer" && (
        <UnitChoice column={column} field={field} choice={choice} onChange={onChange} />
      )}
      {isDated && (column.date_order !== undefined || choice.dateOrder !== undefined) && (
        <OrderChoice column={column} choice={choice} onChange={onChange} />
      )}
    </>
  );
}

type PartProps = Pick<ColumnFormatProps, "column" | "choice" | "onChange">;
function MarkChoice({ column, choice, onChange }: PartProps) {
  const { t } = useLanguage();
  const isOpen = column.decimal_mark === "ask" && choice.decimalMark === undefined;
  const change = (mark: string): void => {
    const { decimalMark: _before, ...rest } = choice;
    onChange(mark === "point" || mark === "comma" ? { ...rest, decimalMark: mark } : rest);
  };
  return (
    <div className={importingStyles.mappingLink}>
      <span className={base.note}>{t(readingMessages.decimalMark)}</span>
      <Select
        size="small"
        {...(isOpen ? { status: "warning" as const } : {})}
        aria-label={t(readingMessages.decimalMark)}
        value={choice.decimalMark ?? "auto"}
        options={[
          { value: "auto", label: t(isOpen ? readingMessages.markAsk : readingMessages.markAuto) },
          { value: "point", label: t(readingMessages.markPoint) },
          { value: "comma", label: t(readingMessages.markComma) },
        ]}
        onChange={change}
      />
    </div>
  );
}

function UnitChoice({ column, field, choice, onChange }: PartProps & { readonly field: Field }) {
  const { t } = useLanguage();
  const isPercent = field.kind === "percent";
  const titled = unitInTitle(column.name);
  // Nothing to choose: plain numbers under a plain title.
  if (
    isPercent
      ? column.unit === undefined && choice.unit === undefined && titled === undefined
      : field.kind !== "money" && titled === undefined && choice.unit === undefined
  )
    return null;
  const isOpen = column.unit === "ask" && choice.unit === undefined;
  const units = [...new Set([...(titled ? [titled] : []), ...(choice.unit ? [choice.unit] : []), ...UNITS])];
  const percents = [
    { value: "%", label: t(readingMessages.percentPoints) },
    { value: "fraction", label: t(readingMessages.percentFraction) },
  ];
  const change = (unit: string): void => {
    const { unit: _before, ...rest } = choice;
    onChange(unit === "auto" ? rest : { ...rest, unit });
  };
  return (
    <div className={importingStyles.mappingLink}>
      <span className={base.note}>{t(readingMessages.unit)}</span>
      <Select
        size="small"
        {...(isOpen ? { status: "warning" as const } : {})}
        aria-label={t(readingMessages.unit)}
        value={choice.unit ?? "auto"}
        options={[
          {
            value: "auto",
            label: isOpen ? t(readingMessages.unitAsk) : (titled ?? t(readingMessages.unitPlain)),
          },
          ...(isPercent ? percents : units.map((unit) => ({ value: unit, label: unit }))),
        ]}
        onChange={change}
      />
    </div>
  );
}

function OrderChoice({ column, choice, onChange }: PartProps) {
  const { t } = useLanguage();
  const isOpen = column.date_order === "ask" && choice.dateOrder === undefined;
  const change = (order: string): void => {
    const { dateOrder: _before, ...rest } = choice;
    onChange(order === "ymd" || order === "mdy" || order === "dmy" ? { ...rest, dateOrder: order } : rest);
  };
  return (
    <div className={importingStyles.mappingLink}>
      <span className={base.note}>{t(readingMessages.dateOrder)}</span>
      <Select
        size="small"
        {...(isOpen ? { status: "warning" as const } : {})}
        aria-label={t(readingMessages.dateOrder)}
        value={choice.dateOrder ?? "auto"}
        options={[
          { value: "auto", label: t(isOpen ? readingMessages.dateAsk : readingMessages.markAuto) },
          { value: "ymd", label: t(readingMessages.ymd) },
          { value: "mdy", label: t(readingMessages.mdy) },
          { value: "dmy", label: t(readingMessages.dmy) },
        ]}
        onChange={change}
      />
      <ReadDay column={column} choice={choice} />
    </div>
  );
}
