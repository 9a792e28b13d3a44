import { Input } from "antd";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { isBlank } from "../../../../ui/data/values.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { pipelineTexts } from "../pipeline.messages.ts";
import { type Supply, type UnmetGroup, withMeet } from "../supply.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { CreateRelated } from "./CreateRelated.tsx";
import { FillFields } from "./FillFields.tsx";
import { SignOff } from "./SignOff.tsx";
import { TickItems } from "./TickItems.tsx";
import { UploadDocument } from "./UploadDocument.tsx";

export interface UnmetProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly group: UnmetGroup;
  readonly supply: Supply;
  readonly onSupply: (supply: Supply) => void;
}
export interface UnmetCardProps extends UnmetProps {
  /** Something was made outside of the dialog: the gate is asked again. */
  readonly onChecked: () => void;
}

/** One criterion: what it says, and what meets it. */
export function UnmetCard(props: UnmetCardProps) {
  const { group, supply } = props;
  const messages = [...new Set(group.items.map((item) => item.message))];
  return (
    <section className="gate-item" data-supplied={isSupplied(group, supply) || undefined}>
      {messages.map((message) => (
        <header key={message}>
          <Icon name={isSupplied(group, supply) ? "check" : "warning"} size={15} />
          <span>{message}</span>
        </header>
      ))}
      <UnmetBody {...props} />
    </section>
  );
}

function isSupplied({ criterion, fields }: UnmetGroup, supply: Supply): boolean {
  if (criterion in supply.meet) return true;
  return fields.length > 0 && fields.every((field) => !isBlank(supply.values[field]));
}

function UnmetBody(props: UnmetCardProps) {
  const { t } = useLanguage();
  const { group, supply, onSupply } = props;
  const [item] = group.items;
  const fix = item?.fix;
  switch (fix?.action) {
    case "fill":
    case "change":
      return <FillFields {...props} />;
    case "tick":
      return (
        <TickItems items={fix.items ?? []} value={supply.meet[group.criterion]} onChange={(value) => onSupply(withMeet(supply, group.criterion, value))} />
      );
    case "complete_tasks":
      return (
        <TickItems
          asList
          items={fix.items ?? []}
          value={supply.meet[group.criterion]}
          onChange={(value) => onSupply(withMeet(supply, group.criterion, value))}
        />
      );
    case "answer":
      return <AnswerForm {...props} form={fix.form ?? ""} />;
    case "upload":
      return <UploadDocument {...props} />;
    case "create_related":
      return <CreateRelated {...props} other={fix.object ?? ""} />;
    case "ask_approval":
      return <SignOff {...props} role={String(item?.params?.["role"] ?? "")} />;
    case "give_reason":
      return (
        <div className="gate-body">
          <Input.TextArea
            rows={2}
            maxLength={2000}
            aria-label={t(pipelineTexts.reason)}
            placeholder={t(pipelineTexts.reasonHint)}
            value={supply.reason}
            onChange={(event) => onSupply({ ...supply, reason: event.target.value })}
          />
        </div>
      );
    case "wait":
      return <div className="gate-body note">{t(pipelineTexts.waitUntil, { date: fix.until ?? "" })}</div>;
    default:
      return null;
  }
}
