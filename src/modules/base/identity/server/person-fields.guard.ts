import type { Guard } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { identityMessages } from "../shared/messages.ts";
import { coversPerson, isAdministrator } from "./covers.ts";
import { readStandings } from "./standings.ts";

/** What decides who somebody is: a sign-in finds them by it, or they come in no more, or without roles. */
const IDENTITY = ["login", "email", "active", "kind"] as const;

/**
 * Login, mail address and activity of a person, and the person as a whole, are changed by those who have no
 * fewer rights: like a password, they are a way in.
 */
export const personFields: Guard = {
  word: "guard",
  name: "identity.person_fields",
  label: label(
    "登录信息只能由权限不少于此人的人更改",
    "Sign-in details can only be changed by someone with at least the same permissions",
  ),
  applies: (object) => object.name === "user",
  run: async (input) => {
    const { principal, catalog } = input.context;
    const concerned = input.changes.filter((change) => change.before !== null && fieldOf(change) !== null);
    if (concerned.length === 0 || isAdministrator(principal)) return new Map();
    const standings = await readStandings(
      input.tx,
      input.context,
      concerned.map(({ id }) => id),
    );
    return new Map(
      concerned.flatMap((change): [string, readonly Reason[]][] => {
        const standing = standings.get(change.id);
        if (!standing || coversPerson(catalog, principal, standing)) return [];
        const field = fieldOf(change) ?? "login";
        return [
          [
            change.id,
            [
              {
                code: "exceeds_person",
                ...(field === "" ? {} : { field }),
                text: identityMessages.exceeds_person,
              },
            ],
          ],
        ];
      }),
    );
  },
};

/** The identity field that changes, "" where the person goes or comes back, null where neither. */
function fieldOf({ changed, deleting, restoring }: Change): string | null {
  if (deleting || restoring) return "";
  return IDENTITY.find((name) => changed.has(name)) ?? null;
}
