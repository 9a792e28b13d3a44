import { ident } from "../../../../platform/db/database.ts";
import { fieldsOf, type Traits } from "../shared/traits.ts";

/** SQL of what tells a record `t` from others, by field: texts and ids, so that JSON keeps them as they are. */
export const comparedValues = (traits: Traits): string =>
  `jsonb_build_object(${fieldsOf(traits)
    .map((name) => `'${name}', t.${ident(name)}`)
    .join(", ")})`;
