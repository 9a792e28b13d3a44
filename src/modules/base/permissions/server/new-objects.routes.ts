import { accept, serve } from "../../../../engine/public.ts";
import { answerUse, listNewObjects } from "../shared/new-objects.contract.ts";
import { answerNewObject, newObjects } from "./new-objects.ts";

const serving = { ability: "roles.manage" } as const;

export const newObjectRoutes = [
  serve(listNewObjects, serving, async (context) => accept({ data: await newObjects(context) })),
  serve(answerUse, serving, async (context, { params, body }) => {
    const answered = await answerNewObject(context, params.object, { ...body.rights });
    return answered.ok ? accept({ data: answered.value }) : answered;
  }),
];
