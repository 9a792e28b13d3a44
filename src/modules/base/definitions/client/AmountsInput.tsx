import { Button, Select, Switch } from "antd";
import { type AmountRole, DOCUMENT_ROLES, LINE_ROLES } from "../../../../shared/metadata/line-amounts.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useBusy } from "../../../../ui/kit/use-busy.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { amountsMessages } from "./amounts.messages.ts";
import type { PartInputProps } from "./part-props.ts";
import { useMakeAmounts } from "./use-make-amounts.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./AmountsInput.module.css";

/** Names of fields by what they are in the arithmetic; a definition that is being made may lack some. */
export type GivenAmounts = Readonly<Record<string, string | object>> & {
  readonly document?: Readonly<Record<string, string>>;
};
const NEEDED = ["quantity", "unit_price", "amount"];

/** Which field is which in the amounts of a document. */
export function AmountsInput({ part, object, properties, error, onChange }: PartInputProps) {
  const { t } = useLanguage();
  const tell = useTell();
  const { busy, run } = useBusy();
  const make = useMakeAmounts();
  const lines = useObjects().get(String(properties.object ?? ""));
  const held = properties[part.key];
  const given = (isMap(held) ? held : null) as GivenAmounts | null;
  const makeUsual = () =>
    run(async () => {
      if (!lines) return;
      try {
        onChange(await make(object.name, lines.name, given ?? {}));
      } catch (failure) {
        tell.failed(failure);
      }
    });
  return (
    <div className={base.stack}>
      <div>
        <label className={base.line}>
          <Switch size="small" checked={given !== null} onChange={(on) => onChange(on ? {} : null)} />
          {t(part.label)}
        </label>
        <p className={error ? `${base.note} ${base.noteError}` : base.note}>
          {error ?? (part.hint && t(part.hint))}
        </p>
      </div>
      {given && !lines && <p className={base.note}>{t(amountsMessages.needsObject)}</p>}
      {given && lines && (
        <>
          <div className={base.rowWrap}>
            <Button loading={busy} onClick={() => void makeUsual()}>
              {t(amountsMessages.makeUsual)}
            </Button>
            <span className={base.note}>{t(amountsMessages.makeHint)}</span>
          </div>
          <Roles
            object={lines}
            roles={LINE_ROLES}
            given={given}
            onChange={(name, field) => onChange(withRole(given, name, field))}
          />
          <Roles
            object={object}
            roles={DOCUMENT_ROLES}
            given={given.document ?? {}}
            onChange={(name, field) =>
              onChange(withRole(given, "document", withRole(given.document ?? {}, name, field)))
            }
          />
        </>
      )}
    </div>
  );
}

const withRole = (
  given: Readonly<Record<string, string | object>>,
  name: string,
  value: string | object | undefined,
): Readonly<Record<string, string | object>> => {
  const { [name]: _before, ...rest } = given;
  return value === undefined ? rest : { ...rest, [name]: value };
};

interface RolesProps {
  readonly object: ObjectInfo;
  readonly roles: Readonly<Record<string, AmountRole>>;
  readonly given: Readonly<Record<string, string | object>>;
  readonly onChange: (role: string, field: string | undefined) => void;
}
/** The fields of one object in their roles. */
function Roles({ object, roles, given, onChange }: RolesProps) {
  const { of } = useLanguage();
  return (
    <fieldset className={styles.roles}>
      <legend>{of(object.label, object.name)}</legend>
      {Object.entries(roles).map(([name, role]) => (
        <RoleSelect
          key={name}
          role={role}
          object={object}
          needed={roles === LINE_ROLES && NEEDED.includes(name)}
          value={given[name]}
          onChange={(field) => onChange(name, field)}
        />
      ))}
    </fieldset>
  );
}

interface RoleSelectProps {
  readonly role: AmountRole;
  readonly object: ObjectInfo;
  readonly needed: boolean;
  readonly value: string | object | undefined;
  readonly onChange: (field: string | undefined) => void;
}
function RoleSelect({ role, object, needed, value, onChange }: RoleSelectProps) {
  const { t, of } = useLanguage();
  const fits = object.fields.filter(
    (field) => role.kinds.includes(field.kind) && !field.system && !field.internal && !field.hidden,
  );
  return (
    <Labelled label={t(role.label)} required={needed}>
      {({ id }) => (
        <Select
          id={id}
          allowClear={!needed}
          showSearch={{ optionFilterProp: "label" }}
          value={typeof value === "string" ? value : undefined}
          options={fits.map((field) => ({ value: field.name, label: of(field.label, field.name) }))}
          onChange={(next: string | undefined) => onChange(next)}
        />
      )}
    </Labelled>
  );
}
