import { Select } from "antd";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { type ExportLimits, NO_LIMITS } from "../../shared/export-limits.ts";
import type { ExportSettings } from "../../shared/security.contract.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";
import { useEdited } from "../../../../../ui/kit/use-edited.ts";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { roleCode, roleLabel } from "../../../../../ui/data/role-label.ts";
import { SecurityCard } from "../security/SecurityCard.tsx";
import { useSaveSecurity } from "../security/security-data.ts";
import { protectionMessages } from "./protection.messages.ts";
import * as protectionStyles from "./protection.module.css";
import * as styles from "./ExportLimitsCard.module.css";

const COMPANY = "";
interface Line {
  /** A role's id, or COMPANY. */
  readonly key: string;
  readonly name: string;
  readonly limits: ExportLimits;
}

/** How many rows may leave in one file and in a day: for everybody, and for roles that differ. */
export function ExportLimitsCard({ settings }: { readonly settings: ExportSettings }) {
  const { t, of } = useLanguage();
  const save = useSaveSecurity();
  const { values: wanted, setValues: setWanted, changed } = useEdited(settings);
  const { errors, busy, submit } = useForm([]);
  const roles = useRecords("role", { sort: "created_at", limit: 100 }).data?.data ?? [];
  const lines: readonly Line[] = [
    { key: COMPANY, name: t(protectionMessages.everybody), limits: wanted.company },
    ...roles.flatMap((role): Line[] => {
      const limits = wanted.roles[idOf(role)];
      return limits ? [{ key: idOf(role), name: of(roleLabel(role), roleCode(role)), limits }] : [];
    }),
  ];
  const others = roles.filter((role) => !wanted.roles[idOf(role)]);
  const set = ({ key }: Line, limits: ExportLimits) =>
    setWanted(
      key === COMPANY
        ? { ...wanted, company: limits }
        : { ...wanted, roles: { ...wanted.roles, [key]: limits } },
    );
  const remove = (key: string) => {
    const { [key]: _gone, ...rest } = wanted.roles;
    setWanted({ ...wanted, roles: rest });
  };
  return (
    <SecurityCard
      title={t(protectionMessages.limits)}
      lead={t(protectionMessages.limitsLead)}
      error={errors[""]}
      busy={busy}
      changed={changed}
      onSave={() => void submit({}, () => save({ exports: wanted }))}
    >
      <LimitsTable lines={lines} onSet={set} onRemove={remove} />
      <AddRole
        others={others}
        onAdd={(role) => setWanted({ ...wanted, roles: { ...wanted.roles, [role]: NO_LIMITS } })}
      />
    </SecurityCard>
  );
}

function AddRole({
  others,
  onAdd,
}: {
  readonly others: readonly Values[];
  readonly onAdd: (role: string) => void;
}) {
  const { t, of } = useLanguage();
  if (others.length === 0) return null;
  return (
    <Select
      className={styles.limitRole}
      aria-label={t(protectionMessages.addRole)}
      placeholder={t(protectionMessages.addRole)}
      value={null}
      options={others.map((role) => ({
        value: idOf(role),
        label: of(roleLabel(role), roleCode(role)),
      }))}
      onChange={(role: string | null) => role && onAdd(role)}
    />
  );
}

interface LimitsTableProps {
  readonly lines: readonly Line[];
  readonly onSet: (line: Line, limits: ExportLimits) => void;
  readonly onRemove: (role: string) => void;
}
function LimitsTable({ lines, onSet, onRemove }: LimitsTableProps) {
  const { t } = useLanguage();
  const column = (name: keyof ExportLimits, title: string) => ({
    key: name,
    title,
    render: (line: Line) => (
      <NumberField
        label={`${line.name} ${title}`}
        className={protectionStyles.limitInput}
        min={0}
        max={1_000_000_000}
        placeholder={t(protectionMessages.unlimited)}
        value={line.limits[name]}
        onChange={(value) => onSet(line, { ...line.limits, [name]: value })}
      />
    ),
  });
  return (
    <DataTable
      label={t(protectionMessages.limits)}
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: "whom", title: t(protectionMessages.whom), render: (line) => <strong>{line.name}</strong> },
        column("rows", t(protectionMessages.perExport)),
        column("daily", t(protectionMessages.perDay)),
        {
          key: "remove",
          title: "",
          align: "right",
          render: (line) =>
            line.key !== COMPANY && (
              <QuietButton onClick={() => onRemove(line.key)}>{t(protectionMessages.removeRole)}</QuietButton>
            ),
        },
      ]}
    />
  );
}
