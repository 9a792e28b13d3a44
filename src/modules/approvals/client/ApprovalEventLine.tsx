import type { ReactNode } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { isMap, textValue } from "../../../ui/data/values.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { EvidenceText } from "../../../ui/record/page/evidence-words.tsx";
import { When } from "../../../ui/record/page/event-words.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { approvalTexts } from "./approvals.messages.ts";

const TEXTS = {
  asked: approvalTexts.event_asked,
  approved: approvalTexts.event_approved,
  refused: approvalTexts.event_refused,
  withdrawn: approvalTexts.event_withdrawn,
  returned: approvalTexts.event_returned,
  void: approvalTexts.event_void,
} as const;
const isEvent = (name: string): name is keyof typeof TEXTS => name in TEXTS;
const ICONS = {
  asked: "clock",
  approved: "check",
  refused: "left",
  withdrawn: "left",
  returned: "warning",
  void: "close",
} as const;

/**
 * A request, a consent, a refusal or a withdrawal in the log of its record. A consent with which the move was
 * made stands in the line of the move.
 */
export function ApprovalEventLine({
  entry,
  around,
}: {
  readonly entry: Values;
  readonly around?: ReactNode;
}) {
  const { t, of } = useLanguage();
  const event = isMap(entry["event"]) ? entry["event"] : {};
  const name = textValue(event["event"]);
  if (!isEvent(name) || event["carried_out"] === true) return null;
  const actor = isMap(entry["actor"]) ? entry["actor"] : {};
  const approver = isMap(event["approver"]) ? event["approver"] : {};
  const words = (value: Values[string] | undefined): string =>
    isMap(value)
      ? of(Object.fromEntries(Object.entries(value).map(([language, text]) => [language, textValue(text)])))
      : "";
  const whom = textValue(approver["person"]) || words(approver["label"]) || textValue(approver["role"]);
  const said = textValue(event["comment"]) || textValue(event["reason"]);
  return (
    <li className="event">
      <span className="event-icon">
        <Icon name={ICONS[name]} size={13} />
      </span>
      <div>
        <div className="event-head">
          <strong>{textValue(actor["name"]) || t(recordTexts.system_actor)}</strong>
          <span>{t(TEXTS[name], { what: words(event["what"]), approver: whom })}</span>
          {isMap(event["supplied"]) && <EvidenceText evidence={event["supplied"]} />}
          {around}
          <When at={textValue(entry["at"])} />
        </div>
        {said && <p className="event-text">{said}</p>}
      </div>
    </li>
  );
}
