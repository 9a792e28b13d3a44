import { randomUUID } from "node:crypto";
import type { Values } from "../../../../shared/metadata/object.ts";
import { type Company, CONDITIONS, STATES, type To } from "./access-oracle.fixture.ts";

type Rows = Readonly<Record<string, Values[]>>;

function rightsOf(role: Company["roles"][number]) {
  const open = (read: string, update = "none") => ({ create: false, read, update, delete: "none" });
  return {
    objects: {
      user: open("all"),
      account: open(role.account.read, role.account.update),
      contact: open(role.contact),
      note: open(role.note),
    },
    fields: { account: { phone: role.phone } },
    ...(role.states.length > 0
      ? {
          states: {
            account: role.states.map(({ state, phone, ...scopes }) => ({
              when: STATES[state]!.text,
              ...scopes,
              ...(phone === undefined ? {} : { fields: { phone } }),
            })),
          },
        }
      : {}),
    abilities: [],
  };
}
const to = ({ object, id, below }: To) => ({ to: id, to__object: object, below });

function peopleRows(company: Company): Rows {
  const places = [...company.departments];
  const teams = [
    ...new Set(
      company.people
        .flatMap((person) => person.teams)
        .concat(
          company.shares.concat([]).flatMap((share) => (share.to.object === "team" ? [share.to.id] : [])),
        ),
    ),
  ];
  return {
    department: places.map(([id, parent]) => ({ id, parent, name: id })),
    user: company.people.map(({ id, department, manager }) => ({
      id,
      department,
      manager,
      name: id,
      active: true,
    })),
    user_department: company.people.flatMap(({ id, further }) =>
      further.map((place) => ({ id: randomUUID(), user: id, place })),
    ),
    role: company.roles.map((role) => ({
      id: role.id,
      name: role.id,
      label: {},
      rights: rightsOf(role) as unknown as Values,
    })),
    user_role: company.people.flatMap(({ id, roles }) =>
      roles.map((role) => ({ id: randomUUID(), user: id, role })),
    ),
    team: teams.map((id) => ({ id, name: id, active: true })),
    team_member: company.people.flatMap(({ id, teams: all }) =>
      all.map((team) => ({ id: randomUUID(), user: id, team })),
    ),
  };
}

function recordRows(company: Company): Rows {
  return {
    account: company.accounts.map((account) => ({ ...account, name: `共同客户 ${account.id}` })),
    note: company.notes.map(({ account, also, ...note }): Values => {
      const further = also.filter((id) => id !== account);
      const list: Values =
        further.length > 0
          ? { also_regarding: further, also_regarding__object: further.map(() => "account") }
          : {};
      return { ...note, ...list, subject: note.id, regarding: account, regarding__object: "account" };
    }),
    contact: company.contacts.map(({ also: _also, ...contact }) => ({ ...contact, name: contact.id })),
    share: company.shares.map((share) => ({
      id: share.id,
      regarding: share.account,
      regarding__object: "account",
      level: share.level,
      expires_at: share.ended ? "2020-01-01T00:00:00Z" : null,
      ...to(share.to),
    })),
    sharing_rule: company.rules.map((rule) => ({
      id: rule.id,
      name: rule.id,
      object: "account",
      criteria: CONDITIONS[rule.condition]!.text,
      level: rule.level,
      active: rule.active,
      ...to(rule.to),
    })),
  };
}

/** What a company is in the tables of its objects, by their names. */
export function rowsOf(company: Company): Rows {
  return { ...peopleRows(company), ...recordRows(company) };
}
