import { randomUUID } from "node:crypto";
import {
  type Company,
  CONDITIONS,
  type Hanging,
  type InState,
  LADDER,
  type Person,
  STATES,
  type To,
} from "./access-oracle.fixture.ts";

const RIGHTS = ["hidden", "mask", "read", "edit"] as const;
/** mulberry32 */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What is drawn by, from a stream of numbers. */
class Lots {
  readonly next: (below: number) => number;
  constructor(next: (below: number) => number) {
    this.next = next;
  }
  ids(count: number): string[] {
    return Array.from({ length: count }, () => randomUUID());
  }
  pick<T>(all: readonly T[]): T {
    return all[this.next(all.length)]!;
  }
  some<T>(all: readonly T[], most: number): T[] {
    return all.filter(() => this.next(all.length) < most);
  }
  maybe<T>(all: readonly T[]): T | null {
    return this.next(5) === 0 ? null : this.pick(all);
  }
  level(): "read" | "edit" {
    return this.pick(["read", "edit"] as const);
  }
}

/** Draws a company from a stream of numbers, so that a failing seed gives the same one again. */
export function draw(next: (below: number) => number): Company {
  const lots = new Lots(next);
  const places = lots.ids(6);
  const departments = new Map(
    places.map((place, at): [string, string | null] => [
      place,
      at === 0 || next(4) === 0 ? null : lots.pick(places.slice(0, at)),
    ]),
  );
  const teams = lots.ids(2);
  const roles = drawRoles(lots);
  const who = lots.ids(5);
  const people = who.map((id, at): Person => ({
    id,
    department: lots.maybe(places),
    further: lots.some(places, 1),
    manager: at === 0 ? null : next(3) === 0 ? null : lots.pick(who.slice(0, at)),
    roles: lots
      .some(roles, 1)
      .map((role) => role.id)
      .concat(next(3) ? [roles[at % 3]!.id] : [])
      .filter((id, place, all) => all.indexOf(id) === place),
    teams: lots.some(teams, 1),
  }));
  const accounts = lots.ids(9).map((id, at) => ({
    id,
    owner: lots.maybe(who),
    department: lots.maybe(places),
    website: lots.pick(["https://a.example", "https://b.example"]),
    phone: `${lots.pick(["138", "139"])}${String(10_000_000 + at * 7919)}`,
  }));
  const hanging = (count: number): Hanging[] =>
    lots.ids(count).map((id) => ({
      id,
      account: lots.pick(accounts).id,
      also: lots.some(accounts, 1).map((one) => one.id),
      owner: lots.maybe(who),
      department: lots.maybe(places),
    }));
  const grantees = { user: who, department: places, team: teams, role: roles.map((role) => role.id) };
  const known = { departments, people, roles, accounts, notes: hanging(10), contacts: hanging(8) };
  return { ...known, ...drawGiven(lots, accounts, grantees) };
}

function drawRoles(lots: Lots): Company["roles"] {
  const { next } = lots;
  /** Half of the roles say the same of every record. */
  const states = (): InState[] =>
    next(2) === 0
      ? []
      : Array.from({ length: 1 + next(2) }, () => ({
          state: next(STATES.length),
          ...(next(3) === 0 ? { read: lots.pick(LADDER) } : {}),
          ...(next(3) === 0 ? { update: lots.pick(LADDER) } : {}),
          ...(next(3) > 0 ? { phone: lots.pick(RIGHTS) } : {}),
        }));
  return lots.ids(3).map((id) => ({
    id,
    account: { read: lots.pick(LADDER), update: lots.pick(LADDER) },
    contact: lots.pick(LADDER),
    note: lots.pick(LADDER),
    phone: lots.pick(RIGHTS),
    states: states(),
  }));
}

/** Shares, no two of one account with one grantee, and rules. */
function drawGiven(
  lots: Lots,
  accounts: Company["accounts"],
  grantees: Readonly<Record<To["object"], readonly string[]>>,
): Pick<Company, "shares" | "rules"> {
  const { next } = lots;
  const to = (): To => {
    const object = lots.pick(["user", "department", "team", "role"] as const);
    return { object, id: lots.pick(grantees[object]), below: next(2) === 0 };
  };
  const shares = lots.ids(5).map((id) => ({
    id,
    account: lots.pick(accounts).id,
    to: to(),
    level: lots.level(),
    ended: next(4) === 0,
  }));
  const rules = lots.ids(2).map((id) => ({
    id,
    condition: next(CONDITIONS.length),
    to: to(),
    level: lots.level(),
    active: next(5) > 0,
  }));
  const once = new Map(shares.map((share) => [`${share.account} ${share.to.id}`, share]));
  return { shares: [...once.values()], rules };
}
