import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { titleAt } from "../../../../../ui/data/values.ts";
import type { IconName } from "../../../../../ui/kit/Icon.tsx";
import type { LanguageTools } from "../../../../../ui/kit/language.tsx";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { task } from "../../../../../objects/work/task/task.object.ts";
import { dayMessages } from "./day.messages.ts";
import type { DayItem } from "./day-plan.ts";

interface Kind {
  readonly icon: IconName;
  readonly words: (typeof dayMessages)["visit_call"];
}
/** The kinds of activities that every installation begins with, as what one does. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["call", { icon: "phone", words: dayMessages.visit_call }],
  ["visit", { icon: "location", words: dayMessages.visit_visit }],
  ["wechat", { icon: "message", words: dayMessages.visit_wechat }],
  ["email", { icon: "mail", words: dayMessages.visit_email }],
  ["meeting", { icon: "team", words: dayMessages.visit_meeting }],
  ["needs_interview", { icon: "form", words: dayMessages.visit_needs_interview }],
  ["demo", { icon: "board", words: dayMessages.visit_demo }],
  ["other", { icon: "calendar", words: dayMessages.visit_other }],
]);

export interface Spoken {
  readonly icon: IconName;
  readonly title: string;
  /** What the record says of itself, where the title says something else. */
  readonly note: string;
}
/** What is to be done, as one would say it: “拜访 王子涵”; a task says it in its own words. */
export function spokenItem(
  item: DayItem,
  activities: ObjectInfo | undefined,
  { t, of }: Pick<LanguageTools, "t" | "of">,
): Spoken {
  if (item.object === "task")
    return { icon: "check-square", title: partOf(task, item.record).subject ?? "", note: "" };
  const { type, subject } = partOf(activity, item.record);
  const kind = KINDS.get(type ?? "");
  const icon = kind?.icon ?? "calendar";
  const name = titleAt(item.record, "contact") || titleAt(item.record, "regarding");
  if (!name) return { icon, title: subject ?? "", note: "" };
  const field = activities?.byName["type"];
  const option = field?.kind === "select" ? field.options.find((one) => one.name === type) : undefined;
  const title = kind
    ? t(kind.words, { name })
    : t(dayMessages.visit_otherwise, { type: of(option?.label), name });
  // A subject that only names them again says nothing more.
  const note = subject?.includes(name) ? "" : (subject ?? "");
  return { icon, title, note };
}
