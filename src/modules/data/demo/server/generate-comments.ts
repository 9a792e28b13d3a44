import { activity } from "../../../../objects/work/activity/activity.object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { DemoClock } from "./demo-clock.ts";
import { demoId } from "./demo-ids.ts";
import type { DemoDeal } from "./generate-deals.ts";
import type { People } from "./generate-people.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, refTo, type Telling } from "./record.ts";
import { EXCHANGES } from "./vocabulary/exchanges.ts";

const SHARE_OF_DEALS = 0.35;

/** Under the last talk of some open deals the manager asks something, and mostly the seller answers. */
export function generateComments(
  telling: Telling,
  clock: DemoClock,
  deals: readonly DemoDeal[],
  talks: readonly DemoRecord[],
  people: People,
  random: Random,
): readonly DemoRecord[] {
  const last = new Map<string, DemoRecord>();
  for (const talk of talks)
    if (partOf(activity, talk.values).status === "done") last.set(dealOf(talk.key), talk);
  return deals.flatMap((deal) => {
    const talk = last.get(deal.key);
    const exchanges = EXCHANGES[deal.visits.at(-1)?.stage ?? ""] ?? [];
    if (!talk || exchanges.length === 0 || !random.chance(SHARE_OF_DEALS)) return [];
    const [asked, answered] = random.pick(exchanges);
    const seller = deal.account.owner.key;
    const manager = people.managers[deal.account.owner.region];
    const days = [clock.working(talk.at.slice(0, 10), 1), clock.working(talk.at.slice(0, 10), 2)];
    const lines = [
      { by: manager, to: seller, text: telling.say(asked), day: days[0] ?? "" },
      { by: seller, to: manager, text: telling.say(answered), day: days[1] ?? "" },
    ];
    return lines
      .filter(({ day, by, to }) => day < clock.today && by !== to)
      .map(({ by, to, text, day }, turn): DemoRecord => {
        const at = clock.moment(day, random);
        return {
          key: `comment/${talk.key}/${turn}`,
          object: "comment",
          at,
          by,
          values: {
            content: turn === 0 ? `${mention(people, to)} ${text}` : text,
            regarding: refTo("activity", talk.key),
            owner: ref(by),
          },
        };
      });
  });
}

/** `activity/<deal>/<visit>-<turn>` */
const dealOf = (key: string): string => key.slice("activity/".length, key.lastIndexOf("/"));

function mention({ records }: People, key: string): string {
  const person = records.find((record) => record.key === key);
  return person
    ? `<span data-mention="${demoId(person)}">@${partOf(user, person.values).name ?? ""}</span>`
    : "";
}
