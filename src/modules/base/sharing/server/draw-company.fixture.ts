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

/** Draws a company from a stream of numbers, so that a failing seed gives the same one again. */
export function draw(next: (below: number) => number): Company {
  const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
  const pick = <T>(all: readonly T[]): T => all[next(all.length)]!;
  const some = <T>(all: readonly T[], most: number): T[] => all.filter(() => next(all.length) < most);
  const maybe = <T>(all: readonly T[]): T | null => (next(5) === 0 ? null : pick(all));
  const places = ids(6);
  const departments = new Map(
    places.map((place, at): [string, string | null] => [
      place,
      at === 0 || next(4) === 0 ? null : pick(places.slice(0, at)),
    ]),
  );
  const teams = ids(2);
  /** Half of the roles say the same of every record. */
  const statesOf = (): InState[] =>
    next(2) === 0
      ? []
      : Array.from({ length: 1 + next(2) }, () => ({
          state: next(STATES.length),
          ...(next(3) === 0 ? { read: pick(LADDER) } : {}),
          ...(next(3) === 0 ? { update: pick(LADDER) } : {}),
          ...(next(3) > 0 ? { phone: pick(RIGHTS) } : {}),
        }));
  const roles = ids(3).map((id) => ({
    id,
    account: { read: pick(LADDER), update: pick(LADDER) },
    contact: pick(LADDER),
    note: pick(LADDER),
    phone: pick(RIGHTS),
    states: statesOf(),
  }));
  const who = ids(5);
  const people = who.map((id, at): Person => ({
    id,
    department: maybe(places),
    further: some(places, 1),
    manager: at === 0 ? null : next(3) === 0 ? null : pick(who.slice(0, at)),
    roles: some(roles, 1)
      .map((role) => role.id)
      .concat(next(3) ? [roles[at % 3]!.id] : [])
      .filter((id, place, all) => all.indexOf(id) === place),
    teams: some(teams, 1),
  }));
  const accounts = ids(9).map((id, at) => ({
    id,
    owner: maybe(who),
    department: maybe(places),
    website: pick(["https://a.example", "https://b.example"]),
    phone: `${pick(["138", "139"])}${String(10_000_000 + at * 7919)}`,
  }));
  const hanging = (count: number): Hanging[] =>
    ids(count).map((id) => ({
      id,
      account: pick(accounts).id,
      also: some(accounts, 1).map((one) => one.id),
      owner: maybe(who),
      department: maybe(places),
    }));
  const to = (): To => {
    const object = pick(["user", "department", "team", "role"] as const);
    return {
      object,
      id: pick({ user: who, department: places, team: teams, role: roles.map((role) => role.id) }[object]),
      below: next(2) === 0,
    };
  };
  const level = () => pick(["read", "edit"] as const);
  const shares = ids(5).map((id) => ({
    id,
    account: pick(accounts).id,
    to: to(),
    level: level(),
    ended: next(4) === 0,
  }));
  const rules = ids(2).map((id) => ({
    id,
    condition: next(CONDITIONS.length),
    to: to(),
    level: level(),
    active: next(5) > 0,
  }));
  const once = new Map(shares.map((share) => [`${share.account} ${share.to.id}`, share]));
  return {
    departments,
    people,
    roles,
    accounts,
    notes: hanging(10),
    contacts: hanging(8),
    shares: [...once.values()],
    rules,
  };
}
