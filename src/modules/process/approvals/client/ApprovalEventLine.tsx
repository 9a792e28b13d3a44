import type { ReactNode } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { EvidenceText } from "../../../../ui/record/page/evidence-words.tsx";
import { EventText } from "../../../../ui/record/page/EventText.tsx";
import { When } from "../../../../ui/record/page/event-words.tsx";
import { useActorWords } from "../../../../ui/record/page/use-actor-words.ts";
import { TimelineEvent, Who } from "../../../../ui/record/page/TimelineEvent.tsx";
import type { ApprovalEvent } from "../shared/approval.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";

const TEXTS = {
  asked: approvalScreenMessages.event_asked,
  approved: approvalScreenMessages.event_approved,
  refused: approvalScreenMessages.event_refused,
  withdrawn: approvalScreenMessages.event_withdrawn,
  returned: approvalScreenMessages.event_returned,
  void: approvalScreenMessages.event_void,
} as const;
/** One of the events that these texts are for, as the server tells it. */
const isEvent = (value: unknown): value is ApprovalEvent =>
  isMap(value) && "event" in value && textValue(value.event) in TEXTS;
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
 * made stands in the line of the move, unless it came by a link: that line does not tell it.
 */
export function ApprovalEventLine({
  entry,
  around,
}: {
  readonly entry: Values;
  readonly around?: ReactNode;
}) {
  const { t, of } = useLanguage();
  const actorWords = useActorWords();
  const { event } = entry;
  const actor: Readonly<Values> = isMap(entry["actor"]) ? entry["actor"] : {};
  const { name: who, kind: way } = actor;
  const kind = textValue(way);
  if (!isEvent(event) || (event.carried_out && kind !== "link")) return null;
  const { person, label, role = "" } = event.approver;
  const whom = person || of(label) || role;
  const said = event.comment || event.reason;
  return (
    <TimelineEvent
      icon={ICONS[event.event]}
      head={
        <>
          <Who name={actorWords({ name: textValue(who), kind })} />
          <span>{t(TEXTS[event.event], { what: of(event.what), approver: whom })}</span>
          {isMap(event.supplied) && <EvidenceText evidence={event.supplied} />}
          {around}
          <When at={textValue(entry["at"])} />
        </>
      }
    >
      {said && <EventText>{said}</EventText>}
    </TimelineEvent>
  );
}
