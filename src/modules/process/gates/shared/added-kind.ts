import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Fix, Reason } from "../../../../shared/metadata/reason.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import type { Static, TSchema } from "../../../../shared/wire/schema.ts";
import {
  type AddedKind,
  type Criterion,
  type CriterionKind,
  type CriterionOf,
  fault,
  type Place,
} from "../../pipeline/shared/public.ts";
import { reasonOf } from "./criterion.ts";
import type { Asked, GateKind, GateWorld, Supplying, WorldLabels } from "./gate-kind.ts";
import { gateMessages } from "./gate.texts.ts";

type Added = CriterionOf<AddedKind>;

/** Why an added criterion is not met. Its own message is said instead of `text` where it has one. */
export interface Missing extends Pick<Reason, "field" | "params"> {
  readonly code: string;
  readonly text: LabelMap;
  /** Absent: nothing that one could do in the dialog. `supply`: by what the module shows there. */
  readonly fix?: Fix;
}

/** A kind of criteria as the module says it that brings it, in terms of its settings. */
export interface AddedKindParts<T> extends Pick<CriterionKind, "layer"> {
  readonly label: LabelMap;
  /** What the shape cannot say: is there such a field? */
  readonly check?: (settings: T, place: Place) => ReturnType<CriterionKind["check"]>;
  /** An expression on the record; its value is the criterion's fact. */
  readonly source?: (settings: T) => string | undefined;
  /** Fields of the record that it is judged by: to whom one of them is closed it tells no more than its message. */
  readonly reads?: (settings: T) => readonly string[];
  /** `fact`: what the source, or the server's `facts`, answered. */
  readonly unmet: (
    settings: T,
    about: { readonly fact: WireValue; readonly evidence: WireValue; readonly asked: Asked<Added> },
    world: GateWorld,
  ) => readonly Missing[];
  readonly title?: (settings: T, labels: WorldLabels) => LabelMap;
  readonly suppliedFact?: (settings: T, supplying: Supplying) => WireValue;
  readonly suppliedEvidence?: (settings: T, supplying: Supplying) => WireValue;
}

/** Pure, for both sides: the server adds what meets it, the screens its editor. */
export interface AddedGateKind extends GateKind<Added> {
  readonly name: AddedKind;
  readonly settings: TSchema;
}

/**
 * A kind of criteria that a module brings. Settings which do not fit their shape are a fault of the
 * definition, and shut the gate: nobody can say what they ask.
 * @example addedKind("rentals.deposit", object({ least: decimal() }), { label, reads: () => ["deposit"], unmet: … })
 */
export function addedKind<S extends TSchema>(
  name: AddedKind,
  settings: S,
  parts: AddedKindParts<Static<S>>,
): AddedGateKind {
  const read = (criterion: Criterion): Static<S> | null =>
    "settings" in criterion && fits(settings, criterion.settings) ? criterion.settings : null;
  const { label, layer, source, reads, suppliedFact, suppliedEvidence } = parts;
  const within = <R>(criterion: Added, otherwise: R, say: (own: Static<S>) => R): R => {
    const own = read(criterion);
    return own === null ? otherwise : say(own);
  };
  return {
    name,
    settings,
    label,
    ...(layer ? { layer } : {}),
    check: (criterion, place) =>
      within(criterion, [fault(place, "bad_settings", { kind: label })], (own) =>
        parts.check ? parts.check(own, place) : [],
      ),
    ...(source ? { readsMore: true, source: (one) => within(one, undefined, source) } : {}),
    ...(reads ? { reads: (one) => within(one, [], reads) } : {}),
    shownTo: (criterion, may) => (may.source() ? criterion : { ...criterion, settings: {} }),
    unmet: (asked, world) => {
      const { criterion } = asked;
      const unknown = reasonOf(criterion, "unknown_kind", gateMessages.unknown_kind, { action: "none" });
      const fact = world.facts[criterion.id] ?? null;
      const evidence = world.evidence[criterion.id] ?? null;
      return within(criterion, [unknown], (own) =>
        parts
          .unmet(own, { fact, evidence, asked }, world)
          .map(({ code, text, fix = { action: "none" }, ...more }) =>
            reasonOf(criterion, code, text, fix, more),
          ),
      );
    },
    title: (criterion, labels) => within(criterion, label, (own) => parts.title?.(own, labels) ?? label),
    ...(suppliedFact
      ? { suppliedFact: (one, about) => within(one, about.known, (own) => suppliedFact(own, about)) }
      : {}),
    ...(suppliedEvidence
      ? {
          suppliedEvidence: (one, about) =>
            within(one, about.evidence ?? null, (own) => suppliedEvidence(own, about)),
        }
      : {}),
  };
}
