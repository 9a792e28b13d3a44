import type { LoggedChange, Subscriber } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { type Notice, notify } from "./notify.ts";
import { ownKinds } from "./own-kinds.ts";
import { tellCommented } from "./tell-commented.ts";
import { tellEmptied } from "./tell-emptied.ts";
import { LONG_WORK, tellEnded } from "./tell-ended.ts";
import { SPOKEN, tellMentions } from "./tell-mentions.ts";

/** Filling the system is nobody's news. */
const QUIET = ["seed", "setup", "import"];

/** Tells people what is now theirs, where they were named, and how what they started has ended. */
export const notifyPeople = {
  word: "react",
  name: "notifications.people",
  label: label("通知相关成员", "Notifies the people concerned"),
  applies: ({ name, sharing }) => sharing === "owner" || SPOKEN.includes(name) || LONG_WORK.includes(name),
  runAll: async (context, changes) => {
    const written = changes.filter(({ kind }) => kind === "create" || kind === "update");
    const spoken = written.filter(({ object, road }) => !LONG_WORK.includes(object) && !QUIET.includes(road));
    // Of several that one change gives a person, the first stands.
    const all = [
      await tellEnded(context, written),
      await tellMentions(context, spoken),
      await tellCommented(context, spoken),
      tellHandedOver(spoken),
      await tellEmptied(context, spoken),
    ];
    await notify(
      context,
      written.map((change) => ({ change, notices: all.flatMap((some) => some.get(change.seq) ?? []) })),
    );
  },
} as const satisfies Subscriber;

/** What has become somebody's. */
const tellHandedOver = (changes: readonly LoggedChange[]): ReadonlyMap<number, readonly Notice[]> =>
  new Map(changes.map((change) => [change.seq, handedOver(change)]));

function handedOver({ object, record, before, after }: LoggedChange): readonly Notice[] {
  const { owner } = partOf(anyRecord, after);
  if (!owner || owner === partOf(anyRecord, before).owner) return [];
  if (["note", "activity", "comment"].includes(object)) return [];
  const regarding = { object, id: record };
  return [{ recipient: owner, kind: object === "task" ? ownKinds.task : ownKinds.handed_over, regarding }];
}
