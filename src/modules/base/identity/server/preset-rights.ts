import { extensionPoint } from "../../../../engine/public.ts";
import type { ObjectRights, Rights } from "../../../../shared/rights/rights.ts";

/** By preset role ("seller"): what it grants on the object. A role that is not named is granted nothing. */
export type PresetRights = Readonly<Record<string, ObjectRights>>;

/**
 * What modules say preset roles grant on their objects, by object. It applies by itself only where the roles
 * are made, in a new installation; a company that is there already is asked, and this is what is proposed.
 */
export const presetRights = extensionPoint<PresetRights>("rights of preset roles");

/** The rights of a preset role with what the modules of the program add to them. */
export const withPresets = (
  role: string,
  rights: Rights,
  added: ReadonlyMap<string, PresetRights>,
): Rights => ({
  ...rights,
  objects: {
    ...Object.fromEntries(
      [...added].flatMap(([object, roles]) => (roles[role] ? [[object, roles[role]] as const] : [])),
    ),
    ...rights.objects,
  },
});
