import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { RoleDiff } from "../shared/role-diff.contract.ts";
import { diffMessages } from "./diff.messages.ts";
import { grouped } from "./grouped-count.ts";
import * as styles from "./RoleDiffLines.module.css";

/** What changes of creating, of fields and of abilities, a line each. */
export function RoleDiffLines({ diff }: { readonly diff: RoleDiff }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const objectName = (name: string) => of(objects.get(name)?.label, name);
  const fieldName = (object: string, field: string) => of(objects.get(object)?.byName[field]?.label, field);
  const right = (name: string) =>
    t(
      name === "hidden"
        ? diffMessages.hidden
        : name === "mask"
          ? diffMessages.mask
          : name === "read"
            ? diffMessages.read
            : diffMessages.edit,
    );
  const lines = [
    ...diff.create.map((one) => ({
      key: `create ${one.object}`,
      text: t(one.gaining > 0 ? diffMessages.createGain : diffMessages.createLose, {
        object: objectName(one.object),
        people: grouped(one.gaining || one.losing),
      }),
    })),
    ...diff.fields.map((one) => ({
      key: `field ${one.object} ${one.field} ${one.before} ${one.after} ${String(one.by_state)}`,
      text: t(one.by_state ? diffMessages.fieldByState : diffMessages.field, {
        object: objectName(one.object),
        field: fieldName(one.object, one.field),
        before: right(one.before),
        after: right(one.after),
        people: grouped(one.people),
      }),
    })),
    ...diff.abilities.map((one) => ({
      key: `ability ${one.ability}`,
      text: t(one.gaining > 0 ? diffMessages.abilityGain : diffMessages.abilityLose, {
        ability: of(one.label, one.ability),
        people: grouped(one.gaining || one.losing),
      }),
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.roleDiffLines}>
      {lines.map((line) => (
        <li key={line.key}>{line.text}</li>
      ))}
    </ul>
  );
}
