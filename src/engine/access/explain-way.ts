import type { LabelMap } from "../../shared/i18n/label.ts";
import { parentOf } from "../../shared/metadata/object.ts";
import type { ProofStep } from "../../shared/wire/explanation.ts";
import {
  grantMessages,
  proofActionMessages,
  proofMessages,
  scopeMessages,
  sentence,
} from "./explain.messages.ts";
import type { Because, Grant } from "./grant.ts";
import { sightWhile } from "./sight-while.ts";
import { partsOf, type Telling } from "./explain-telling.ts";

/** A way in words. */
export function tell(telling: Telling, { why, because }: Grant, held: boolean): ProofStep {
  const { above, action, subject, object } = telling;
  if (why === "parent" && !held && subject.parents.length === 0) {
    const parent = parentOf(object.sharing)?.parent ?? "";
    return { why, text: sentence(proofMessages.loose, { parent: object.byName[parent]?.label ?? parent }) };
  }
  const parts = {
    ...partsOf(telling),
    action: proofActionMessages[action],
    rule: because?.rule ? `“${because.rule.name}”` : "",
    shared: sharedBy(telling, because),
    ...stateParts(telling, because),
    source: sightWhile.read(telling.context.hooks).get(because?.source ?? "")?.label ?? "",
  };
  const through = why === "parent" && above ? (held ? above.proof.because : above.proof.denied) : [];
  return {
    why,
    text: sentence(held ? grantMessages[why].held : grantMessages[why].failed, parts),
    ...(through.length > 0 ? { through } : {}),
  };
}

/** The rule of a role that speaks of records in such a state. */
function stateParts(
  { names }: Telling,
  because: Because | undefined,
): Readonly<Record<string, LabelMap | string>> {
  const state = because?.state;
  return state
    ? {
        role: names.roles.get(state.role.id) ?? state.role.name,
        when: state.when,
        scope: scopeMessages[state.role.scope],
      }
    : {};
}

/** A way with the roles that carry it. */
export const withBasis = (step: ProofStep, basis: readonly ProofStep[]): ProofStep => {
  const [only] = basis;
  const role =
    basis.length === 1 && only?.role !== undefined && only.scope !== undefined
      ? { role: only.role, scope: only.scope }
      : {};
  return { ...step, ...role, through: [...basis, ...(step.through ?? [])] };
};

/** To whom the record was shared, where that is not the person alone, and until when. */
function sharedBy({ names, subject, context }: Telling, because: Because | undefined): LabelMap | string {
  const shares = because?.shares;
  const share =
    shares === undefined || shares === "many"
      ? undefined
      : shares.find(({ record }) => record === subject.id);
  if (!share) return "";
  const name =
    names.departments.get(share.to.id)?.name ?? names.roles.get(share.to.id) ?? names.teams.get(share.to.id);
  const via =
    name === undefined
      ? ""
      : sentence(proofMessages.share_via, {
          kind: context.catalog.object(share.to.object)?.label ?? share.to.object,
          name,
        });
  const until =
    share.until === null ? "" : sentence(proofMessages.share_until, { until: share.until.slice(0, 10) });
  return sentence(proofMessages.share_more, { via, until });
}
