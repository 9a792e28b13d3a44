import type { Catalog, Guard, HookInput, Principal } from "../../../../engine/public.ts";
import { teamMember } from "../../../../objects/system/team/team.object.ts";
import { departmentMove } from "../../../../objects/system/department-move/department-move.object.ts";
import { userDepartment } from "../../../../objects/system/user-department/user-department.object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";
import { mergeRights } from "../../../../shared/rights/combine-rights.ts";
import { coversObjects, coversPeople, coversPlaces, followsReports, isAdministrator } from "./covers.ts";
import { objectsSharedWith } from "./shared-with.ts";
import { readStandings, type Standing } from "./standings.ts";
import { unseenOwners } from "./unseen-owners.ts";

/** Somebody who would stand somewhere: in a department or team, or above somebody. */
interface Move {
  readonly change: Change;
  readonly field: string;
  /** Who moves. */
  readonly person: string;
  readonly department?: string;
  readonly team?: string;
  /** Who would stand above `person`. */
  readonly manager?: string;
}
const OBJECTS = new Set(["user", "user_department", "department_move", "team_member"]);

/**
 * What scopes follow — main and further departments, the line of managers, teams — is guarded like roles:
 * nobody gives more sight than they have, and nobody changes their own place.
 */
export const places: Guard = {
  word: "guard",
  name: "identity.places",
  label: label(
    "部门、上级与团队只在自己的可见范围内更改",
    "Departments, managers and teams can only be changed within what one can see",
  ),
  applies: (object) => OBJECTS.has(object.name),
  run: async (input) => {
    const principal = whoWrites(input);
    if (isAdministrator(principal)) return new Map();
    const moves = input.changes.flatMap(movesOf);
    if (moves.length === 0) return new Map();
    const own = moves.filter((move) => isOwnPlace(move, principal.id));
    const reasons = new Map(
      own.map(({ change, field }): [string, readonly Reason[]] => [
        change.id,
        [{ code: "own_place", field, text: identityMessages.own_place }],
      ]),
    );
    const open = moves.filter(({ change }) => !reasons.has(change.id));
    const standings = await readStandings(input.tx, input.context, [
      ...new Set(open.flatMap(({ person, manager }) => (manager ? [person, manager] : [person]))),
    ]);
    const above = await readStandings(input.tx, input.context, [
      ...new Set([...standings.values()].flatMap(({ managers }) => managers)),
    ]);
    const shared = await objectsSharedWith(
      input,
      open.flatMap(({ department, team }) => [department, team].filter((one) => one !== undefined)),
    );
    const unseen = await unseenOwners(
      input.tx,
      input.context,
      input.context.catalog,
      principal,
      belowNew(open, standings),
    );
    for (const move of open) {
      const gainer = whoGains(input.context.catalog, principal, move, { standings, above, shared, unseen });
      if (gainer)
        reasons.set(move.change.id, [
          {
            code: "exceeds_place",
            field: move.field,
            params: { name: gainer },
            text: identityMessages.exceeds_place,
          },
        ]);
    }
    return reasons;
  },
};

/** What leaves one's own place is a change of it, too: it takes one out of the sight of those above. */
const isOwnPlace = ({ change, person, team }: Move, me: string | null): boolean =>
  person === me && team === undefined && !(change.object === "user" && change.before === null);

function movesOf(change: Change): readonly Move[] {
  const { object, after, before, deleting, changed } = change;
  if (object === "user_department")
    return [
      {
        change,
        field: "place",
        person: String(partOf(userDepartment, before ?? after).user),
        ...(deleting ? {} : { department: partOf(userDepartment, after).place ?? "" }),
      },
    ];
  if (object === "department_move") {
    const { user: person, place } = partOf(departmentMove, before ?? after);
    return [
      { change, field: "place", person: String(person), ...(deleting ? {} : optional("department", place)) },
    ];
  }
  if (deleting) return [];
  if (object === "team_member") {
    const { user: person, team } = partOf(teamMember, after);
    return [{ change, field: "team", person: String(person), team: String(team) }];
  }
  const { department, manager } = partOf(user, after);
  const moves: Move[] = [];
  const back = change.restoring === true;
  if (changed.has("department") || back)
    moves.push({
      change,
      field: "department",
      person: change.id,
      ...optional("department", department),
    });
  if (changed.has("manager") || back)
    moves.push({ change, field: "manager", person: change.id, ...optional("manager", manager) });
  return moves;
}
const optional = (name: "department" | "manager", value: string | null | undefined): Partial<Move> =>
  value ? { [name]: value } : {};

/**
 * Tags of a person or team are written by right of that record, in the name of the program: who gave them is
 * still known.
 */
const whoWrites = ({ context: { principal }, request, object }: HookInput): Principal =>
  principal.kind === "system" && principal.id !== null && request.road === "rule" && object.name !== "user"
    ? { ...principal, kind: "person" }
    : principal;

interface Known {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly above: ReadonlyMap<string, Standing>;
  readonly shared: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who owns records that the caller does not see. */
  readonly unseen: ReadonlySet<string>;
}
/** All who would stand below somebody new. */
const belowNew = (moves: readonly Move[], standings: ReadonlyMap<string, Standing>): readonly string[] => [
  ...new Set(
    moves.flatMap(({ manager, person }) =>
      manager === undefined ? [] : [person, ...(standings.get(person)?.team ?? []).map(({ id }) => id)],
    ),
  ),
];
/** The name of somebody who would see more by the move than the caller does; undefined where nobody would. */
function whoGains(
  catalog: Catalog,
  principal: Principal,
  { person, department, team, manager }: Move,
  { standings, above, shared, unseen }: Known,
): string | undefined {
  const mover = standings.get(person);
  if (department !== undefined && mover) {
    const within = { departments: [department], subtree: [department] };
    const rights = mergeRights(mover.roles, "most");
    const covered = coversPlaces(catalog, principal, rights, within);
    const sits = principal.departments.includes(department);
    if (!covered || !(sits || coversObjects(principal, rights, shared.get(department) ?? [])))
      return mover.name;
  }
  if (team !== undefined && mover && !principal.reach?.teams.includes(team)) {
    if (!coversObjects(principal, mergeRights(mover.roles, "most"), shared.get(team) ?? []))
      return mover.name;
  }
  if (manager === undefined || !mover) return undefined;
  const boss = standings.get(manager);
  const line = boss ? [boss, ...boss.managers.flatMap((id) => above.get(id) ?? standings.get(id) ?? [])] : [];
  const people = [{ id: mover.id, department: mover.department }, ...mover.team];
  const seesReports = ({ roles }: Standing): boolean =>
    followsReports(catalog, principal, mergeRights(roles, "most"));
  const isUnseen = people.some(({ id }) => unseen.has(id));
  return line.find(
    (one) =>
      !coversPeople(catalog, principal, mergeRights(one.roles, "most"), people) ||
      (isUnseen && seesReports(one)),
  )?.name;
}
