import { useMemo } from "react";
import { department } from "../../../../objects/system/department/department.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";

export interface DepartmentNode {
  readonly value: string;
  readonly title: string;
  readonly children: DepartmentNode[];
}
export interface DepartmentTree {
  readonly roots: readonly DepartmentNode[];
  /** The department and all below it. */
  readonly under: (id: string) => readonly string[];
}

const withAll = (node: DepartmentNode): string[] => [node.value, ...node.children.flatMap(withAll)];

/** The departments as a tree. */
export function useDepartments(): DepartmentTree {
  const { data } = useRecords("department", { sort: "name", limit: 500, fields: "id,name,parent" });
  return useMemo(() => {
    const nodes = new Map(
      (data?.data ?? []).map((record): [string, DepartmentNode] => [
        idOf(record),
        { value: idOf(record), title: partOf(department, record).name ?? "", children: [] },
      ]),
    );
    const roots: DepartmentNode[] = [];
    for (const record of data?.data ?? []) {
      const node = nodes.get(idOf(record));
      const parent = nodes.get(partOf(department, record).parent ?? "");
      if (node) (parent?.children ?? roots).push(node);
    }
    const under = (id: string): readonly string[] => {
      const node = nodes.get(id);
      return node ? withAll(node) : [id];
    };
    return { roots, under };
  }, [data]);
}
