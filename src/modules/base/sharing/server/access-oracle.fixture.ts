/**
 * The rules of sight in plain words, record by record. Shares no code with the program: it is what the
 * program is compared with.
 */
export type Scope = "none" | "own" | "reports" | "department" | "subtree" | "all";
export const LADDER: readonly Scope[] = ["none", "own", "reports", "department", "subtree", "all"];
export interface Person {
  readonly id: string;
  readonly department: string | null;
  readonly further: readonly string[];
  readonly manager: string | null;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
}
export interface Role {
  readonly id: string;
  readonly account: { readonly read: Scope; readonly update: Scope };
  readonly contact: Scope;
  readonly note: Scope;
  readonly phone: "hidden" | "mask" | "read" | "edit";
  /** What else it says of accounts in a state; of those that speak of a thing, the first that holds decides. */
  readonly states: readonly InState[];
}
/** `state`: index of a condition in `STATES`. */
export interface InState {
  readonly state: number;
  readonly read?: Scope;
  readonly update?: Scope;
  readonly phone?: Role["phone"];
}
export interface Account {
  readonly id: string;
  readonly owner: string | null;
  readonly department: string | null;
  readonly website: string;
  readonly phone: string;
}
export interface Hanging {
  readonly id: string;
  readonly account: string;
  /** Of a note: further accounts that it is about. */
  readonly also: readonly string[];
  readonly owner: string | null;
  readonly department: string | null;
}
export interface To {
  readonly object: "user" | "department" | "team" | "role";
  readonly id: string;
  readonly below: boolean;
}
export interface Given {
  readonly id: string;
  readonly account: string;
  readonly to: To;
  readonly level: "read" | "edit";
  readonly ended: boolean;
}
/** Index of a condition in `CONDITIONS`. */
export interface Rule {
  readonly id: string;
  readonly condition: number;
  readonly to: To;
  readonly level: "read" | "edit";
  readonly active: boolean;
}
export interface Company {
  /** Parent by department. */
  readonly departments: ReadonlyMap<string, string | null>;
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly accounts: readonly Account[];
  readonly notes: readonly Hanging[];
  readonly contacts: readonly Hanging[];
  readonly shares: readonly Given[];
  readonly rules: readonly Rule[];
}

interface Condition {
  readonly text: string;
  readonly holds: (account: Account, who: Person, company: Company) => boolean;
}
export const CONDITIONS: readonly Condition[] = [
  { text: 'website == "https://a.example"', holds: ({ website }) => website === "https://a.example" },
  { text: 'phone.startsWith("138")', holds: ({ phone }) => phone.startsWith("138") },
  {
    text: "department in mydepartments()",
    holds: ({ department }, who) => department !== null && homes(who).includes(department),
  },
  {
    text: 'related("note").count() >= 2',
    holds: ({ id }, _, company) =>
      company.notes.filter((note) => note.account === id || note.also.includes(id)).length >= 2,
  },
  {
    text: "owner.manager == me()",
    holds: ({ owner }, who, company) =>
      company.people.some((one) => one.id === owner && one.manager === who.id),
  },
];

/** States of accounts that rules of roles name. */
export const STATES: readonly {
  readonly text: string;
  readonly holds: (account: Account, who: Person) => boolean;
}[] = [
  { text: "ISBLANK(owner)", holds: ({ owner }) => owner === null },
  { text: "owner == me()", holds: ({ owner }, who) => owner === who.id },
  { text: 'website == "https://a.example"', holds: ({ website }) => website === "https://a.example" },
  { text: 'phone.startsWith("138")', holds: ({ phone }) => phone.startsWith("138") },
];

const homes = (who: Person): readonly string[] =>
  who.department === null ? who.further : [who.department, ...who.further];

function up(start: string | null, next: (id: string) => string | null): string[] {
  const passed: string[] = [];
  for (let at = start; at !== null && !passed.includes(at); at = next(at)) passed.push(at);
  return passed;
}

function isFor(to: To, who: Person, company: Company): boolean {
  if (to.object === "user") return to.id === who.id;
  if (to.object === "team") return who.teams.includes(to.id);
  if (to.object === "role") return who.roles.includes(to.id);
  return homes(who).some((home) =>
    (to.below ? up(home, (id) => company.departments.get(id) ?? null) : [home]).includes(to.id),
  );
}

const held = (who: Person, company: Company) => company.roles.filter((role) => who.roles.includes(role.id));
const higher = (a: Scope, b: Scope): Scope => (LADDER.indexOf(a) > LADDER.indexOf(b) ? a : b);
const lower = (a: Scope, b: Scope): Scope => (LADDER.indexOf(a) < LADDER.indexOf(b) ? a : b);
const top = (scopes: readonly Scope[]): Scope => scopes.reduce(higher, "none");

function within(
  scope: Scope,
  record: { owner: string | null; department: string | null },
  who: Person,
  company: Company,
): boolean {
  if (scope === "none") return false;
  if (scope === "all" || record.owner === who.id) return true;
  if (scope === "own") return false;
  const bosses = up(record.owner, (id) => company.people.find((one) => one.id === id)?.manager ?? null);
  if (record.owner !== null && bosses.slice(1).includes(who.id)) return true;
  if (scope === "reports" || record.department === null) return false;
  const places =
    scope === "subtree"
      ? up(record.department, (id) => company.departments.get(id) ?? null)
      : [record.department];
  return places.some((place) => homes(who).includes(place));
}

/** What a role says of this account: the first of its rules that holds and speaks of it, else the role itself. */
function said<K extends "read" | "update" | "phone">(role: Role, what: K, account: Account, who: Person) {
  const rule = role.states.find(
    (one) => one[what] !== undefined && STATES[one.state]?.holds(account, who) === true,
  );
  return rule?.[what];
}
const scopeIn = (role: Role, action: "read" | "update", account: Account, who: Person): Scope =>
  said(role, action, account, who) ?? role.account[action];

export function maySee(
  company: Company,
  who: Person,
  account: Account,
  action: "read" | "update" = "read",
): boolean {
  const roles = held(who, company);
  const read = top(roles.map((role) => scopeIn(role, "read", account, who)));
  const update = top(roles.map((role) => scopeIn(role, "update", account, who)));
  const scope = action === "read" ? read : lower(read, update);
  if (scope === "none") return false;
  const enough = (level: "read" | "edit") => action === "read" || level === "edit";
  return (
    within(scope, account, who, company) ||
    company.shares.some(
      (share) =>
        share.account === account.id && !share.ended && enough(share.level) && isFor(share.to, who, company),
    ) ||
    company.rules.some(
      (rule) =>
        rule.active &&
        enough(rule.level) &&
        isFor(rule.to, who, company) &&
        CONDITIONS[rule.condition]?.holds(account, who, company),
    )
  );
}
export function maySeeNote(company: Company, who: Person, note: Hanging): boolean {
  const about = company.accounts.filter(({ id }) => id === note.account || note.also.includes(id));
  return (
    top(held(who, company).map((role) => role.note)) !== "none" &&
    about.some((account) => maySee(company, who, account))
  );
}
export const maySeeContact = (company: Company, who: Person, contact: Hanging): boolean =>
  within(top(held(who, company).map((role) => role.contact)), contact, who, company);

const STRENGTH = ["hidden", "mask", "read", "edit"] as const;
/** Only roles that open accounts in some state say something of their fields. */
export function phoneRight(company: Company, who: Person, account: Account): (typeof STRENGTH)[number] {
  const speaking = held(who, company).filter((role) =>
    [role.account, ...role.states].some(
      ({ read = "none", update = "none" }) => read !== "none" || update !== "none",
    ),
  );
  const rights = speaking.map((role) => said(role, "phone", account, who) ?? role.phone);
  return STRENGTH[Math.max(0, ...rights.map((right) => STRENGTH.indexOf(right)))] ?? "hidden";
}
