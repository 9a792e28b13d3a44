import { compose } from "../../../../../shared/i18n/compose-labels.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import { type CriterionOf, fault, unchosen } from "../../../pipeline/shared/public.ts";
import { isEmpty, memberOf, reasonOf } from "../criterion.ts";
import type { GateKind, GateWorld } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** Somebody of a role has signed it off. */
export const approvalKind: GateKind<CriterionOf<"approval">> = {
  label: label("签核", "Sign-off"),
  check: ({ approval: role }, place) => {
    if (role === "") return [unchosen(place, "unknown_role")];
    return place.world.roles.includes(role) ? [] : [fault(place, "unknown_role", { role })];
  },
  unmet: ({ criterion }, world) => {
    if (isSigned(criterion, world)) return [];
    const role = criterion.approval;
    const text = compose(gateMessages.approval_required, { role: world.labels.role(role) });
    return [reasonOf(criterion, "approval_required", text, { action: "ask_approval" }, { params: { role } })];
  },
  title: () => gateMessages.title_approval,
  inFull: ({ approval }, labels) => compose(gateMessages.approval_required, { role: labels.role(approval) }),
  suppliedEvidence: ({ approval }, { given, evidence, person }) =>
    given === true ? { by: person, role: approval } : (evidence ?? null),
};

/** Signed for this criterion, by the role it names now, since the record stands where it does. */
function isSigned(criterion: CriterionOf<"approval">, { evidence, enteredAt }: GateWorld): boolean {
  const signed = evidence[criterion.id];
  if (isEmpty(memberOf(signed, "by"))) return false;
  const role = memberOf(signed, "role");
  if (role !== null && role !== criterion.approval) return false;
  const at = memberOf(signed, "at");
  return typeof at !== "string" || !enteredAt || !(Date.parse(at) < Date.parse(enteredAt));
}
