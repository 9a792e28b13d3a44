import { lazily } from "../../../../ui/kit/lazily.ts";
import { sharingTexts } from "./sharing.messages.ts";

export const DepartmentDialog = lazily(() =>
  import("./DepartmentDialog.tsx").then((module) => module.DepartmentDialog),
);
export const moveDepartmentText = sharingTexts.moveAction;
