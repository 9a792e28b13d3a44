import { Button } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { can, useObject } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { DepartmentTree } from "./DepartmentTree.tsx";
import { treeOf } from "./department-tree.ts";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";

const CreateDialog = lazily(() =>
  import("../../../../ui/record/form/FormDialog.tsx").then((m) => m.CreateDialog),
);
const EditDialog = lazily(() =>
  import("../../../../ui/record/form/FormDialog.tsx").then((m) => m.EditDialog),
);

export function DepartmentsPage() {
  const { t } = useLanguage();
  const object = useObject("department");
  const answer = useRecords("department", { limit: 500, sort: "position" });
  const [adding, setAdding] = useState<{ parent: string | null } | null>(null);
  const [editing, setEditing] = useState<Values | null>(null);
  if (!object) return null;
  const add = can(object, "create") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding({ parent: null })}>
      {t(settingsMessages.addDepartment)}
    </Button>
  );
  return (
    <SettingsPage title={t(identityScreenMessages.departments)} action={add}>
      <QueryResult query={answer} rows={6}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon="apartment"
              title={t(settingsMessages.noDepartments)}
              detail={t(settingsMessages.noDepartmentsDetail)}
            />
          ) : (
            <DepartmentTree
              object={object}
              branches={treeOf(data)}
              onAdd={(parent) => setAdding({ parent })}
              onEdit={setEditing}
            />
          )
        }
      </QueryResult>
      <Suspense>
        {adding && (
          <CreateDialog
            object={object}
            initial={adding.parent ? { parent: adding.parent } : {}}
            onClose={() => setAdding(null)}
          />
        )}
        {editing && <EditDialog object={object} record={editing} onClose={() => setEditing(null)} />}
      </Suspense>
    </SettingsPage>
  );
}
