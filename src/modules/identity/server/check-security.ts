import type { Label } from "../../../shared/i18n/label.ts";
import type { MessageParams } from "../../../shared/i18n/messages.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import type { Executor } from "../../../platform/db/database.ts";
import { identityMessages } from "../shared/messages.ts";
import type { Security } from "../shared/security.ts";
import { isNetwork, plainAddress } from "./plain-address.ts";

type Code = Extract<keyof typeof identityMessages, string>;
export const reason = (code: Code, field: string, params: MessageParams = {}): Reason => {
  const text: Label = identityMessages[code];
  return { code, field, params, text };
};

/** Why these lists of networks cannot be kept: what is no network, or a list that whoever saves it would stand outside of. */
export async function checkNetworks(db: Executor, { people, keys }: Security["networks"], ip: string): Promise<readonly Reason[]> {
  const wrong = (field: string, list: readonly string[]): readonly Reason[] =>
    list.filter((value) => !isNetwork(value)).map((value) => reason("bad_network", field, { value }));
  const bad = [...wrong("networks.people", people), ...wrong("networks.keys", keys)];
  if (bad.length > 0 || people.length === 0) return bad;
  const [row] = await db.query<{ within: boolean | null }>({
    text: "select $1::inet <<= any(array(select network(n::inet) from unnest($2::text[]) n)) as within",
    values: [plainAddress(ip), people],
  });
  return row?.within ? [] : [reason("locks_you_out", "networks.people", { address: ip })];
}
