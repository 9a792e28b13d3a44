/** Where an object keeps what tells it from others. */
export interface Traits {
  readonly company?: string;
  readonly uscc?: string;
  readonly person?: string;
  /** The link to the company that a person belongs to. */
  readonly within?: string;
  readonly phones: readonly string[];
  readonly email?: string;
}
export const TRAITS: Readonly<Record<string, Traits>> = {
  account: { company: "name", uscc: "uscc", phones: ["phone"] },
  lead: { company: "company", person: "contact_name", phones: ["mobile", "phone"], email: "email" },
  contact: { person: "name", within: "account", phones: ["mobile", "phone"], email: "email" },
};
/** Whom a new record of an object is compared with: a lead may be a customer already. */
export const COMPARED: Readonly<Record<string, readonly string[]>> = {
  account: ["account"],
  lead: ["lead", "account", "contact"],
  contact: ["contact"],
};

export const fieldsOf = ({ company, uscc, person, within, phones, email }: Traits): readonly string[] =>
  [company, uscc, person, within, email, ...phones].filter((name) => name !== undefined);

/** What rules are made about. */
export const MATCH_KINDS = ["uscc", "phone", "email", "company", "similar"] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/**
 * The kinds of likeness that an object can have, with the fields that are compared. @example
 * kindsOf("contact")[0] // { kind: "phone", fields: ["mobile", "phone"] }
 */
export function kindsOf(
  object: string,
): readonly { readonly kind: MatchKind; readonly fields: readonly string[] }[] {
  const traits = TRAITS[object];
  if (!traits) return [];
  const given = (...names: readonly (string | undefined)[]) => names.filter((name) => name !== undefined);
  const fields = {
    uscc: given(traits.uscc),
    phone: traits.phones,
    email: given(traits.email),
    company: given(traits.company),
    similar: traits.company ? [traits.company] : given(traits.person, traits.within),
  };
  return MATCH_KINDS.flatMap((kind) => (fields[kind].length > 0 ? [{ kind, fields: fields[kind] }] : []));
}
