import { Input, Radio } from "antd";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { FieldInput } from "../../../../ui/field/FieldInput.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { closingFields, closingValues } from "./closing-values.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import { type GateAnswers, withValue } from "./gate-answers.ts";
import * as gateStyles from "./gate.module.css";
import * as styles from "./CloseSheet.module.css";

export interface CloseSheetProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly supply: GateAnswers;
  readonly onSupply: (supply: GateAnswers) => void;
  /** Open tasks of the record. */
  readonly tasks: number;
  /** The day it is for the company, wherever one looks from. */
  readonly today: string;
}

/** What is told when a record is won: the day, the real amount, a note, and what becomes of open tasks. */
export function CloseSheet({ object, record, supply, onSupply, tasks, today }: CloseSheetProps) {
  const { t } = useLanguage();
  const fields = closingFields(object);
  const shown = { ...closingValues(object, today), ...supply.values };
  return (
    <section className={`${gateStyles.gateItem} ${styles.closeSheet}`} data-part="gate-item">
      {fields.map((field) => (
        <Labelled
          key={field.name}
          label={field.kind === "date" ? t(gateScreenMessages.signedOn) : t(gateScreenMessages.realAmount)}
        >
          {({ id, describedBy }) => (
            <FieldInput
              id={id}
              describedBy={describedBy}
              object={object.name}
              record={record}
              field={field}
              value={field.name in shown ? shown[field.name] : record[field.name]}
              onChange={(value) => onSupply(withValue(supply, field.name, value))}
            />
          )}
        </Labelled>
      ))}
      <Labelled label={t(gateScreenMessages.closingNote)}>
        {({ id, describedBy }) => (
          <Input.TextArea
            id={id}
            {...(describedBy ? { "aria-describedby": describedBy } : {})}
            rows={2}
            maxLength={10_000}
            value={supply.note}
            onChange={(event) => onSupply({ ...supply, note: event.target.value })}
          />
        )}
      </Labelled>
      {tasks > 0 && (
        <Labelled label={t(gateScreenMessages.openTasksLeft, { count: tasks })}>
          {({ id }) => (
            <Radio.Group
              id={id}
              value={supply.finishTasks}
              onChange={(event) => onSupply({ ...supply, finishTasks: event.target.value === true })}
              options={[
                { value: true, label: t(gateScreenMessages.finishTasks) },
                { value: false, label: t(gateScreenMessages.keepTasks) },
              ]}
            />
          )}
        </Labelled>
      )}
    </section>
  );
}
