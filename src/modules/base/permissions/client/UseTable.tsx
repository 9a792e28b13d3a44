import { Checkbox, Select } from "antd";
import type { Label } from "../../../../shared/i18n/label.ts";
import { type RecordScope, SCOPES } from "../../../../shared/rights/rights.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { type AskedRole, type Use, useOf, withUse } from "./new-objects-data.ts";
import { newObjectTexts } from "./new-objects.messages.ts";
import * as rightsTableStyles from "../../../../ui/kit/rights-table.module.css";

const SCOPE_TEXTS: Readonly<Record<RecordScope, Label>> = {
  none: newObjectTexts.scopeNone,
  own: newObjectTexts.scopeOwn,
  reports: newObjectTexts.scopeReports,
  department: newObjectTexts.scopeDepartment,
  subtree: newObjectTexts.scopeSubtree,
  all: newObjectTexts.scopeAll,
};

interface UseTableProps {
  readonly roles: readonly AskedRole[];
  readonly use: Use;
  readonly onChange: (use: Use) => void;
}
/** A row for each role: whose records of the object it reads and changes, and whether it makes new ones. */
export function UseTable({ roles, use, onChange }: UseTableProps) {
  const { t, of } = useLanguage();
  const options = SCOPES.map((scope) => ({ value: scope, label: t(SCOPE_TEXTS[scope]) }));
  const nameOf = ({ label, name }: AskedRole) => of(label, name);
  const scope = (action: "read" | "update") => ({
    key: action,
    title: t(newObjectTexts[action]),
    render: (role: AskedRole) => (
      <Select<RecordScope>
        size="small"
        variant="borderless"
        aria-label={`${nameOf(role)} ${t(newObjectTexts[action])}`}
        value={useOf(use, role.name)[action]}
        options={options}
        onChange={(next) => onChange(withUse(use, role.name, { [action]: next }))}
      />
    ),
  });
  return (
    <div className={rightsTableStyles.rightsTable}>
      <DataTable
        label={t(newObjectTexts.role)}
        rows={roles}
        rowKey={({ name }) => name}
        columns={[
          { key: "role", title: t(newObjectTexts.role), render: nameOf },
          {
            key: "create",
            title: t(newObjectTexts.create),
            render: (role) => (
              <Checkbox
                aria-label={`${nameOf(role)} ${t(newObjectTexts.create)}`}
                checked={useOf(use, role.name).create}
                onChange={(event) => onChange(withUse(use, role.name, { create: event.target.checked }))}
              />
            ),
          },
          scope("read"),
          scope("update"),
        ]}
      />
    </div>
  );
}
