import type { ProofStep } from "../../shared/wire/explanation.ts";
import { proofActionMessages, proofMessages, scopeMessages, sentence } from "./explain.messages.ts";
import type { Grant } from "./grant.ts";
import { objectRights, scopeOf } from "./rights-of.ts";
import type { Tried } from "./explain-tried.ts";
import { partsOf, type Telling } from "./explain-telling.ts";
import { tell } from "./explain-way.ts";

interface Weighed {
  readonly allowed: boolean;
  readonly ways: readonly Tried[];
  /** None where no role is asked. */
  readonly roles: readonly ProofStep[];
}

/** What speaks against it, whether or not it is allowed by another way. */
export function whatDenies(telling: Telling, { allowed, ways, roles }: Weighed): readonly ProofStep[] {
  const { principal } = telling.context;
  return [
    ...(principal.roles.length === 0
      ? [{ why: "role", text: sentence(proofMessages.no_role, { person: principal.name }) }]
      : []),
    ...roles.filter(({ scope }) => scope === "none"),
    ...ways.filter(({ held }) => !held).map((way) => tell(telling, way.grant, false)),
    ...(allowed
      ? []
      : notTried(
          telling,
          ways.map(({ grant }) => grant.why),
        )),
  ];
}

/** What no role tries: the departments that a wider scope would take in. */
function notTried(telling: Telling, tried: readonly Grant["why"][]): readonly ProofStep[] {
  const { context, object, action, subject } = telling;
  const rights = objectRights(context, object);
  const scope = scopeOf(rights, action);
  const unread: ProofStep[] =
    action !== "read" && rights.read === "none"
      ? [{ why: "unread", text: sentence(proofMessages.unread) }]
      : [];
  if (
    scope === "none" ||
    scope === "all" ||
    subject.department === null ||
    tried.includes("department") ||
    tried.includes("parent")
  )
    return unread;
  const parts = { ...partsOf(telling), action: proofActionMessages[action], scope: scopeMessages[scope] };
  return [...unread, { why: "wider", scope, text: sentence(proofMessages.wider, parts) }];
}
