import { type Work, accept, defineJobKind } from "../../../../engine/public.ts";
import { type Static, Type } from "@sinclair/typebox";
import { demoMessages } from "../shared/demo.messages.ts";
import { countDemo } from "./demo-state.ts";
import { takeOutPart } from "./take-out-demo.ts";

const Payload = Type.Object({ with_added: Type.Boolean() });
const Position = Type.Object({ step: Type.String(), after: Type.String() });

/**
 * The demo company, taken out again: what it wrote never was. What people made stays, with the demo records
 * that it hangs on, or goes to the recycle bin first.
 */
export const demoRemovalKind = defineJobKind({
  name: "demo_removal",
  label: demoMessages.takeOut,
  payload: Payload,
  position: Position,
  isPausable: true,
  rights: "program",
  about: () => "",
  async open(context, { id, payload, position }) {
    const removal = { job: id, withAdded: payload.with_added };
    return accept<Work<Static<typeof Position>>>({
      ...(position === null ? { total: await countDemo(context) } : {}),
      batch: (tx, acting, from, size) => takeOutPart(tx, acting, removal, from, size),
    });
  },
});
